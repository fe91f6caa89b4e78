import { type Case, caseTable } from "../records/case.js";
import { type Contract, contractTable } from "../records/contract.js";
import { type Customer, customerTable } from "../records/customer.js";
import { type Employee, employeeTable } from "../records/employee.js";
import { type Feedback, feedbackTable } from "../records/feedback.js";
import { type Interaction, interactionTable } from "../records/interaction.js";
import { type Partner, partnerTable } from "../records/partner.js";
import { type Product, productTable } from "../records/product.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";

/** What {@link parseCustomers} made of the rows. */
export interface ParsedCustomers {
  readonly customers: readonly Customer[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into customers; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parseCustomers } from "clientele/model";
 * const rows = [{ id: "ann", name: "Ann" }, { id: "ben", birthday: "1990-02-30" }];
 * parseCustomers(rows).customers; // => [{ id: "ann", name: "Ann" }]
 * @category Reading rows
 */
export function parseCustomers(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedCustomers {
  const { records, rejected } = parseRows(rows, customerTable, options);
  return { customers: records, rejected };
}

/** What {@link parseInteractions} made of the rows. */
export interface ParsedInteractions {
  readonly interactions: readonly Interaction[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into interactions; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parseInteractions } from "clientele/model";
 * const rows = [{ id: "i1", customerId: "ann", at: "2026-01-05T10:00:00Z", kind: "called" }];
 * parseInteractions(rows).rejected[0]?.issues[0]?.hint; // => 'Did you mean "call"?'
 * @category Reading rows
 */
export function parseInteractions(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedInteractions {
  const { records, rejected } = parseRows(rows, interactionTable, options);
  return { interactions: records, rejected };
}

/** What {@link parseFeedback} made of the rows. */
export interface ParsedFeedback {
  readonly feedback: readonly Feedback[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into feedback; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parseFeedback } from "clientele/model";
 * const rows = [{ id: "f1", customerId: "ann", at: "2026-01-05", rating: { score: 11, scale: { lowest: 0, highest: 10 } } }];
 * parseFeedback(rows).rejected[0]?.issues[0]?.code; // => "SCORE_OFF_SCALE"
 * @category Reading rows
 */
export function parseFeedback(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedFeedback {
  const { records, rejected } = parseRows(rows, feedbackTable, options);
  return { feedback: records, rejected };
}

/** What {@link parseCases} made of the rows. */
export interface ParsedCases {
  readonly cases: readonly Case[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into cases; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parseCases } from "clientele/model";
 * const rows = [{ id: "c1", customerId: "ann", openedAt: "2026-01-05T10:00:00Z", kind: "complaint", severity: "high" }];
 * parseCases(rows).cases.length; // => 1
 * @category Reading rows
 */
export function parseCases(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedCases {
  const { records, rejected } = parseRows(rows, caseTable, options);
  return { cases: records, rejected };
}

/** What {@link parseContracts} made of the rows. */
export interface ParsedContracts {
  readonly contracts: readonly Contract[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into contracts; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parseContracts } from "clientele/model";
 * const rows = [{ id: "k1", customerId: "ann", start: "2026-01-01", end: "2025-12-31" }];
 * parseContracts(rows).rejected[0]?.issues[0]?.expected; // => "not before start"
 * @category Reading rows
 */
export function parseContracts(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedContracts {
  const { records, rejected } = parseRows(rows, contractTable, options);
  return { contracts: records, rejected };
}

/** What {@link parseProducts} made of the rows. */
export interface ParsedProducts {
  readonly products: readonly Product[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into products; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parseProducts } from "clientele/model";
 * const rows = [{ sku: "tea", categoryPath: ["Drinks", "Tea"], cost: { amount: "2.50", currency: "USD" } }];
 * parseProducts(rows).products.length; // => 1
 * @category Reading rows
 */
export function parseProducts(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedProducts {
  const { records, rejected } = parseRows(rows, productTable, options);
  return { products: records, rejected };
}

/** What {@link parsePartners} made of the rows. */
export interface ParsedPartners {
  readonly partners: readonly Partner[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into partners; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parsePartners } from "clientele/model";
 * const rows = [{ id: "p1", kind: "dealer", territory: ["CN-44"] }];
 * parsePartners(rows).partners.length; // => 1
 * @category Reading rows
 */
export function parsePartners(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedPartners {
  const { records, rejected } = parseRows(rows, partnerTable, options);
  return { partners: records, rejected };
}

/** What {@link parseEmployees} made of the rows. */
export interface ParsedEmployees {
  readonly employees: readonly Employee[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into employees; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE
 * @example
 * import { parseEmployees } from "clientele/model";
 * const rows = [{ id: "e1", since: "01/02/2026" }];
 * parseEmployees(rows).rejected[0]?.issues[0]?.code; // => "INVALID_DAY"
 * @category Reading rows
 */
export function parseEmployees(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedEmployees {
  const { records, rejected } = parseRows(rows, employeeTable, options);
  return { employees: records, rejected };
}
