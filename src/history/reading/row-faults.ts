import { type Issue, isClienteleError } from "../../core/index.js";
import { refuseAll } from "../../core/shared.js";

/** Rows that could not be read: they are told together, so that nobody mends a file row by row. */
export interface RowFaults {
  /** Takes over what a row threw. @throws at once what is no refusal, and all of them when there are twenty faulty rows */
  add(fault: unknown): void;
  /** @throws what was gathered, in the order of the rows */
  refuse(): void;
}

const MOST = 20;

export function rowFaults(): RowFaults {
  const issues: Issue[] = [];
  let rows = 0;
  const refuse = (): void => refuseAll(issues.sort((a, b) => Number(a.path[0]) - Number(b.path[0])));
  return {
    add(fault) {
      if (!isClienteleError(fault)) throw fault;
      issues.push(...fault.issues);
      if (++rows === MOST) refuse();
    },
    refuse,
  };
}
