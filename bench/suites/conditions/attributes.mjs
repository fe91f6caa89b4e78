// Any of four groups of five: [field, operator, value]. Every contender builds its own form from these.
import { subjects } from "../../internal/subjects.mjs";

export const groups = [
  [
    ["country", "in", ["DE", "FR"]],
    ["age", "gte", 30],
    ["age", "lt", 60],
    ["spend", "gte", 400],
    ["tier", "eq", "gold"],
  ],
  [
    ["vip", "eq", true],
    ["visits", "gte", 5],
    ["rating", "gte", 8],
    ["orders", "gt", 3],
    ["spend", "lt", 2500],
  ],
  [
    ["subscribed", "eq", true],
    ["city", "in", ["city-1", "city-7", "city-9"]],
    ["tenure", "gte", 365],
    ["returns", "lte", 1],
    ["orders", "gte", 2],
  ],
  [
    ["country", "eq", "CN"],
    ["tier", "in", ["gold", "platinum"]],
    ["rating", "gt", 6],
    ["visits", "lte", 20],
    ["age", "lt", 45],
  ],
];

export const digest = (members) => ({ members });

/** The plain attributes, which is what the peers take. */
export const records = (size) => subjects(size).map(({ attributes }) => attributes);

export function count(items, test) {
  let members = 0;
  for (let i = 0; i < items.length; i++) if (test(items[i])) members++;
  return members;
}
