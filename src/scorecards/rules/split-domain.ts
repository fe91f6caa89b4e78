import type { Literal, Test } from "../../conditions/index.js";
import { literalsOf, type Reckoned, testOnDomain } from "./test-on-domain.js";
import type { Line, ValueDomain } from "./value-domain.js";

/** A domain cut up by tests: what one value of a region meets, every value of it meets. */
export interface Split {
  /** One value of each region. */
  readonly examples: readonly Literal[];
  /** Per test: which regions meet it (no test: all of them); undefined for a test that cannot be judged without a run. */
  readonly covers: readonly (readonly boolean[] | undefined)[];
}

/** In place of an example, where nothing is there at all. */
export const NOTHING_THERE = "(nothing there)";
/** In place of an example, where the values of a domain cannot be listed. */
const ANY_VALUE = "(any value)";

interface Sample {
  /** Undefined: nothing there. */
  readonly value: Reckoned | undefined;
  readonly example: Literal;
}

/**
 * Cuts a domain at every value that a test names. Exact for tests against literals; a test against another value, a window, an anniversary
 * or an open text is left undefined. "Nothing there" is a region of its own where a test asks for presence.
 */
export function splitDomain(domain: ValueDomain | undefined, tests: readonly (Test | null)[]): Split {
  const asked = tests.filter((test) => test !== null);
  const asksPresence = asked.some(({ op }) => op === "exists" || op === "missing");
  const samples = asksPresence ? [...samplesOf(domain, asked), nothing] : samplesOf(domain, asked);
  return {
    examples: samples.map(({ example }) => example),
    covers: tests.map((test) => {
      if (test === null) return samples.map(() => true);
      const meets = testOnDomain(domain, test);
      return meets && samples.map(({ value }) => meets(value));
    }),
  };
}

const nothing: Sample = { value: undefined, example: NOTHING_THERE };

function samplesOf(domain: ValueDomain | undefined, tests: readonly Test[]): readonly Sample[] {
  switch (domain?.type) {
    case undefined:
      return [{ value: "", example: ANY_VALUE }];
    case "line":
      return lineSamples(domain, tests).map((value) => ({ value, example: domain.show(value) }));
    case "choices":
      return domain.values.map((example, value) => ({ value, example }));
    case "texts":
      return textSamples(tests).map((value) => ({ value, example: value }));
  }
}

/** Every number that a test names, and one before, between and after them. */
function lineSamples(line: Line, tests: readonly Test[]): readonly number[] {
  const named = tests.flatMap(literalsOf).map(line.read);
  const cuts = [...new Set(named)]
    .filter((value) => value !== undefined && value >= line.from && value <= line.to)
    .sort((a, b) => (a as number) - (b as number)) as readonly number[];
  const first = cuts[0];
  if (first === undefined) return [Math.min(Math.max(0, line.from), line.to)];
  const samples = [Math.max(first - 1, line.from)];
  cuts.forEach((cut, index) => {
    const next = cuts[index + 1] ?? cut + 2;
    samples.push(cut, Math.min(line.whole ? cut + 1 : (cut + next) / 2, line.to));
  });
  return [...new Set(samples)];
}

/** Every text that a test names, and one that none does. */
function textSamples(tests: readonly Test[]): readonly string[] {
  const named = new Set(tests.flatMap(literalsOf).filter((literal) => typeof literal === "string"));
  let other = "other";
  while (named.has(other)) other += "…";
  return [...named, other];
}
