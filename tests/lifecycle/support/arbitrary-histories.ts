import type { Contract } from "clientele/model";
import fc from "fast-check";

/** Purchase days by customer, and the day as of which they are looked at. */
export interface Histories {
  readonly asOf: string;
  readonly days: Readonly<Record<string, readonly string[]>>;
}

const dayMs = 86_400_000;
const text = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const asOfDays = ["2026-01-10", "2026-03-31", "2026-11-01", "2026-12-31", "2024-02-29"];
const ids = ["ann", "ben", "10", "9", "__proto__", "zoë"];

/** Days before `asOf`: regular buyers, irregular ones, long breaks, seasons, days on the very bounds, days after `asOf`. */
const ownDays: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constant([]),
  fc.array(fc.integer({ min: -3, max: 1100 }), { maxLength: 7 }),
  fc
    .record({
      last: fc.nat({ max: 500 }),
      gap: fc.constantFrom(1, 6, 7, 30, 60, 180),
      count: fc.integer({ min: 2, max: 8 }),
    })
    .map(({ last, gap, count }) => Array.from({ length: count }, (_, at) => last + gap * at)),
  // Bounds of the gaps 7, 30 and 60, met and passed by a day.
  fc
    .record({ gap: fc.constantFrom(7, 30, 60), times: fc.constantFrom(1.5, 3, 5), over: fc.constantFrom(0, 1) })
    .map(({ gap, times, over }) => Array.from({ length: 5 }, (_, at) => Math.floor(gap * times) + over + gap * at)),
  // Nearly every day after a slow start: gaps that count for a week.
  fc
    .record({ last: fc.integer({ min: 3, max: 40 }), gap: fc.constantFrom(1, 2, 6) })
    .map(({ last, gap }) => [...Array.from({ length: 6 }, (_, at) => last + gap * at), last + 6 * gap + 100]),
  // A regular buyer, a break, a return.
  fc
    .record({ back: fc.constantFrom(0, 10, 89, 90, 91), away: fc.integer({ min: 20, max: 400 }) })
    .map(({ back, away }) => [back, ...Array.from({ length: 4 }, (_, at) => back + away + 20 * at)]),
  // Once a year or so, some days either way: a season.
  fc
    .record({
      last: fc.nat({ max: 900 }),
      shifts: fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 2, maxLength: 4 }),
    })
    .map(({ last, shifts }) => shifts.map((shift, at) => Math.max(0, last + 365 * at + shift))),
);

const several: fc.Arbitrary<(readonly number[])[]> = fc.array(ownDays, { maxLength: ids.length });
// Nobody with two days: there is no gap to go by.
const singles: typeof several = fc.array(
  fc.nat({ max: 400 }).map((ago) => [ago]),
  { minLength: 1, maxLength: 3 },
);

// Mid-autumn of 2025 was on 6 October: its season ends on the 21st.
const festivalBuyer: fc.Arbitrary<Histories> = fc
  .constantFrom("2025-10-20", "2025-10-21", "2025-10-22")
  .map((asOf) => ({ asOf, days: { ann: ["2023-09-20", "2024-09-15"], ben: ["2024-09-18"] } }));

const anyBuyers: fc.Arbitrary<Histories> = fc
  .record({
    asOf: fc.constantFrom(...asOfDays),
    own: fc.oneof({ weight: 7, arbitrary: several }, { weight: 1, arbitrary: singles }),
  })
  .map(({ asOf, own }) => {
    const today = Date.parse(asOf) / dayMs;
    const entries = own.map((ago, at): [string, string[]] => [
      ids[at]!,
      [...new Set(ago)].map((days) => text(today - days)).sort(),
    ]);
    return { asOf, days: Object.fromEntries(entries) };
  });

/** Every kind of base, the empty one too. */
export const histories: fc.Arbitrary<Histories> = fc.oneof(
  { weight: 20, arbitrary: anyBuyers },
  { weight: 1, arbitrary: festivalBuyer },
);

/** Contracts around a day: running, renewing, cancelled, ended, resumed, and dated later. */
export const contractsAround = (asOf: string): fc.Arbitrary<readonly Contract[]> => {
  const at = fc.oneof(
    fc.integer({ min: -100, max: 100 }),
    fc.integer({ min: -900, max: 60 }),
    fc.constantFrom(-1, 0, 1),
  );
  const contract = fc
    .record({
      customerId: fc.constantFrom(...ids),
      start: at,
      term: fc.option(fc.nat({ max: 400 }), { nil: undefined }),
      renews: fc.boolean(),
      cancelled: fc.option(fc.nat({ max: 500 }), { nil: undefined }),
    })
    .map(
      ({ customerId, start, term, renews, cancelled }): Omit<Contract, "id"> => ({
        customerId,
        start: later(asOf, start),
        renews,
        ...(term === undefined ? {} : { end: later(asOf, start + term) }),
        ...(cancelled === undefined ? {} : { cancellation: { at: later(asOf, start + cancelled), by: "customer" } }),
      }),
    );
  return fc.array(contract, { maxLength: 8 }).map((all) => all.map((one, at) => ({ id: `c${at}`, ...one })));
};

/** A later day. */
export const later = (day: string, days: number): string => text(Date.parse(day) / dayMs + days);
