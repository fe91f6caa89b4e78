import {
  addDuration,
  type Duration,
  formatInstant,
  type InstantInput,
  parseDuration,
  parseInstant,
  zoneOf,
} from "../../core/index.js";
import { anything, checkOptions, choice, fields, optional, parseMoment } from "../../core/shared.js";
import { quantile } from "../../math/index.js";
import type { Case, CaseSeverity, CaseStatus, Rows } from "../../model/index.js";
import { caseTable, checkedRows } from "../../model/shared.js";
import { groupsOf } from "../measures/groups-of.js";

/** What cases are told apart by. */
export type CaseGrouping = "kind" | "stage" | "severity" | "attribute" | "cause" | "channel" | "sku" | "employeeId";

/** How {@link summarizeCases} reads. */
export interface SummarizeCasesOptions {
  /** Nothing later than this is read. A day counts whole. */
  readonly asOf: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** Default `"kind"`; `"stage"` tells before, during and after the sale apart. */
  readonly by?: CaseGrouping | undefined;
  /** By severity, how long a case may take; a case of another severity has no due time. */
  readonly due?: { readonly [S in CaseSeverity]?: Duration | undefined } | undefined;
}

/** The measures of a group of cases. Hours are hours of the clock; medians are null where there is nothing to measure. */
export interface CaseGroup {
  /** Null: the cases do not say. */
  readonly value: string | null;
  readonly cases: number;
  readonly open: number;
  readonly reopened: number;
  /** Took longer than they may, or have already. */
  readonly late: number;
  readonly responded: number;
  readonly medianResponseHours: number | null;
  readonly resolved: number;
  readonly medianResolutionHours: number | null;
}

/** A case that is still open past its due time. */
export interface OverdueCase {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly hoursOverdue: number;
}

/** Cases as of one instant. */
export interface CaseSummary {
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  readonly timeZone: string;
  readonly groups: readonly CaseGroup[];
  /** The longest overdue first. */
  readonly overdue: readonly OverdueCase[];
  readonly ignored: { readonly afterAsOf: number };
}

const allowance = optional(anything);
const HOUR = 3_600_000;
const stopsTheClock: readonly CaseStatus[] = ["waiting-for-customer", "resolved", "closed"];

/**
 * Counts and times complaints, questions and returns (投诉与服务统计：响应时长、解决时长、逾期): by kind, stage, product or person.
 *
 * The clock of a case runs from its opening and stands still while the customer is waited for and from a resolution to a reopening; a case
 * is resolved while its last change says `resolved` or `closed`. It is late once the clock shows more than its severity may take. The
 * response is `respondedAt` less the opening. Groups: most cases first, then by name; those that do not say last.
 * @throws INVALID_ROWS, INVALID_RECORD and the like with the row's number in the path; INVALID_OPTIONS, INVALID_DURATION, INVALID_INSTANT
 * @example
 * import { summarizeCases } from "clientele/history";
 * const complaint = { kind: "complaint", severity: "high" } as const;
 * const { groups, overdue } = summarizeCases(
 *   [
 *     { id: "1", customerId: "ann", openedAt: "2026-03-01T09:00:00Z", respondedAt: "2026-03-01T10:00:00Z", ...complaint,
 *       changes: [{ at: "2026-03-01T15:00:00Z", status: "resolved" }] },
 *     { id: "2", customerId: "ben", openedAt: "2026-03-02T09:00:00Z", ...complaint },
 *   ],
 *   { asOf: "2026-03-03T12:00:00Z", due: { high: { hours: 24 } } },
 * );
 * groups[0]?.medianResolutionHours; // => 6
 * overdue; // => [{ caseId: "2", customerId: "ben", hoursOverdue: 3 }]
 * @category Interactions
 */
export function summarizeCases(cases: Rows<Case>, options: SummarizeCasesOptions): CaseSummary {
  checkOptions<SummarizeCasesOptions>(
    options,
    {
      asOf: anything,
      timeZone: anything,
      by: choice(["kind", "stage", "severity", "attribute", "cause", "channel", "sku", "employeeId"]),
      due: fields({ low: allowance, medium: allowance, high: allowance, critical: allowance }),
    },
    ["asOf"],
  );
  const { timeZone = "UTC", by = "kind", due: allowedBy = {} } = options;
  const zone = zoneOf(timeZone);
  const asOf = parseMoment(options.asOf, { timeZone, dayAs: "end", path: ["asOf"] });
  for (const [severity, allowed] of Object.entries(allowedBy)) {
    if (allowed !== undefined) parseDuration(allowed, ["due", severity]);
  }
  const instant = (at: InstantInput): number => parseInstant(at, { timeZone });
  const rows = checkedRows(cases, caseTable, "cases");
  const read = rows.filter(({ openedAt }) => instant(openedAt) <= asOf);

  const timed = read.map((row) => {
    const openedAt = instant(row.openedAt);
    const { clock, status, reopened } = courseOf(row, openedAt, asOf, instant);
    const allowed = row.severity === undefined ? undefined : allowedBy[row.severity];
    const over = allowed === undefined ? 0 : clock - (addDuration(openedAt, allowed, zone) - openedAt);
    const respondedAt = row.respondedAt === undefined ? Number.POSITIVE_INFINITY : instant(row.respondedAt);
    const response = respondedAt <= asOf ? respondedAt - openedAt : undefined;
    return { row, clock, reopened, over, response, isOpen: status !== "resolved" && status !== "closed" };
  });

  const groups = groupsOf(timed, ({ row }) => row[by] ?? null).map(([value, members]): CaseGroup => {
    const responses = members.flatMap(({ response }) => response ?? []);
    const resolutions = members.flatMap(({ isOpen, clock }) => (isOpen ? [] : clock));
    return {
      value,
      cases: members.length,
      open: members.length - resolutions.length,
      reopened: members.filter(({ reopened }) => reopened).length,
      late: members.filter(({ over }) => over > 0).length,
      responded: responses.length,
      medianResponseHours: medianHours(responses),
      resolved: resolutions.length,
      medianResolutionHours: medianHours(resolutions),
    };
  });
  const overdue = timed
    .filter(({ isOpen, over }) => isOpen && over > 0)
    .map(({ row, over }) => ({ caseId: row.id, customerId: row.customerId, hoursOverdue: over / HOUR }))
    .sort((a, b) => b.hoursOverdue - a.hoursOverdue || (a.caseId < b.caseId ? -1 : 1));
  return { asOf: formatInstant(asOf), timeZone, groups, overdue, ignored: { afterAsOf: rows.length - read.length } };
}

/** How long the clock has run by `asOf`, and where the case then stands. */
function courseOf({ changes = [] }: Case, openedAt: number, asOf: number, instant: (at: InstantInput) => number) {
  let clock = 0;
  let since = openedAt;
  let status: CaseStatus | "open" = "open";
  let reopened = false;
  const runs = (): boolean => status === "open" || !stopsTheClock.includes(status);
  for (const change of changes) {
    const at = instant(change.at);
    if (at > asOf) break;
    if (runs()) clock += at - since;
    since = at;
    status = change.status;
    reopened ||= status === "reopened";
  }
  if (runs()) clock += asOf - since;
  return { clock, status, reopened };
}

const medianHours = (durations: readonly number[]): number | null =>
  durations.length === 0 ? null : quantile(durations, 0.5) / HOUR;
