import { showValue } from "./show-value.js";

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
  /** Every fault that was found, the first one first; also where there is but one. */
  readonly issues: readonly Issue[];

  constructor(parts: ClienteleErrorParts) {
    super(formatMessage(parts));
    this.code = parts.code;
    this.path = parts.path;
    this.expected = parts.expected;
    this.received = parts.received;
    if (parts.hint !== undefined) this.hint = parts.hint;
    this.issues = parts.issues ?? [issueIn(parts)];
  }
}

function issueIn({ code, path, expected, received, hint }: Issue): Issue {
  return hint === undefined ? { code, path, expected, received } : { code, path, expected, received, hint };
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
  for (const step of Array.from(path ?? [])) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${showValue(step)}]`;
  }
  return text;
}
