import { type Festival, formatInstant } from "../../core/index.js";
import { checkOptions, choice, flag } from "../../core/shared.js";
import type { Field } from "../../model/index.js";
import type { Condition, Operand, Test, Value } from "../condition.js";
import type { Literal, ParameterValue, Part } from "../value.js";
import type { Window } from "../window.js";
import { freeze, stated } from "./scoped.js";
import type {
  AnniversaryOptions,
  BetweenOptions,
  BuilderOf,
  DayRange,
  OrMissing,
  TextOptions,
} from "./value-builders.js";

/** An operand as the running code sees it: a literal, or something that carries the JSON of a node. */
type OperandInput = Literal | Date | { readonly epochMilliseconds: number } | { readonly value: Operand };
type ListInput = readonly OperandInput[] | { readonly value: ParameterValue };

/** All that a comparison may be told beside its operands. */
type AnyOptions = OrMissing & BetweenOptions & AnniversaryOptions & TextOptions;
const optionRules = {
  orMissing: flag,
  ignoreCase: flag,
  bounds: choice(["[]", "[)", "(]", "()"]),
  leapDay: choice(["feb28", "mar1"]),
};

/** Every test of every type: the types above decide which of them can be reached. */
export function buildValue<F extends Field, Scope extends string>(
  value: Value,
  field: Pick<F, "type"> & { readonly currency?: string },
): BuilderOf<F, Scope> {
  const compare = (test: Test, options: AnyOptions = {}): Condition => {
    checkOptions<AnyOptions>(options, optionRules);
    const { orMissing, ignoreCase } = options;
    return freeze({
      type: "compare",
      subject: value,
      ...test,
      ...(orMissing === true ? { orMissing } : {}),
      ...(ignoreCase === true ? { ignoreCase } : {}),
    } as Condition);
  };
  const operand = (input: OperandInput): Operand => operandOf(input, field.currency);
  const list = (input: ListInput): readonly Literal[] | ParameterValue =>
    "value" in input ? input.value : input.map((literal) => operand(literal) as Literal);
  const text = (input: string | { readonly value: ParameterValue }): string | ParameterValue =>
    typeof input === "string" ? input : input.value;
  const one = (op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte") => (input: OperandInput, options?: TextOptions) =>
    compare({ op, value: operand(input) }, options);
  const listed = (op: "in" | "notIn" | "hasAny" | "hasAll" | "hasNone") => (input: ListInput, options?: TextOptions) =>
    compare({ op, values: list(input) }, options);
  const textual =
    (op: "contains" | "startsWith" | "endsWith" | "under") =>
    (input: string | { readonly value: ParameterValue }, options?: TextOptions) =>
      compare({ op, value: text(input) }, options);
  const part = (part: Part): unknown =>
    buildValue({ ...value, part } as Value, { type: part === "localDay" ? "day" : "string" });
  const builder = {
    value: freeze(value),
    eq: one("eq"),
    ne: one("ne"),
    gt: one("gt"),
    gte: one("gte"),
    lt: one("lt"),
    lte: one("lte"),
    between: (from: OperandInput, to: OperandInput, options: BetweenOptions = {}) =>
      compare({ op: "between", from: operand(from), to: operand(to), ...stated({ bounds: options.bounds }) }, options),
    in: listed("in"),
    notIn: listed("notIn"),
    hasAny: listed("hasAny"),
    hasAll: listed("hasAll"),
    hasNone: listed("hasNone"),
    contains: textual("contains"),
    startsWith: textual("startsWith"),
    endsWith: textual("endsWith"),
    under: textual("under"),
    exists: () => compare({ op: "exists" }),
    missing: () => compare({ op: "missing" }),
    within: (window: Window, options?: TextOptions) => compare({ op: "within", window }, options),
    anniversary: ({ from, to }: DayRange, options: AnniversaryOptions = {}) =>
      compare({ op: "anniversary", from, to, ...stated({ leapDay: options.leapDay }) }, options),
    times: (times: string) => freeze({ value: { type: "scaled", times, of: value } }),
    part,
    festival: (festival: Festival) => part({ festival }),
  };
  return Object.freeze(Object.assign(Object.create(null), builder)) as BuilderOf<F, Scope>;
}

function operandOf(input: OperandInput, currency: string | undefined): Operand {
  if (input instanceof Date) return formatInstant(input.getTime());
  if (typeof input === "object") {
    if ("value" in input) return input.value;
    return "epochMilliseconds" in input ? formatInstant(input.epochMilliseconds) : input;
  }
  return typeof input === "string" && currency !== undefined && currency !== "*" ? { amount: input, currency } : input;
}
