import { ClienteleError, type Issue } from "./clientele-error.js";
import { showValue } from "./show-value.js";

type Path = Issue["path"];

/** A received value that is already in words, such as `3 rows`; anything else is shown as the value it is. */
export interface InWords {
  readonly words: string;
}

const wordings = new WeakSet<object>();

/** Says in words what was received, where the value itself would not tell. */
export function inWords(words: string): InWords {
  const said = { words };
  wordings.add(said);
  return said;
}

/** One fault. `received` is the value as it was found: it is shown, and undefined is called "nothing". */
export function issueOf(code: string, path: Path, expected: string, received: unknown, hint?: string): Issue {
  const issue = { code, path, expected, received: wordsOf(received) };
  return hint === undefined ? issue : { ...issue, hint };
}

/**
 * The error that refuses one input, to be thrown: `throw refusal("INVALID_WEIGHTS", ["weights", 1], "a number from 0", -3)` says
 * `INVALID_WEIGHTS at weights[1]: expected a number from 0, received -3`.
 */
export function refusal(
  code: string,
  path: Path,
  expected: string,
  received: unknown,
  hint?: string | undefined,
): ClienteleError {
  return new ClienteleError(issueOf(code, path, expected, received, hint));
}

/** Throws all issues as one error, under the first one's code or the given one; does nothing where there are none. */
export function refuseAll(issues: readonly Issue[], code?: string | undefined): void {
  const [first] = issues;
  if (first !== undefined) throw new ClienteleError({ ...first, code: code ?? first.code, issues });
}

function wordsOf(received: unknown): string {
  if (received === undefined) return "nothing";
  if (typeof received === "object" && received !== null && wordings.has(received)) return (received as InWords).words;
  return showValue(received);
}
