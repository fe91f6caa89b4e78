/** What was answered to one keyed command. */
export interface Answer {
  readonly at: string;
  readonly fingerprint: string;
  readonly outcome: unknown;
}

/** Answers by command type and key. */
export type AnswerShelf = Readonly<Record<string, Answer>>;

/**
 * Everything a ledger has answered, as plain data that is never changed in place.
 *
 * Kept by the logarithmic method (Bentley and Saxe 1980): level n holds fewer than 16 shelves of about 16^n answers each; a full level becomes
 * one shelf of the next. So adding one answer copies a handful, not all of them, and the state before stays valid.
 */
export interface Answers {
  /** Keys of commands dated before this are forgotten. */
  readonly forgottenBefore: string | null;
  readonly levels: readonly (readonly AnswerShelf[])[];
}

const SHELVES_PER_LEVEL = 16;

/** A ledger that has answered nothing. */
export const noAnswers: Answers = { forgottenBefore: null, levels: [] };

/** Answers are kept by type and key; a type holds no space, so no two pairs share a name. */
export const answerName = (type: string, key: string): string => `${type} ${key}`;

/** What was answered under a name, if anything. */
export function recallAnswer(answers: Answers, name: string): Answer | undefined {
  for (const shelves of answers.levels) {
    for (const shelf of shelves) if (Object.hasOwn(shelf, name)) return shelf[name];
  }
  return undefined;
}

/** The answers and one more. */
export function rememberAnswer(answers: Answers, name: string, answer: Answer): Answers {
  const levels = [...answers.levels];
  let shelf: AnswerShelf = { [name]: answer };
  let level = 0;
  for (; (levels[level]?.length ?? 0) === SHELVES_PER_LEVEL - 1; level++) {
    shelf = Object.assign({}, ...(levels[level] as readonly AnswerShelf[]), shelf);
    levels[level] = [];
  }
  levels[level] = [...(levels[level] ?? []), shelf];
  return { ...answers, levels };
}

/** The answers without those to commands dated before an instant (ISO 8601, `Z`). */
export function dropAnswersBefore(answers: Answers, before: string): Answers {
  if (answers.forgottenBefore !== null && answers.forgottenBefore >= before) return answers;
  let kept: Answers = { forgottenBefore: before, levels: [] };
  for (const shelf of answers.levels.flat()) {
    for (const [name, answer] of Object.entries(shelf)) {
      if (answer.at >= before) kept = rememberAnswer(kept, name, answer);
    }
  }
  return kept;
}
