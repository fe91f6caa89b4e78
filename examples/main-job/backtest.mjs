// The warnings tested on the past: what the rules would have said on earlier days, and who bought no more in the time they look ahead.
import { backtestChurn, defaultChurnRules } from "clientele/churn";
import { addDurationToDay, describeReasons, formatDay, parseInstant, zoneOf } from "clientele/core";
import { number, table } from "./table.mjs";

/** One page: each day that was stood on, and how well the highest scores catch those who left. */
export function printBacktest(base, { horizon, worth }, words) {
  if (worth.status === "unknown") return;
  const today = zoneOf(base.timeZone).dayAt(parseInstant(base.asOf));
  const one = addDurationToDay(today, horizon, -1);
  const days = [one, addDurationToDay(one, horizon, -1)].filter((day) => addDurationToDay(day, horizon) <= today);
  const { dates, lift } = backtestChurn(base, defaultChurnRules, { asOf: days.map((day) => formatDay(day)), horizon });
  console.log(`\n${words.backtest}\n`);
  console.log(`${describeReasons(worth.reasons, words.catalogue).join(words.separator)}\n`);
  console.log(
    table(
      words.backtestHeader,
      dates.map(({ asOf, customers, rate, auc, aucInterval: [low, high], topDecileLift }) => [
        asOf,
        number(customers),
        words.percent(rate),
        auc.toFixed(2),
        `${low.toFixed(2)} – ${high.toFixed(2)}`,
        topDecileLift.toFixed(2),
      ]),
    ),
  );
  console.log();
  console.log(
    table(
      words.liftHeader,
      lift.map(({ share, customers, events, lift: times, gain }) => [
        words.percent(share),
        number(Math.round(customers)),
        number(Math.round(events)),
        times.toFixed(2),
        words.percent(gain),
      ]),
    ),
  );
}
