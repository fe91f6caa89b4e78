import type { Money } from "../../core/index.js";

/** A value of a host's own field: JSON, so that it can be stored and read back. */
export type PlainValue = string | number | boolean | Money | readonly string[];

/**
 * A host's own fields by name. What is not known is left out.
 * @category Records
 */
export type Attributes = Readonly<Record<string, PlainValue>>;
