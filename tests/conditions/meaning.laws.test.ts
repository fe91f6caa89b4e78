import { type Condition, compileCondition, type Truth } from "clientele/conditions";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryCase,
  arbitraryFacts,
  arbitraryItemsCase,
  arbitraryLeaf,
  type Moment,
  moments,
  references,
  schema,
  treeOf,
} from "./support/arbitrary.js";

type Plain = Readonly<Record<string, unknown>>;
interface Subject {
  readonly attributes: Plain;
  readonly collections?: Readonly<Record<string, readonly Plain[]>>;
  readonly knownSince?: unknown;
}

const judge = (condition: Condition, facts: object, moment: Moment): Truth =>
  compileCondition(condition, schema, { ...moment, references }).evaluate(facts as never);
const isKnown = (truth: Truth): boolean => truth !== "unknown";

const drawn = (count: number, options = {}) =>
  fc.constantFrom(...moments).chain((moment) =>
    fc.record({
      moment: fc.constant(moment),
      of: fc.array(treeOf(arbitraryLeaf(moment), { depth: 1, ...options }), { minLength: count, maxLength: count }),
      facts: arbitraryFacts(moment) as fc.Arbitrary<Subject>,
    }),
  );

/** One leaf, on items as often as not: in trees most of what a leaf says is drowned. */
const anyLeaf = fc.oneof(arbitraryItemsCase, arbitraryItemsCase, arbitraryCase) as fc.Arbitrary<{
  readonly moment: Moment;
  readonly condition: Condition;
  readonly facts: Subject;
}>;

/** True where a condition asks about knowledge itself: these four stand outside the law of information. */
function asksAboutKnowledge(condition: Condition): boolean {
  const text = JSON.stringify(condition);
  return ['"exists"', '"missing"', "orMissing", "assume", "skipMissing", '"constant"'].some((word) =>
    text.includes(word),
  );
}

describe("Kleene's logic", () => {
  test("De Morgan, and groups as k of n", () => {
    fc.assert(
      fc.property(drawn(3), ({ moment, of, facts }) => {
        const not = (child: Condition): Condition => ({ type: "not", of: child });
        const same = (left: Condition, right: Condition): void =>
          expect(judge(left, facts, moment)).toBe(judge(right, facts, moment));
        same(not({ type: "all", of }), { type: "any", of: of.map(not) });
        same({ type: "all", of }, { type: "atLeast", count: 3, of });
        same({ type: "any", of }, { type: "atLeast", count: 1, of });
        same(not({ type: "atLeast", count: 2, of }), { type: "atLeast", count: 2, of: of.map(not) });
        same({ type: "all", of }, { type: "all", of: [...of].reverse() });
        same(not(not(of[0] as Condition)), of[0] as Condition);
      }),
    );
  });

  test("none is not some, and every is none that fails", () => {
    fc.assert(
      fc.property(arbitraryItemsCase, ({ moment, condition, facts }) => {
        fc.pre(condition.type === "some" || condition.type === "every");
        if (condition.type === "some") {
          expect(judge({ type: "not", of: { ...condition, type: "none" } }, facts, moment)).toBe(
            judge(condition, facts, moment),
          );
        } else if (condition.type === "every") {
          const { holds, where, id, ...rest } = condition;
          const fails: Condition = { type: "not", of: holds };
          const broken: Condition = where === undefined ? fails : { type: "all", of: [where, fails] };
          expect(judge({ ...rest, type: "none", where: broken }, facts, moment)).toBe(judge(condition, facts, moment));
        }
      }),
    );
  });
});

// A planted bug that this law caught (in 409 cases): a count that drops uncertain items.
describe("information: learning more settles unknowns and overturns nothing", () => {
  const settles = (before: Truth, after: Truth): void => {
    if (isKnown(before)) expect(after).toBe(before);
  };

  test("an attribute or a field of an item that is taken away", () => {
    fc.assert(
      fc.property(anyLeaf, fc.nat(), ({ moment, condition, facts }, pick) => {
        fc.pre(!asksAboutKnowledge(condition));
        const names = Object.keys(facts.attributes);
        const without = (record: Plain, key: string | undefined): Plain =>
          Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
        const poorer = { ...facts, attributes: without(facts.attributes, names[pick % Math.max(names.length, 1)]) };
        settles(judge(condition, poorer, moment), judge(condition, facts, moment));
        const orders = facts.collections?.order;
        if (!Array.isArray(orders)) return;
        const vaguer = orders.map((order, index) =>
          index === pick % orders.length ? without(order, ["amount", "sku", "quantity", "at"][pick % 4]) : order,
        );
        const vague = { ...facts, collections: { ...facts.collections, order: vaguer } };
        settles(judge(condition, vague, moment), judge(condition, facts, moment));
      }),
    );
  });

  test("a history that is known for longer", () => {
    fc.assert(
      fc.property(anyLeaf, fc.nat(800), ({ moment, condition, facts }, days) => {
        fc.pre(!asksAboutKnowledge(condition));
        const since = moment.asOf - days * 86_400_000;
        const shorter = judge(condition, { ...facts, knownSince: since }, moment);
        settles(shorter, judge(condition, { ...facts, knownSince: since - 40 * 86_400_000 }, moment));
        settles(shorter, judge(condition, { ...facts, knownSince: undefined }, moment));
      }),
    );
  });
});

describe("events", () => {
  test("what lies after asOf changes nothing, nor does the order in which events are given", () => {
    let future = 0;
    fc.assert(
      fc.property(anyLeaf, fc.nat(), ({ moment, condition, facts }, seed) => {
        const expected = judge(condition, facts, moment);
        const { collections = {} } = facts;
        const isPast = ({ at }: Plain): boolean => {
          const instant = typeof at === "number" ? at : typeof at === "string" ? Date.parse(at) : Number.NaN;
          return !(instant > moment.asOf);
        };
        const timed = (change: (items: readonly Plain[]) => readonly Plain[]): Subject => ({
          ...facts,
          collections: Object.fromEntries(
            Object.entries(collections).map(([name, items]) => [
              name,
              name === "line" || !Array.isArray(items) ? items : change(items),
            ]),
          ),
        });
        const past = timed((items) =>
          items.filter((item) => typeof item !== "object" || item === null || isPast(item)),
        );
        future += (collections.order ?? []).length - (past.collections?.order ?? []).length;
        expect(judge(condition, past, moment)).toBe(expected);
        // Equal instants without ids stand in the order given: give every event its own id first.
        const named = timed((items) =>
          items.map((item, index) => (typeof item === "object" && item !== null ? { ...item, id: `${index}` } : item)),
        );
        const turned: Subject = {
          ...named,
          collections: Object.fromEntries(
            Object.entries(named.collections ?? {}).map(([name, items]) => [
              name,
              name === "line" || !Array.isArray(items)
                ? items
                : [...items.slice(seed % (items.length + 1)), ...items.slice(0, seed % (items.length + 1))],
            ]),
          ),
        };
        expect(judge(condition, turned, moment)).toBe(judge(condition, named, moment));
      }),
    );
    expect(future).toBeGreaterThan(5);
  });
});
