import type { Issue } from "../errors/clientele-error.js";
import { issueOf, refuseAll } from "../errors/refusal.js";

/** Where a value stands: keys and indices from the root of what is checked. */
export type Path = Issue["path"];

/** Gathers every fault of one input, so that all are told at once. */
export interface Checker {
  readonly issues: readonly Issue[];
  /** Reports a fault under the checker's own code, unless another is given. Returns undefined, so that a rule can return it. */
  report(path: Path, expected: string, received: unknown, hint?: string | undefined, code?: string): undefined;
  /** Takes over faults that another check found, at their place in the whole. */
  adopt(issues: readonly Issue[], path: Path): void;
  /** Throws all faults as one error; does nothing where there are none. */
  refuseFaults(code?: string): void;
}

/** A checker with nothing found yet; `code` stands on every fault that is given no other. */
export function checker(code: string): Checker {
  const issues: Issue[] = [];
  return {
    issues,
    report(path, expected, received, hint, other = code) {
      issues.push(issueOf(other, path, expected, received, hint));
      return undefined;
    },
    adopt(found, path) {
      for (const issue of found) issues.push({ ...issue, path: [...path, ...issue.path] });
    },
    refuseFaults(thrown = "INVALID_DEFINITION") {
      refuseAll(issues, thrown);
    },
  };
}
