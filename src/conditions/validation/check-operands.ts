import {
  type AmountInput,
  currencyDecimals,
  daysInMonth,
  readDay,
  readInstant,
  readMinorUnits,
} from "../../core/index.js";
import { amountIssue, didYouMean } from "../../core/shared.js";
import type { MoneyType, NameScope, TextType, ValueType } from "../typing/value-types.js";
import { checkValue } from "./check-aggregate.js";
import { type Checker, checkKeys, isPlainRecord, type Json, type Path } from "./checker.js";

/** Checks a literal against the type of what it is compared with. */
export function checkLiteral(literal: unknown, path: Path, type: ValueType, checker: Checker): void {
  const expected = (text: string): void => checker.reportAs("CONDITION_OPERAND", path, text, literal);
  switch (type.kind) {
    case "text":
      checkTextLiteral(literal, path, type, checker);
      return;
    case "number":
      if (typeof literal !== "number" || !Number.isFinite(literal)) expected("a finite number");
      else if (type.whole !== undefined && !isWithin(literal, type.whole)) {
        const [from, to] = type.whole;
        const hint = type.wraps ? "Monday is 1, Sunday is 7" : undefined;
        checker.reportAs("CONDITION_RANGE", path, `a whole number from ${from} to ${to}`, literal, hint);
      }
      return;
    case "boolean":
      if (typeof literal !== "boolean") expected("true or false");
      return;
    case "money":
      checkMoneyLiteral(literal, path, type, checker);
      return;
    case "day":
      if (!isBareDay(literal)) expected("a day that exists, as YYYY-MM-DD");
      return;
    case "instant":
      if (typeof literal !== "string" || (readInstant(literal) === undefined && !isBareDay(literal))) {
        expected("an ISO 8601 instant with offset or Z, or a day");
      }
      return;
    case "time":
      if (readTime(literal) === undefined) expected('a time of day as "HH:MM"');
      return;
    case "monthDay":
      if (readMonthDay(literal) === undefined) expected('a day of the year as "MM-DD"');
      return;
    case "list":
    case "birthday":
      expected(`no literal: a ${type.kind} is not compared with one`);
  }
}

/** Checks a list of one or more literals. */
export function checkLiterals(values: readonly unknown[], path: Path, type: ValueType, checker: Checker): void {
  if (values.length === 0) checker.reportAs("CONDITION_EMPTY_LIST", path, "one or more values", values);
  // By index: a hole in a list is a fault.
  for (let index = 0; index < values.length; index++) checkLiteral(values[index], [...path, index], type, checker);
}

const isWithin = (number: number, [from, to]: readonly [number, number]): boolean =>
  Number.isInteger(number) && number >= from && number <= to;

/** True for a day that exists, as `YYYY-MM-DD`. */
const isBareDay = (literal: unknown): literal is string =>
  typeof literal === "string" && readDay(literal) !== undefined;

/** Minutes of "HH:MM". */
export function readTime(literal: unknown): number | undefined {
  const match = typeof literal === "string" ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(literal) : null;
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}

/** "MM-DD" as 100 * month + day; 29 February is one. */
export function readMonthDay(literal: unknown): number | undefined {
  const match = typeof literal === "string" ? /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(literal) : null;
  if (match === null) return undefined;
  const month = Number(match[1]);
  const day = Number(match[2]);
  return day <= daysInMonth(2000, month) ? month * 100 + day : undefined;
}

/** A number that orders literals of one type; undefined for nodes, for faulty literals and where order needs the run's zone. */
export function orderOfLiteral(literal: unknown, type: ValueType): number | undefined {
  switch (type.kind) {
    case "number":
      return typeof literal === "number" ? literal : undefined;
    case "money": {
      const { amount, currency } = Object(literal) as { amount?: AmountInput; currency?: string };
      if (amount === undefined || (type.currency === "*" && currency === undefined)) return undefined;
      return Number(amount);
    }
    case "day":
      return typeof literal === "string" ? readDay(literal) : undefined;
    case "instant":
      return typeof literal === "string" ? readInstant(literal) : undefined;
    case "text": {
      const position = type.values?.indexOf(literal as string) ?? -1;
      return position === -1 ? undefined : position;
    }
    default:
      return undefined;
  }
}

