import { currencyDecimals, formatMinorUnits, type MaybeColumn, parseInstant, zoneOf } from "../../core/index.js";
import { inWords, NO_CURRENCY, refusal } from "../../core/shared.js";
import type { FactColumn, FactSchema, MoneyField } from "../../model/index.js";
import { scaleOfField } from "../../model/shared.js";
import type { CustomerBase } from "../customer-base.js";

/** The facts that every base tells, by the names they have in `customerSchema`. */
const told = {
  orders: "number",
  purchaseDays: "number",
  firstPurchase: "day",
  lastPurchase: "day",
  daysSinceLast: "number",
  gross: "money",
  refunded: "money",
  net: "money",
} as const;
type Told = keyof typeof told;

/** The columns of those of a schema's attributes that the base tells. */
export function baseFacts(schema: FactSchema, base: CustomerBase): ReadonlyMap<string, FactColumn> {
  const columns = new Map<string, FactColumn>();
  for (const [name, field] of Object.entries(schema.attributes)) {
    if (!Object.hasOwn(told, name)) continue;
    const type = told[name as Told];
    const path = ["schema", "attributes", name];
    if (field.type !== type)
      throw refusal(
        "INVALID_FACT_PARTS",
        [...path, "type"],
        `"${type}", since the base tells ${name}`,
        inWords(`"${field.type}"`),
      );
    columns.set(
      name,
      field.type === "money" ? moneyFact(base, name as Told, field, path) : plainFact(base, name as Told),
    );
  }
  return columns;
}

function plainFact(base: CustomerBase, name: Told): FactColumn {
  const { orders, purchaseDays, firstDay, lastDay } = base.columns;
  switch (name) {
    case "orders":
      return numbers(orders, everybody(base));
    case "purchaseDays":
      return numbers(purchaseDays, everybody(base));
    case "firstPurchase":
      return days(firstDay);
    case "lastPurchase":
      return days(lastDay);
    default: {
      const today = zoneOf(base.timeZone).dayAt(parseInstant(base.asOf));
      const since = new Float64Array(base.size);
      for (let i = 0; i < base.size; i++) since[i] = today - lastDay.values[i]!;
      return numbers(since, lastDay.known);
    }
  }
}

function moneyFact(base: CustomerBase, name: Told, field: MoneyField, path: readonly string[]): FactColumn {
  const { columns, currency, scale: baseScale } = base;
  const minor = name === "gross" ? columns.grossMinor : name === "refunded" ? columns.refundedMinor : columns.netMinor;
  // A base that has read nothing has no currency: its zeros are zeros in any.
  const isEmpty = currency === NO_CURRENCY;
  if (field.currency !== "*" && field.currency !== currency && !isEmpty) {
    throw refusal(
      "INVALID_FACT_PARTS",
      [...path, "currency"],
      `"${currency}", the currency of the base`,
      inWords(`"${field.currency}"`),
    );
  }
  const scale = scaleOfField(field) ?? currencyDecimals(currency);
  if (scale < baseScale && !isEmpty) {
    const hint = `Declare the field with scale: ${baseScale}`;
    throw refusal(
      "INVALID_FACT_PARTS",
      [...path, "scale"],
      `${baseScale} decimals, as the base keeps`,
      inWords(`${scale}`),
      hint,
    );
  }
  const values = new Float64Array(base.size);
  const known = everybody(base);
  const faults = new Map<number, unknown>();
  for (let i = 0; i < base.size; i++) {
    values[i] = minor[i]! * 10 ** (scale - baseScale);
    if (Number.isSafeInteger(values[i])) continue;
    known[i] = 0;
    faults.set(i, formatMinorUnits(minor[i]!, baseScale));
  }
  const traits = { known, ...(faults.size === 0 ? {} : { faults }) };
  if (field.currency !== "*") return { type: "money", currency: field.currency, scale, values, ...traits };
  return {
    type: "any-money",
    scale: field.scale,
    values: Array.from(values, (amount) => ({ minor: amount, currency })),
    ...traits,
  };
}

const everybody = (base: CustomerBase): Uint8Array => new Uint8Array(base.size).fill(1);

const numbers = (values: Iterable<number>, known: Iterable<number>): FactColumn => ({
  type: "number",
  values: new Float64Array(values),
  known: new Uint8Array(known),
});

const days = ({ values, known }: MaybeColumn): FactColumn => ({
  type: "day",
  values: new Int32Array(values),
  known: new Uint8Array(known),
});
