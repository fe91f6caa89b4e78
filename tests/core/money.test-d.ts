import { addMoney, compareMoney, type Money, multiplyMoney, subtractMoney, sumMoney } from "../../src/core/index.js";

declare const euros: Money<"EUR">;
declare const dollars: Money<"USD">;
declare const some: Money;

export const sum: Money<"EUR"> = addMoney(euros, euros);
export const product: Money<"EUR"> = multiplyMoney(euros, "1.19");
export const total: Money<"EUR"> = sumMoney([euros, euros], "EUR");
export const unknownCurrency: Money = addMoney(some, some);

// @ts-expect-error two currencies do not add up
addMoney(euros, dollars);
// @ts-expect-error nor do they subtract
subtractMoney(euros, dollars);
// @ts-expect-error nor compare
compareMoney(euros, dollars);
// @ts-expect-error nor sum
sumMoney([euros, dollars], "EUR");
// @ts-expect-error a currency that only the data know may be another one: it is checked when the program runs, after a cast
addMoney(euros, some);
// @ts-expect-error a factor is a decimal string: 0.1 * 3 is not 0.3
multiplyMoney(euros, 0.3);
// @ts-expect-error there is no such rounding
multiplyMoney(euros, "0.3", { rounding: "up" });
