/** What all contenders must agree on: customers, money, distinct purchase days, and the sums of the three scores. */
export function digestOf({ customers, cents, days, recency, frequency, monetary }) {
  return {
    customers: Number(customers),
    cents: Number(cents),
    days: Number(days),
    recency: Number(recency),
    frequency: Number(frequency),
    monetary: Number(monetary),
  };
}

export const sum = (column) => {
  let total = 0;
  for (let i = 0; i < column.length; i++) total += column[i];
  return total;
};
