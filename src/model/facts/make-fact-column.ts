import type { Birthday, Column, MaybeColumn, Zone } from "../../core/index.js";
import type { FactColumn, ListColumn, TextColumn } from "./fact-column.js";
import { isFactGap } from "./fact-gap.js";
import { factReader, scaleOfField } from "./fact-reader.js";
import type { AnyMoney, FactValue } from "./fact-value.js";
import type { Field, MoneyField } from "./facts.js";

/**
 * Reads plain values of a field into its typed column, each as {@link factReader} reads it. Of a column with unknowns, only the known rows are read.
 */
export function makeFactColumn(field: Field, cells: Column<unknown> | MaybeColumn<unknown>, zone: Zone): FactColumn {
  const plain = "values" in cells && "known" in cells ? cells.values : (cells as Column<unknown>);
  const given = "values" in cells && "known" in cells ? cells.known : undefined;
  if (field.type === "number" && field.assessed !== true && ArrayBuffer.isView(plain)) {
    const numbers = numberColumn(plain as unknown as ArrayLike<number>, given);
    if (numbers !== undefined) return numbers;
  }
  const read = factReader(field, zone);
  const known = new Uint8Array(plain.length);
  const values: (FactValue | undefined)[] = new Array(plain.length);
  const faults = new Map<number, unknown>();
  for (let row = 0; row < plain.length; row++) {
    const raw = given === undefined || given[row] !== 0 ? plain[row] : undefined;
    const value = read(raw);
    if (!isFactGap(value)) {
      known[row] = 1;
      values[row] = value;
    } else if (!value.missing) faults.set(row, raw);
  }
  return typedColumn(field, values, { known, ...(faults.size === 0 ? {} : { faults }) });
}

/** Numbers of a typed array, copied without boxing one; undefined where one of them is not finite, which has to be told by its row. */
function numberColumn(plain: ArrayLike<number>, given: ArrayLike<number> | undefined): FactColumn | undefined {
  const values = new Float64Array(plain.length);
  const known = new Uint8Array(plain.length);
  for (let row = 0; row < plain.length; row++) {
    if (given !== undefined && given[row] === 0) continue;
    const value = plain[row] as number;
    if (!Number.isFinite(value)) return undefined;
    values[row] = value;
    known[row] = 1;
  }
  return { type: "number", values, known };
}

type Read = readonly (FactValue | undefined)[];
type Traits = Pick<FactColumn, "known" | "faults">;

function typedColumn(field: Field, values: Read, traits: Traits): FactColumn {
  switch (field.type) {
    case "number":
      return { type: "number", values: doubles(values), ...traits };
    case "money":
      return moneyColumn(field, values, traits);
    case "instant":
      return { type: "instant", values: doubles(values), ...traits };
    case "day":
      return { type: "day", values: Int32Array.from(values, (value) => (value ?? 0) as number), ...traits };
    case "boolean":
      return { type: "boolean", values: Uint8Array.from(values, (value) => (value === true ? 1 : 0)), ...traits };
    case "birthday":
      return { type: "birthday", values: values as readonly Birthday[], ...traits };
    case "numbers":
      return { type: "numbers", values: values as readonly (readonly number[])[], ...traits };
    case "string":
      return textColumn(values as readonly (string | undefined)[], field.values, traits);
    case "strings":
      return listColumn(values as readonly (readonly string[] | undefined)[], field.values, traits);
  }
}

/** In a loop, since `Float64Array.from` goes through an iterator, which is many times slower. */
function doubles(values: Read): Float64Array {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) numbers[row] = (values[row] ?? 0) as number;
  return numbers;
}

function moneyColumn(field: MoneyField, values: Read, traits: Traits): FactColumn {
  const scale = scaleOfField(field);
  if (field.currency === "*") return { type: "any-money", scale, values: values as readonly AnyMoney[], ...traits };
  return { type: "money", currency: field.currency, scale: scale as number, values: doubles(values), ...traits };
}

function textColumn(
  texts: readonly (string | undefined)[],
  declared: readonly string[] | undefined,
  traits: Traits,
): TextColumn {
  const { codeOf, dictionary } = coder(declared);
  const codes = Int32Array.from(texts, (text) => (text === undefined ? 0 : codeOf(text)));
  return { type: "string", codes, dictionary, values: texts as readonly string[], ...traits };
}

function listColumn(
  lists: readonly (readonly string[] | undefined)[],
  declared: readonly string[] | undefined,
  traits: Traits,
): ListColumn {
  const { codeOf, dictionary } = coder(declared);
  const offsets = new Int32Array(lists.length + 1);
  const codes: number[] = [];
  for (let row = 0; row < lists.length; row++) {
    for (const text of lists[row] ?? []) codes.push(codeOf(text));
    offsets[row + 1] = codes.length;
  }
  const values = lists as readonly (readonly string[])[];
  return { type: "strings", offsets, codes: Int32Array.from(codes), dictionary, values, ...traits };
}

function coder(declared: readonly string[] = []): {
  readonly codeOf: (text: string) => number;
  readonly dictionary: readonly string[];
} {
  const dictionary = [...declared];
  const codes = new Map(dictionary.map((text, code) => [text, code]));
  const codeOf = (text: string): number => {
    let code = codes.get(text);
    if (code === undefined) {
      code = dictionary.length;
      dictionary.push(text);
      codes.set(text, code);
    }
    return code;
  };
  return { codeOf, dictionary };
}
