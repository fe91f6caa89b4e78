import { contactResponses, contactsDue, summarizeInteractions } from "clientele/history";
import { wilsonInterval } from "clientele/math";
import type { Interaction } from "clientele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const contact = (customerId: string, at: string, direction: "inbound" | "outbound", channel?: string): Interaction => ({
  id: `${customerId}${at}${direction}${channel}`,
  customerId,
  at,
  kind: "message",
  direction,
  channel,
});
const out = (customerId: string, at: string, channel = "email") => contact(customerId, at, "outbound", channel);
const back = (customerId: string, at: string, channel = "email") => contact(customerId, at, "inbound", channel);

describe("contacts that are due", () => {
  const customerIds = ["ann", "ben", "cai", "dan", "eve"];
  const summary = summarizeInteractions(
    [
      out("ann", "2026-01-31T15:59:59Z"),
      out("ben", "2026-01-31T16:00:00Z"),
      back("cai", "2026-02-20T00:00:00Z"),
      out("eve", "2026-03-01T00:00:00Z"),
    ],
    { asOf: "2026-03-01", timeZone: "Asia/Shanghai", customerIds },
  );
  const classes = ["gold", "gold", "gold", "other", "silver"];
  const every = { gold: { months: 1 }, silver: { days: 0 } } as const;

  it("come by local days, months clamped; whoever wrote to us was not contacted by us; other classes are left out", () => {
    expect(contactsDue(summary, { every, classes })).toEqual([
      { customerId: "cai", class: "gold", lastContact: null, due: null, daysOverdue: null },
      { customerId: "ann", class: "gold", lastContact: "2026-01-31", due: "2026-02-28", daysOverdue: 1 },
      { customerId: "ben", class: "gold", lastContact: "2026-02-01", due: "2026-03-01", daysOverdue: 0 },
      { customerId: "eve", class: "silver", lastContact: "2026-03-01", due: "2026-03-01", daysOverdue: 0 },
    ]);
  });

  it("take classes from outside as names only, and nobody without a class", () => {
    expect(contactsDue(summary, { every, classes: ["__proto__", null, "toString", "x", "y"] })).toEqual([]);
  });

  it.each([
    [{ every: { gold: { hours: 5 } }, classes }, "INVALID_DURATION at every.gold"],
    [{ every: { gold: {} }, classes }, "INVALID_DURATION at every.gold"],
    [{ every: 5, classes }, "INVALID_OPTIONS at every"],
    [{ every, classes: ["gold"] }, "INVALID_OPTIONS at classes"],
    [{ every }, "INVALID_OPTIONS at classes"],
  ])("refuse %j", (options, message) => {
    expect(() => contactsDue(summary, options as never)).toThrow(message);
  });
});

describe("responses to contacts", () => {
  it("count by channel what was answered in time, whatever the channel of the answer; what is open does not count against", () => {
    const summary = summarizeInteractions(
      [
        out("ann", "2026-03-01T09:00:00Z"),
        out("ann", "2026-03-02T09:00:00Z"),
        back("ann", "2026-03-02T21:00:00Z", "phone"),
        out("ben", "2026-03-01T09:00:00Z"),
        back("ben", "2026-03-08T09:00:01Z"),
        out("cai", "2026-03-30T09:00:00Z"),
        { ...out("cai", "2026-03-01T09:00:00Z"), channel: undefined },
      ],
      { asOf: "2026-03-31" },
    );
    expect(contactResponses(summary, { within: { days: 7 } })).toEqual([
      {
        channel: "email",
        contacts: 4,
        answered: 2,
        open: 1,
        rate: 2 / 3,
        interval: wilsonInterval(2, 3),
        medianHours: 24,
      },
      { channel: null, contacts: 1, answered: 0, open: 0, rate: 0, interval: wilsonInterval(0, 1), medianHours: null },
    ]);
    const replies = contactResponses(summary, { within: { days: 30 }, began: "inbound" });
    expect(replies.map(({ channel, contacts, open, rate }) => [channel, contacts, open, rate])).toEqual([
      ["email", 1, 1, null],
      ["phone", 1, 1, null],
    ]);
  });

  it("refuse what is no duration and what is no side", () => {
    const summary = summarizeInteractions([], { asOf: "2026-03-31" });
    expect(contactResponses(summary, { within: { days: 7 } })).toEqual([]);
    expect(() => contactResponses(summary, {} as never)).toThrow("INVALID_DURATION at within");
    expect(() => contactResponses(summary, { within: {} as never })).toThrow("INVALID_DURATION at within");
    expect(() => contactResponses(summary, { within: { days: 1 }, began: "both" as never })).toThrow("INVALID_OPTIONS");
  });

  // Seen to fail on an answer at the very instant of the contact, and on an answer taken from the next customer.
  it("law: as a search through all pairs finds", () => {
    const hour = (n: number): string => new Date(Date.UTC(2026, 2, 1, n)).toISOString();
    const entry = fc.record({
      customer: fc.constantFrom("a", "b"),
      hour: fc.nat({ max: 30 }),
      direction: fc.constantFrom<"inbound" | "outbound">("inbound", "outbound"),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), fc.integer({ min: 1, max: 12 }), (entries, hours) => {
        const rows = entries.map(({ customer, hour: h, direction }, i) => ({
          ...contact(customer, hour(h), direction, "c"),
          id: String(i),
        }));
        const summary = summarizeInteractions(rows, { asOf: hour(30) });
        const contacts = entries.filter(({ direction }) => direction === "outbound");
        const waits = contacts.map((one) => {
          const later = entries.filter(
            (e) => e.customer === one.customer && e.direction === "inbound" && e.hour > one.hour,
          );
          return { until: one.hour + hours, answer: Math.min(...later.map((e) => e.hour)) };
        });
        const answered = waits.filter(({ answer, until }) => answer <= until).length;
        const open = waits.filter(({ answer, until }) => answer > until && until > 30).length;
        const [found = { contacts: 0, answered: 0, open: 0 }] = contactResponses(summary, { within: { hours } });
        expect(found).toMatchObject({ contacts: contacts.length, answered, open });
      }),
    );
  });
});
