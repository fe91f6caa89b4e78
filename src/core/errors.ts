import { showValue } from "./show-value.js";

/** Error codes thrown by `core`; their words stand in `labels/<locale>/core.ts`. */
export const coreErrorCodes = [
  "INVALID_INSTANT",
  "INVALID_DAY",
  "INVALID_DURATION",
  "INVALID_TIME_ZONE",
  "INVALID_BIRTHDAY",
  "INVALID_FESTIVAL",
  "INVALID_CHINESE_DATE",
  "LUNAR_YEAR_OUT_OF_RANGE",
  "INVALID_CURRENCY",
  "INVALID_AMOUNT",
  "AMOUNT_TOO_FINE",
  "AMOUNT_OUT_OF_RANGE",
  "CURRENCY_MISMATCH",
  "INVALID_WEIGHTS",
  "INVALID_SCALE",
  "INVALID_RATE",
  "INVALID_DECIMAL",
  "INVALID_ROUNDING",
  "INDEX_OUT_OF_RANGE",
  "NOT_JSON",
  "INVALID_DEFINITION",
  "INVALID_OPTIONS",
] as const;
/**
 * One of the error codes of `core`.
 * @category Errors
 */
export type CoreErrorCode = (typeof coreErrorCodes)[number];

/**
 * One fault found in an input: where it stands, what was found, what was expected and how to mend it.
 * @category Errors
 */
export interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly received: string;
  readonly hint?: string | undefined;
}

/**
 * What a {@link ClienteleError} is made of: an {@link Issue}, and where several were found at once all of them, that one first.
 * @category Errors
 */
export interface ClienteleErrorParts extends Issue {
  readonly issues?: readonly Issue[] | undefined;
}

/**
 * Thrown for bad input and broken contracts; an expected business refusal is returned instead.
 * Recognise it with {@link isClienteleError}, by shape: two copies of the library may live in one process.
 * @category Errors
 */
export class ClienteleError extends Error {
  override readonly name = "ClienteleError";
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly received: string;
  declare readonly hint?: string | undefined;
  declare readonly issues?: readonly Issue[] | undefined;

  constructor(parts: ClienteleErrorParts) {
    super(formatMessage(parts));
    this.code = parts.code;
    this.path = parts.path;
    this.expected = parts.expected;
    this.received = parts.received;
    if (parts.hint !== undefined) this.hint = parts.hint;
    if (parts.issues !== undefined) this.issues = parts.issues;
  }
}

/**
 * True for an error thrown by this library, and for that code alone where one is given.
 * @example
 * import { isClienteleError, parseDay } from "clientele/core";
 * try {
 *   parseDay("2026-02-30");
 * } catch (error) {
 *   isClienteleError(error, "INVALID_DAY"); // => true
 * }
 * @category Errors
 */
export function isClienteleError<C extends string = string>(
  error: unknown,
  code?: C,
): error is ClienteleError & { readonly code: C } {
  if (!(error instanceof Error) && (typeof error !== "object" || error === null)) return false;
  const candidate = error as Partial<ClienteleError>;
  return (
    candidate.name === "ClienteleError" &&
    typeof candidate.code === "string" &&
    (code === undefined || candidate.code === code)
  );
}

const MOST_SHOWN = 10;

/** The first fault, and the others below it: whoever reads only the message still sees them all. */
function formatMessage(parts: ClienteleErrorParts): string {
  const others = parts.issues?.slice(1) ?? [];
  const lines = [parts, ...others.slice(0, MOST_SHOWN - 1)].map(formatIssue);
  const left = others.length + 1 - lines.length;
  return (left > 0 ? [...lines, `… and ${left} more`] : lines).join("\n");
}

/** `INVALID_DAY at rows[3].date: expected YYYY-MM-DD, received "2026-02-30". Hint.` */
function formatIssue(issue: Issue): string {
  const where = issue.path.length === 0 ? "" : ` at ${formatPath(issue.path)}`;
  const hint = issue.hint === undefined ? "" : `. ${issue.hint}`;
  return `${issue.code}${where}: expected ${issue.expected}, received ${issue.received}${hint}`;
}

/** `["rows", 3, "ship date"]` becomes `rows[3]["ship date"]`. */
export function formatPath(path: readonly (string | number)[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${showValue(step)}]`;
  }
  return text;
}
