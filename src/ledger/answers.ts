/**
 * What the first event of a keyed command remembers of it: enough to answer a repeat, and nothing that needs the rules.
 * @category Ledger
 */
export interface CommandStamp {
  readonly type: string;
  readonly key: string;
  readonly at: string;
  readonly fingerprint: string;
  readonly outcome: unknown;
}

/**
 * Every keyed command that a ledger has answered, as plain data that is never changed in place.
 *
 * Kept by the logarithmic method (Bentley and Saxe 1980): shelves of shrinking size, oldest first; a new answer is a shelf of its own, and shelves
 * of equal size become one. So a ledger of n answers has at most log2 n shelves, one more answer copies few of them, and the state before stays valid.
 */
export interface Answers {
  /** Keys of commands dated before this are forgotten. */
  readonly forgottenBefore: string | null;
  readonly shelves: readonly AnswerShelf[];
}

/** Some answers, in the order in which they were given. */
export type AnswerShelf = readonly CommandStamp[];

/** A ledger that has answered nothing. */
export const noAnswers: Answers = { forgottenBefore: null, shelves: [] };

/** The answers and one more. */
export function rememberAnswer(answers: Answers, stamp: CommandStamp): Answers {
  const { forgottenBefore, shelves } = answers;
  let kept = shelves.length;
  let shelf: AnswerShelf = [stamp];
  for (; kept > 0 && (shelves[kept - 1] as AnswerShelf).length <= shelf.length; kept--) {
    shelf = (shelves[kept - 1] as AnswerShelf).concat(shelf);
  }
  return { forgottenBefore, shelves: [...shelves.slice(0, kept), shelf] };
}

/** What was answered to a key under a command type, if anything. */
export function recallAnswer(answers: Answers, type: string, key: string): CommandStamp | undefined {
  const name = indexName(type, key);
  for (const shelf of answers.shelves) {
    const found =
      shelf.length < SHORT ? shelf.find((stamp) => stamp.key === key && stamp.type === type) : indexOf(shelf).get(name);
    if (found) return found;
  }
  return undefined;
}

/** The answers without those to commands dated before an instant (ISO 8601, `Z`). */
export function dropAnswersBefore(answers: Answers, before: string): Answers {
  if (answers.forgottenBefore !== null && answers.forgottenBefore >= before) return answers;
  const kept = answers.shelves.flat().filter((stamp) => stamp.at >= before);
  return kept.reduce(rememberAnswer, { forgottenBefore: before, shelves: [] });
}

/** What two ledgers have answered, in one: for accounts that become one. Where both know a key, the first one's answer stays. */
export function uniteAnswers(first: Answers, second: Answers): Answers {
  const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
  const forgottenBefore = later(first.forgottenBefore, second.forgottenBefore);
  const added = second.shelves.flat().filter(({ type, key }) => recallAnswer(first, type, key) === undefined);
  return added.reduce(rememberAnswer, { ...first, forgottenBefore });
}

/** A shelf shorter than this is read through, a longer one gets an index. */
const SHORT = 32;

// Folding never asks, so a shelf is indexed when it is first asked for. A cache of pure data: it changes no result.
const indexes = new WeakMap<AnswerShelf, ReadonlyMap<string, CommandStamp>>();

function indexOf(shelf: AnswerShelf): ReadonlyMap<string, CommandStamp> {
  const made = indexes.get(shelf);
  if (made !== undefined) return made;
  const index = new Map<string, CommandStamp>();
  for (const stamp of shelf) index.set(indexName(stamp.type, stamp.key), stamp);
  indexes.set(shelf, index);
  return index;
}

/** With the length of the type in front, no two pairs share a name. */
const indexName = (type: string, key: string): string => `${type.length} ${type} ${key}`;
