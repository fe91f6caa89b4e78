// Prints where this runtime's Intl calendar "chinese" differs from ours, and what a conversion costs.
//   npm run build && node scripts/chinese-calendar-report.mjs
import { chineseCalendarRange, formatDay, fromChineseDate, toChineseDate } from "../dist/core/index.js";

const { firstDay, lastDay } = chineseCalendarRange;
const format = new Intl.DateTimeFormat("en-u-ca-chinese", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** Year, month with `bis` for a leap month, and day, as Intl has them. */
function byIntl(day) {
  const parts = Object.fromEntries(format.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]));
  return `${parts.relatedYear} ${parts.month} ${parts.day}`;
}
function byTable(day) {
  const date = toChineseDate(day);
  return `${date.year} ${date.month}${date.leapMonth ? "bis" : ""} ${date.day}`;
}

const stretches = [];
let wrong = 0;
for (let day = firstDay; day <= lastDay; day++) {
  if (byIntl(day) === byTable(day)) continue;
  wrong++;
  const last = stretches.at(-1);
  if (last?.end === day - 1) last.end = day;
  else stretches.push({ start: day, end: day });
}
console.log(
  `Node ${process.versions.node}, ICU ${process.versions.icu}: Intl differs on ${wrong} of ${lastDay - firstDay + 1} days`,
);
for (const { start, end } of stretches) {
  console.log(
    `  ${formatDay(start)} to ${formatDay(end)}, ${end - start + 1} days; first ours ${byTable(start)}, Intl ${byIntl(start)}`,
  );
}

/** Median nanoseconds per call over rounds that each walk the whole table. */
function nanosecondsPerCall(call, step = 1) {
  let sink = 0;
  const rounds = Array.from({ length: 15 }, () => {
    const begun = process.hrtime.bigint();
    let calls = 0;
    for (let day = firstDay; day <= lastDay; day += step, calls++) sink += call(day);
    return Number(process.hrtime.bigint() - begun) / calls;
  });
  if (Number.isNaN(sink)) throw new Error("a conversion gave no number");
  return rounds.sort((a, b) => a - b)[7];
}
const dates = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => toChineseDate(firstDay + i));
console.log(`toChineseDate    ${nanosecondsPerCall((day) => toChineseDate(day).day).toFixed(0)} ns`);
console.log(`fromChineseDate  ${nanosecondsPerCall((day) => fromChineseDate(dates[day - firstDay])).toFixed(0)} ns`);
console.log(`Intl             ${nanosecondsPerCall((day) => byIntl(day).length, 101).toFixed(0)} ns`);
