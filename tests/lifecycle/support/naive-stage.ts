import { festivalDay } from "clientele/core";
import { defaultLifecycleRules, type LifecycleStage } from "clientele/lifecycle";

const dayOf = (text: string): number => Date.parse(text) / 86_400_000;
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};
const gapsOf = (days: readonly number[]): number[] => days.slice(1).map((day, at) => day - days[at]!);
const faded = (passed: number): LifecycleStage => (["active", "at-risk", "dormant", "lost"] as const)[passed]!;

/** The default rules told again from scratch: plain lists of purchase days per customer, every festival of every year looked at. */
export function naiveStages(
  purchases: Readonly<Record<string, readonly string[]>>,
  asOf: string,
): Record<string, LifecycleStage | undefined> {
  const today = dayOf(asOf);
  const histories = Object.entries(purchases).map(([id, days]): [string, number[]] => [
    id,
    [...new Set(days.map(dayOf))].filter((day) => day <= today).sort((a, b) => a - b),
  ]);
  const medians = histories.filter(([, days]) => days.length > 1).map(([, days]) => median(gapsOf(days)));
  const baseMedian = medians.length > 0 ? median(medians) : undefined;
  const newDays = Math.max(90, baseMedian ?? 0);

  const stageOn = (days: readonly number[], on: number): LifecycleStage | undefined => {
    if (days.length === 0) return "prospect";
    if (on - days[0]! <= newDays) return "new";
    const missed = missedSeasons(days, on);
    if (missed !== undefined) return faded(Math.min(3, missed));
    const own = gapsOf(days);
    const gap = own.length >= 3 ? median(own) : baseMedian;
    if (gap === undefined) return undefined;
    const late = (on - days.at(-1)!) / Math.max(7, gap);
    return late <= 1.5 ? "active" : late <= 3 ? "at-risk" : late <= 5 ? "dormant" : "lost";
  };
  const stages = histories.map(([id, days]): [string, LifecycleStage | undefined] => {
    const now = stageOn(days, today);
    const cameBack = days.some((day, at) => {
      if (at === 0 || today - day > 90) return false;
      return ["dormant", "lost"].includes(stageOn(days.slice(0, at), day - 1) ?? "");
    });
    return [id, cameBack && now !== "new" && now !== "prospect" ? "won-back" : now];
  });
  return Object.fromEntries(stages);
}

/** Whole seasons missed by a seasonal buyer; undefined for anybody else. */
function missedSeasons(days: readonly number[], on: number): number | undefined {
  const years = Array.from({ length: 20 }, (_, at) => 2010 + at);
  const festivalIds = defaultLifecycleRules.seasons?.festivals ?? [];
  const kinds = [
    ...festivalIds.map((id) =>
      years.map((year) => festivalDay(id, year)).map((day) => ({ start: day - 15, end: day + 15 })),
    ),
    ...[0, 3, 6, 9].map((month) =>
      years.map((year) => ({
        start: Date.UTC(year, month, 1) / 86_400_000,
        end: Date.UTC(year, month + 3, 0) / 86_400_000,
      })),
    ),
  ];
  for (const seasons of kinds) {
    const kept = days.map((day) => seasons.findIndex(({ start, end }) => day >= start && day <= end));
    if (kept.includes(-1) || new Set(kept).size < 2) continue;
    return seasons.filter(({ end }, at) => at > Math.max(...kept) && end < on).length;
  }
  return undefined;
}
