import {
  type Assessed,
  ageOn,
  type Birthday,
  type CustomerTable,
  currencyDecimals,
  customerTable,
  type Day,
  formatDay,
  known,
  type MaybeColumn,
  type MaybeList,
  type Money,
  parseMinorUnits,
  unknown,
} from "../../core/index.js";
import {
  checkOptions,
  finite,
  listOf,
  maybeTexts,
  type OptionRules,
  object,
  refusal,
  todayOf,
} from "../../core/shared.js";
import type { FactColumn, FactSchema, FactTable, MoneyColumn } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import { ascending, bandsReached } from "./band-edges.js";

/** Who one customer is, in bands. */
export interface Demographics {
  readonly customerId: string;
  /** "18-34", "65+"; whole years at the table's day. */
  readonly age: Assessed<string>;
  readonly income: Assessed<string>;
  readonly gender: Assessed<string>;
}

/** The same in columns. */
export interface DemographicsColumns {
  readonly age: MaybeList<string>;
  readonly income: MaybeList<string>;
  readonly gender: MaybeList<string>;
}

/** Where bands begin. */
export interface ClassifyDemographicsOptions {
  /** The first age of each band, ascending; default 0, 18, 35, 50, 65. */
  readonly ageFrom?: readonly number[] | undefined;
  /** The least income of each band, ascending, in one currency. */
  readonly incomeFrom?: readonly Money[] | undefined;
}

const rules: OptionRules<ClassifyDemographicsOptions> = {
  ageFrom: listOf(finite({ from: 0, to: 150 }), 1),
  incomeFrom: listOf(object("an amount with its currency"), 1),
};

/**
 * Age, income and gender in bands, from the facts `birthday`, `income` and `gender` where the schema has them.
 *
 * Age is reckoned at the table's day and never stored: a band is half-open, "35-49" holds from the 35th to the eve of the 50th birthday (who was born on
 * 29 February completes a year on 1 March of a common year). Income in another currency than the bands is unknown, and so is whatever was not given.
 * @throws INVALID_OPTIONS
 * @example
 * import { customerSchema, defineSchema, factTable } from "clientele/model";
 * import { classifyDemographics } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { birthday: { type: "birthday" } } });
 * const facts = factTable(schema, [{ customerId: "ann", attributes: { birthday: "1990-06-15" } }], { asOf: "2026-04-01" });
 * classifyDemographics(facts).columns.age.values; // => ["35-49"]
 * @category Classes
 */
export function classifyDemographics<S extends FactSchema>(
  facts: FactTable<S>,
  options: ClassifyDemographicsOptions = {},
): CustomerTable<Demographics, DemographicsColumns> {
  requireFactTable(facts);
  checkOptions<ClassifyDemographicsOptions>(options, rules);
  const ageFrom = ascending(options.ageFrom ?? [0, 18, 35, 50, 65], ["ageFrom"]);
  const [{ currency } = { currency: "" }] = options.incomeFrom ?? [];
  const scale = currency === "" ? 0 : currencyDecimals(currency, ["incomeFrom", 0, "currency"]);
  const incomeFrom = ascending(
    (options.incomeFrom ?? []).map((money, at) => {
      if (money.currency !== currency)
        throw refusal("INVALID_OPTIONS", ["incomeFrom", at, "currency"], currency, money.currency);
      return parseMinorUnits(money.amount, scale, ["incomeFrom", at, "amount"]) / 10 ** scale;
    }),
    ["incomeFrom"],
  );
  const today = todayOf(facts);
  const birthdays = columnOf(facts, "birthday");
  const ageBand = (years: number): string | undefined =>
    bandOf(years, ageFrom, (from, to) => (to === undefined ? `${from}+` : `${from}-${to - 1}`));
  const age = maybeTexts(facts.size, (index) => {
    if (birthdays?.known[index] !== 1) return undefined;
    const years = ageOn(birthdayAt(birthdays, index), today);
    return years.status === "known" ? ageBand(years.value) : undefined;
  });
  const incomes = columnOf(facts, "income");
  const income = maybeTexts(facts.size, (index) => {
    if (incomeFrom.length === 0 || incomes?.known[index] !== 1) return undefined;
    const amount = amountIn(incomes, index, currency);
    return amount === undefined
      ? undefined
      : bandOf(amount, incomeFrom, (_, __, at) => `${options.incomeFrom?.[at]?.amount}+`);
  });
  const genders = columnOf(facts, "gender");
  const gender = maybeTexts(facts.size, (index) =>
    genders?.known[index] === 1 ? String(genders.values[index]) : undefined,
  );
  const cell = (column: MaybeColumn<string>, index: number, name: string): Assessed<string> =>
    column.known[index] === 1 ? known(column.values[index]!) : unknown([name]);
  return customerTable<Demographics, DemographicsColumns>({
    customerIds: facts.customerIds,
    columns: { age, income, gender },
    row: (index) => ({
      customerId: facts.customerIds[index]!,
      age: cell(age, index, "birthday"),
      income: cell(income, index, "income"),
      gender: cell(gender, index, "gender"),
    }),
  });
}

function columnOf(facts: FactTable<FactSchema>, name: string): FactColumn | undefined {
  return Object.hasOwn(facts.schema.attributes, name) ? facts.column(name) : undefined;
}

/** A birthday may be kept as a day, too. */
function birthdayAt(column: FactColumn, index: number): Birthday | Day {
  return column.type === "day" ? formatDay(column.values[index]!) : (column.values[index] as Birthday);
}

/** An amount in units of a currency, whatever scale it is kept in; undefined in another currency. */
function amountIn(column: FactColumn, row: number, currency: string): number | undefined {
  if (column.type !== "money" && column.type !== "any-money") return undefined;
  const value = column.values[row]!;
  const own = typeof value === "number" ? { minor: value, currency: (column as MoneyColumn).currency } : value;
  return own.currency === currency ? own.minor / 10 ** (column.scale ?? currencyDecimals(currency)) : undefined;
}

/** The band that a value lies in, named by its ends; undefined below the first. */
function bandOf(
  value: number,
  from: readonly number[],
  name: (from: number, to: number | undefined, at: number) => string,
): string | undefined {
  const at = bandsReached(value, from) - 1;
  return at < 0 ? undefined : name(from[at]!, from[at + 1], at);
}