function checkTextLiteral(literal: unknown, path: Path, { values }: TextType, checker: Checker): void {
  if (typeof literal !== "string") {
    checker.reportAs("CONDITION_OPERAND", path, "a text", literal);
  } else if (literal.length > checker.limits.textLength) {
    checker.reportAs("CONDITION_LIMIT", path, `at most ${checker.limits.textLength} characters`, literal);
  } else if (values !== undefined && !values.includes(literal)) {
    const expected = values.length <= 12 ? `one of ${values.join(", ")}` : "one of the declared values";
    checker.reportAs("CONDITION_OPERAND", path, expected, literal, didYouMean(literal, values));
  }
}

function checkMoneyLiteral(literal: unknown, path: Path, type: MoneyType, checker: Checker): void {
  const isMoney = isPlainRecord(literal) && typeof literal.amount === "string" && typeof literal.currency === "string";
  if (!isMoney) {
    checker.reportAs("CONDITION_OPERAND", path, 'an amount: { amount: "10.00", currency }', literal);
    return;
  }
  checkKeys(literal, ["amount", "currency"], path, checker);
  const { amount, currency } = literal as { amount: string; currency: string };
  if (!/^[A-Z]{3}$/.test(currency) || (type.currency !== "*" && type.currency !== currency)) {
    const expected = type.currency === "*" ? "a currency code of three capital letters" : type.currency;
    checker.reportAs("CONDITION_CURRENCY", [...path, "currency"], expected, currency);
    return;
  }
  const scale = type.scale ?? currencyDecimals(currency);
  if (readMinorUnits(amount, scale) !== undefined) return;
  const issue = amountIssue(amount, scale);
  checker.reportAs("CONDITION_OPERAND", [...path, "amount"], issue.expected, amount, issue.hint);
}

const FACTOR = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Checks what a subject is compared with: a literal, or a value of the same type. */
export function checkOperand(
  operand: unknown,
  path: Path,
  subject: ValueType,
  scope: NameScope,
  isOrder: boolean,
  checker: Checker,
): boolean {
  const before = checker.issues.length;
  if (isPlainRecord(operand) && "type" in operand) checkNode(operand, path, subject, scope, isOrder, checker);
  else if (!isOrder && subject.kind === "instant" && isBareDay(operand)) {
    const hint = 'Compare the part "localDay", or use within';
    checker.reportAs("CONDITION_OPERAND", path, "an instant: a day is many of them", operand, hint);
  } else checkLiteral(operand, path, subject, checker);
  return checker.issues.length === before;
}

function checkNode(
  node: Json,
  path: Path,
  subject: ValueType,
  scope: NameScope,
  isOrder: boolean,
  checker: Checker,
): void {
  const scaled = node.type === "scaled";
  if (scaled) {
    checkKeys(node, ["type", "times", "of"], path, checker);
    if (typeof node.times !== "string" || !FACTOR.test(node.times)) {
      checker.reportAs("CONDITION_OPERAND", [...path, "times"], 'an exact decimal such as "0.5"', node.times);
    }
    if (subject.kind !== "number" && subject.kind !== "money") {
      checker.reportAs("CONDITION_OPERAND", path, `a ${subject.kind}: only numbers and amounts are scaled`, node);
      return;
    }
  }
  const type = checkValue(scaled ? node.of : node, scaled ? [...path, "of"] : path, scope, checker);
  if (type === undefined) return;
  if (type.kind !== subject.kind) {
    const code = node.type === "parameter" ? "CONDITION_PARAMETER" : "CONDITION_OPERAND";
    checker.reportAs(code, path, `a ${subject.kind}`, type.kind);
  } else if (type.kind === "money" && subject.kind === "money") {
    if (type.currency !== subject.currency && type.currency !== "*" && subject.currency !== "*") {
      checker.reportAs("CONDITION_CURRENCY", path, `amounts in ${subject.currency}`, type.currency);
    } else if (type.currency === "*" && subject.currency === "*" && type.scale !== subject.scale) {
      checker.reportAs("CONDITION_OPERAND", path, "an amount with the same decimals", node.field);
    }
  } else if (isOrder && type.kind === "text" && subject.kind === "text" && !sameValues(type.values, subject.values)) {
    checker.reportAs("CONDITION_OPERAND", path, "a value with the same declared values in the same order", node.field);
  }
}

const sameValues = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);
