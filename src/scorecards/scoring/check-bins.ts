import type { Issue } from "../../core/index.js";
import type { Checker } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { NOTHING_THERE, splitDomain } from "../rules/split-domain.js";
import { domainOf } from "../rules/value-domain.js";
import type { ScorecardAttribute } from "./scorecard.js";

/** Every known value falls into exactly one bin. */
export function checkBins(
  { subject, bins }: ScorecardAttribute,
  path: Issue["path"],
  schema: FactSchema,
  check: Checker,
): void {
  const { examples, covers } = splitDomain(
    domainOf(subject, schema),
    bins.map(({ test }) => test),
  );
  covers.forEach((cover, index) => {
    if (cover !== undefined) return;
    const hint = "Bins are tests against literals of a number, amount, day, instant, text or truth value";
    const { op } = (bins[index] as (typeof bins)[number]).test;
    check.report([...path, "bins", index, "test"], "a test that can be checked now", op, hint, "SCORECARD_BIN_OPEN");
  });
  if (covers.includes(undefined)) return;
  examples.forEach((example, region) => {
    const [first, second] = covers.flatMap((cover, index) => (cover?.[region] ? [index] : []));
    if (first === undefined && example !== NOTHING_THERE) {
      check.report([...path, "bins"], "bins that hold every value", example, undefined, "SCORECARD_BIN_GAP");
    }
    if (second !== undefined) {
      check.report([...path, "bins", second], `no value of bin ${first}`, example, undefined, "SCORECARD_BIN_OVERLAP");
    }
  });
}
