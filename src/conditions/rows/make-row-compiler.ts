import { once } from "../once.js";
import type { ComparePlan, GroupPlan, Plan, QuantifierPlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import {
  both,
  type Code,
  codeOf,
  codeOfTruth,
  either,
  FALSE,
  negate,
  TRUE,
  UNKNOWN,
} from "../reading/compare-readings.js";
import { readingJudge } from "./judge-test.js";
import { valueReader } from "./read-value.js";
import { itemCounter, itemSelector, judgeItem } from "./select-items.js";
import { sequenceJudge } from "./sequence-judge.js";
import type { FactSource, Judge, RowCompiler } from "./subject.js";

/** Closures that judge one subject at a time: one per plan, however many places share it. */
export function makeRowCompiler(clock: RunClock, source: FactSource): RowCompiler {
  const made = new Map<Plan, Judge>();
  const rows: RowCompiler = {
    clock,
    source,
    judgeOf: (plan) =>
      once(made, plan, () => {
        const judge = makeJudge(plan, rows);
        return plan.uses > 1 && plan.isRoot && plan.cost > 1 ? remembered(plan, judge) : judge;
      }),
    readerOf: (plan) => valueReader(plan, rows),
  };
  return rows;
}

/** Asked once per subject, whoever shares it. */
function remembered(plan: Plan, judge: Judge): Judge {
  return (subject) => {
    subject.results ??= new Map();
    let code = subject.results.get(plan);
    if (code === undefined) {
      code = judge(subject);
      subject.results.set(plan, code);
    }
    return code;
  };
}

function makeJudge(plan: Plan, rows: RowCompiler): Judge {
  switch (plan.type) {
    case "constant": {
      const code = codeOfTruth(plan.condition.value);
      return () => code;
    }
    case "group":
      return groupJudge(plan, rows);
    case "not": {
      const of = rows.judgeOf(plan.of);
      return (subject) => negate(of(subject));
    }
    case "assume": {
      const of = rows.judgeOf(plan.of);
      const settled = codeOf(plan.condition.unknown);
      return (subject) => {
        const code = of(subject);
        return code === UNKNOWN ? settled : code;
      };
    }
    case "reference":
      return rows.judgeOf(plan.of);
    case "compare":
      return compareJudge(plan, rows);
    case "quantifier":
      return quantifierJudge(plan, rows);
    case "sequence":
      return sequenceJudge(plan, rows);
  }
}

/** Cheap children first, and no further than the answer needs: Kleene's groups do not mind the order, and judging never throws. */
function groupJudge(plan: GroupPlan, rows: RowCompiler): Judge {
  const { count } = plan;
  const children = [...plan.of].sort((a, b) => a.cost - b.cost).map(rows.judgeOf);
  if (count === children.length) return allJudge(children);
  if (count === 1) return anyJudge(children);
  return (subject) => {
    let certain = 0;
    let possible = children.length;
    for (const child of children) {
      const code = child(subject);
      if (code === TRUE && ++certain >= count) return TRUE;
      if (code === FALSE && --possible < count) return FALSE;
    }
    return UNKNOWN;
  };
}

function allJudge(children: readonly Judge[]): Judge {
  return (subject) => {
    let code: Code = TRUE;
    for (let index = 0; index < children.length; index++) {
      code = both(code, (children[index] as Judge)(subject));
      if (code === FALSE) return FALSE;
    }
    return code;
  };
}

function anyJudge(children: readonly Judge[]): Judge {
  return (subject) => {
    let code: Code = FALSE;
    for (let index = 0; index < children.length; index++) {
      code = either(code, (children[index] as Judge)(subject));
      if (code === TRUE) return TRUE;
    }
    return code;
  };
}

function compareJudge(plan: ComparePlan, rows: RowCompiler): Judge {
  const fast = rows.source.leaf(plan);
  if (fast !== undefined) return fast;
  const read = rows.readerOf(plan.subject);
  const judge = readingJudge(plan, rows);
  return (subject) => judge(read(subject), subject);
}

function quantifierJudge(plan: QuantifierPlan, rows: RowCompiler): Judge {
  if (plan.holds !== undefined) return everyJudge(itemSelector(plan.items, rows), rows.judgeOf(plan.holds));
  const count = itemCounter(plan.items, rows);
  const some: Judge = (subject) => {
    const { certain, possible, isTruncated } = count(subject);
    if (certain > 0) return TRUE;
    return possible > 0 || isTruncated ? UNKNOWN : FALSE;
  };
  return plan.condition.type === "some" ? some : (subject) => negate(some(subject));
}

/** Every item: not (where) or holds. */
function everyJudge(select: ReturnType<typeof itemSelector>, holds: Judge): Judge {
  return (subject) => {
    const { view, positions, codes, isTruncated } = select(subject);
    const { item, itemAt } = subject;
    let code: Code = isTruncated ? UNKNOWN : TRUE;
    for (let index = 0; index < positions.length && code !== FALSE; index++) {
      const isExempt = codes[index] === TRUE ? FALSE : UNKNOWN;
      code = both(code, either(isExempt, judgeItem(view, positions[index] as number, holds, subject)));
    }
    subject.item = item;
    subject.itemAt = itemAt;
    return code;
  };
}
