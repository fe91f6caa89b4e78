/** How large a condition may be. A host may lower these, for conditions that its users write. */
export interface ConditionLimits {
  /** Nodes within nodes. */
  readonly depth: number;
  readonly nodes: number;
  /** Conditions that refer to each other, one after the other. */
  readonly references: number;
  /** Nodes of a condition and of all it refers to. */
  readonly nodesWithReferences: number;
  readonly listValues: number;
  readonly textLength: number;
  readonly steps: number;
  readonly parameters: number;
  /** The longest window. */
  readonly years: number;
}

/**
 * The limits that hold unless lower ones are given.
 * @category Conditions
 */
export const conditionLimits: ConditionLimits = {
  depth: 16,
  nodes: 1000,
  references: 100,
  nodesWithReferences: 10_000,
  listValues: 10_000,
  textLength: 1000,
  steps: 6,
  parameters: 64,
  years: 100,
};
