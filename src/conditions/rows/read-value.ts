import { isFactGap } from "../../model/shared.js";
import type { CellPlan, ValuePlan } from "../planning/plan.js";
import { isBounds, type Quantity, type Ratio, timesQuantity } from "../reading/exact-numbers.js";
import { partReader } from "../reading/read-part.js";
import { type Reading, readingGaps, type TaggedMoney } from "../reading/reading.js";
import { aggregateReader } from "./aggregate-reader.js";
import type { RowCompiler, ValueReader } from "./subject.js";

/** How a planned value is read in rows. */
export function valueReader(plan: ValuePlan, rows: RowCompiler): ValueReader {
  switch (plan.type) {
    case "attribute":
    case "item":
      return cellReader(plan, rows);
    case "literal": {
      const { value } = plan;
      return () => value;
    }
    case "aggregate":
      return aggregateReader(plan, rows);
    case "scaled":
      return changed(rows.readerOf(plan.of), (reading) => scaled(reading, plan.times));
    case "mapped":
      return changed(rows.readerOf(plan.of), (text) => plan.map(text as string) as string | number);
    case "now": {
      const { asOf } = rows.clock;
      const value = plan.part === undefined ? asOf : partReader(plan.part, { kind: "instant" }, rows.clock)(asOf);
      return () => value;
    }
    case "tagged":
      return changed(rows.readerOf(plan.of), (minor) => ({
        minor: minor as Quantity,
        currency: plan.currency,
      }));
    case "untagged":
      return changed(rows.readerOf(plan.of), (reading) => {
        const { minor, currency } = reading as TaggedMoney;
        return currency === plan.currency ? minor : readingGaps.otherCurrency;
      });
  }
}

function changed(read: ValueReader, change: (reading: Reading) => Reading): ValueReader {
  return (subject) => {
    const reading = read(subject);
    return isFactGap(reading) ? reading : change(reading);
  };
}

/** A reading times an exact fraction; a negative factor turns bounds round. */
function scaled(reading: Reading, times: Ratio): Reading {
  if (isBounds(reading)) {
    const ends = [timesQuantity(reading.atLeast, times), timesQuantity(reading.atMost, times)] as const;
    return times.numerator < 0 ? { atLeast: ends[1], atMost: ends[0] } : { atLeast: ends[0], atMost: ends[1] };
  }
  if (typeof reading === "object" && "currency" in reading) {
    const { minor, currency } = reading as TaggedMoney;
    return { minor: timesQuantity(minor, times), currency };
  }
  return timesQuantity(reading as Quantity, times);
}

function cellReader(plan: CellPlan, rows: RowCompiler): ValueReader {
  const read = rows.source.cell(plan);
  if (plan.part === undefined) return read;
  const part = partReader(plan.part, plan.fieldType, rows.clock);
  return (subject) => {
    const value = read(subject);
    return isFactGap(value) ? value : part(value);
  };
}
