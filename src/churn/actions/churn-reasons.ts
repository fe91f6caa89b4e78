import { type Condition, compileConditions, evaluateTable } from "../../conditions/index.js";
import { TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../../conditions/shared.js";
import { type Assessed, type Column, known, unknown } from "../../core/index.js";
import { customerPositions, itemsOf, refusal, requireList, requireShape } from "../../core/shared.js";
import { normalQuantile } from "../../math/index.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";

/** Something that may go with leaving. */
export interface ChurnTrait {
  readonly id: string;
  readonly when: Condition;
}

/** How often a trait is met among those lost and those kept. */
export interface ChurnReasonShare {
  readonly id: string;
  /** Of the lost of whom it is known. */
  readonly lostShare: number;
  readonly keptShare: number;
  /** lostShare over keptShare; unknown where nobody kept has the trait. */
  readonly lift: Assessed<number>;
  /** 95 %, of the lift; null where one side is empty. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Of how many it is known. */
  readonly lost: number;
  readonly kept: number;
}

/**
 * What the lost have more often than the kept (流失原因分析), the highest lift first; equal ones in the order given.
 *
 * Association, not cause: who complains may leave for what they complain of, or leave anyway and complain. The interval is D. Katz et al.'s of a ratio of shares
 * (Biometrics 34 (1978) 469), with half a customer added to each count where one is empty. Who is unknown for a trait counts on neither side.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS for a customer who is not in the table or on both sides
 * @example
 * import { churnReasons } from "clientele/churn";
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { complaints: { type: "number" } } });
 * const facts = factTable(schema, ["ann", "ben", "cai", "dan"].map((customerId, i) => ({ customerId, attributes: { complaints: i % 2 } })), { asOf: "2026-04-01" });
 * const complained = { id: "complained", when: { type: "compare", subject: { type: "attribute", field: "complaints" }, op: "gte", value: 1 } } as const;
 * const [first] = churnReasons(facts, { lost: ["ben", "dan"], kept: ["ann", "cai"] }, [complained]);
 * [first?.lostShare, first?.keptShare]; // => [1, 0]
 * @category Churn
 */
export function churnReasons<S extends FactSchema>(
  facts: FactTable<S>,
  groups: { readonly lost: Column<string>; readonly kept: Column<string> },
  traits: readonly ChurnTrait[],
): readonly ChurnReasonShare[] {
  requireFactTable(facts);
  requireShape(groups, "groups", "lost and kept, a list each", "lost", "kept");
  for (const name of ["lost", "kept"] as const) requireList(groups[name], ["groups", name]);
  const places = customerPositions(facts.customerIds);
  const taken = new Set<string>();
  const rowsOf = (name: "lost" | "kept"): readonly number[] =>
    Array.from(groups[name], (id, index) => {
      const place = places.get(id);
      if (place === undefined || taken.has(id)) {
        throw refusal("INVALID_OPTIONS", ["groups", name, index], "a customer of the table, named once", id);
      }
      taken.add(id);
      return place;
    });
  const [lost, kept] = [rowsOf("lost"), rowsOf("kept")];
  const { asOf, timeZone, schema } = facts;
  const compiled = compileConditions(
    itemsOf(traits, "traits", "a trait with its condition", "when").map(({ when }) => when),
    schema,
    { asOf, timeZone },
  );
  const columns = evaluateTable(facts, compiled);
  const found = traits.map(({ id }, index): ChurnReasonShare => {
    const count = (rows: readonly number[]) => {
      const told = rows.filter((row) => columns[index]![row] !== UNKNOWN_IN_COLUMN);
      return { all: told.length, with: told.filter((row) => columns[index]![row] === TRUE_IN_COLUMN).length };
    };
    const [l, k] = [count(lost), count(kept)];
    const [lostShare, keptShare] = [l, k].map((side) => (side.all === 0 ? 0 : side.with / side.all)) as [
      number,
      number,
    ];
    const lift = k.with === 0 || l.all === 0 ? unknown(["kept"]) : known(lostShare / keptShare);
    return { id, lostShare, keptShare, lift, interval: ratioInterval(l, k), lost: l.all, kept: k.all };
  });
  const rank = ({ lift, lostShare }: ChurnReasonShare): number =>
    lift.status === "known" ? lift.value : lostShare > 0 ? Number.MAX_VALUE : -1;
  return found.sort((a, b) => rank(b) - rank(a));
}

interface Count {
  readonly all: number;
  readonly with: number;
}

function ratioInterval(lost: Count, kept: Count): readonly [number, number] | null {
  if (lost.all === 0 || kept.all === 0) return null;
  const half = lost.with === 0 || kept.with === 0 ? 0.5 : 0;
  const [a, m, b, n] = [lost.with + half, lost.all + half, kept.with + half, kept.all + half];
  const spread = normalQuantile(0.025, "upper") * Math.sqrt(Math.max(0, 1 / a - 1 / m + 1 / b - 1 / n));
  const ratio = a / m / (b / n);
  return [ratio * Math.exp(-spread), ratio * Math.exp(spread)];
}
