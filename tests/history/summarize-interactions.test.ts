import { summarizeInteractions } from "clientele/history";
import type { Interaction } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const asOf = "2026-04-01";
const interaction = (more: Partial<Interaction> = {}): Interaction => ({
  id: String(made++),
  customerId: "ann",
  at: "2026-03-02T10:00:00Z",
  kind: "message",
  ...more,
});
let made = 0;

describe("summarizeInteractions", () => {
  test("last contact in each direction, and counts per channel and kind", () => {
    const { at } = summarizeInteractions(
      [
        interaction({ direction: "inbound", channel: "wechat" }),
        interaction({ direction: "inbound", channel: "wechat", at: "2026-03-20T10:00:00Z", kind: "call" }),
        interaction({ direction: "outbound", channel: "email", at: "2026-03-31T23:00:00Z" }),
        interaction({ at: "2026-04-01T23:59:59.999Z" }),
      ],
      { asOf },
    );
    expect(at(0)).toEqual({
      customerId: "ann",
      interactions: 4,
      inbound: 2,
      outbound: 1,
      lastInbound: "2026-03-20T10:00:00.000Z",
      lastOutbound: "2026-03-31T23:00:00.000Z",
      daysSinceLastInbound: 12,
      daysSinceLastOutbound: 1,
      byChannel: [
        { channel: "wechat", interactions: 2 },
        { channel: null, interactions: 1 },
        { channel: "email", interactions: 1 },
      ],
      byKind: [
        { kind: "message", interactions: 3 },
        { kind: "call", interactions: 1 },
      ],
    });
  });

  test("days are local, and a bare day is its start", () => {
    const late = interaction({ direction: "inbound", at: "2026-03-31T16:30:00Z" });
    const days = (timeZone: string) => summarizeInteractions([late], { asOf, timeZone }).at(0).daysSinceLastInbound;
    expect([days("UTC"), days("Asia/Shanghai")]).toEqual([1, 0]);
    const bare = summarizeInteractions([interaction({ at: "2026-03-01", direction: "outbound" })], {
      asOf,
      timeZone: "Asia/Shanghai",
    });
    expect(bare.at(0).lastOutbound).toBe("2026-02-28T16:00:00.000Z");
  });

  test("rows are everybody's met, or those asked for, in their order", () => {
    const rows = [
      interaction({ customerId: "éva" }),
      interaction({ customerId: "__proto__" }),
      interaction({ at: "2026-04-02" }),
    ];
    expect([...summarizeInteractions(rows, { asOf }).customerIds]).toEqual(["__proto__", "éva"]);
    const some = summarizeInteractions(rows, { asOf, customerIds: ["zoe", "éva"] });
    expect(
      [...some].map(({ customerId, interactions, lastInbound }) => [customerId, interactions, lastInbound]),
    ).toEqual([
      ["zoe", 0, null],
      ["éva", 1, null],
    ]);
    expect(some.ignored).toEqual({ afterAsOf: 1, otherCustomers: 1 });
    expect([...summarizeInteractions([], { asOf })]).toEqual([]);
  });

  test("refuses what cannot be counted, and says where it stands", () => {
    const faults = [
      [{ id: "" }, "id"],
      [{ customerId: null }, "customerId"],
      [{ kind: "called" }, "kind"],
      [{ direction: "in" }, "direction"],
      [{ channel: "" }, "channel"],
    ] as const;
    for (const [wrong, field] of faults) {
      const fault = faultOf(() => summarizeInteractions([interaction(), interaction(wrong as object)], { asOf }));
      expect([fault.code, fault.path]).toEqual(["INVALID_INTERACTION", [1, field]]);
    }
    expect(faultOf(() => summarizeInteractions([null as never], { asOf })).path).toEqual([0]);
    expect(faultOf(() => summarizeInteractions([interaction({ at: "2026-03-02T10:00" })], { asOf })).path).toEqual([
      0,
      "at",
    ]);
    const twice = interaction();
    expect(faultOf(() => summarizeInteractions([twice, twice], { asOf })).code).toBe("DUPLICATE_INTERACTION");
    expect(faultOf(() => summarizeInteractions([], { asOf: "soon" })).path).toEqual(["asOf"]);
  });

  // Seen to fail when entries are not sorted by time, and when equal instants let the input's order through into the codes of channels.
  test("law: equals filtering plain rows, whatever their order", () => {
    const met = { equalInstants: 0, late: 0 };
    const some = fc
      .array(
        fc.record({
          customerId: fc.constantFrom("ann", "ben", "__proto__"),
          at: fc.integer({ min: 0, max: 6 }).map((days) => Date.parse("2026-03-28") + days * 86_400_000),
          kind: fc.constantFrom("view" as const, "call" as const, "event" as const),
          direction: fc.constantFrom(undefined, "inbound" as const, "outbound" as const),
          channel: fc.constantFrom(undefined, "wechat", "phone"),
        }),
        { maxLength: 20 },
      )
      .map((rows) => rows.map((row, i): Interaction => ({ id: `i${i}`, ...row })));
    fc.assert(
      fc.property(
        some.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const summary = summarizeInteractions(rows, { asOf });
          const read = rows.filter(({ at }) => Number(at) < Date.parse("2026-04-02"));
          expect(summary.ignored.afterAsOf).toBe(rows.length - read.length);
          for (const row of summary) {
            const own = read.filter(({ customerId }) => customerId === row.customerId);
            const last = (direction: string): string | null => {
              const instants = own.filter((one) => one.direction === direction).map(({ at }) => Number(at));
              return instants.length === 0 ? null : new Date(Math.max(...instants)).toISOString();
            };
            expect([row.interactions, row.lastInbound, row.lastOutbound]).toEqual([
              own.length,
              last("inbound"),
              last("outbound"),
            ]);
            for (const { channel, interactions } of row.byChannel) {
              expect(interactions).toBe(own.filter((one) => (one.channel ?? null) === channel).length);
            }
            for (const { kind, interactions } of row.byKind) {
              expect(interactions).toBe(own.filter((one) => one.kind === kind).length);
            }
            if (new Set(own.map(({ at }) => at)).size < own.length) met.equalInstants++;
          }
          if (read.length < rows.length) met.late++;
          const again = summarizeInteractions(shuffled, { asOf });
          expect([...again]).toEqual([...summary]);
          expect([again.log.at, again.log.channelNames]).toEqual([summary.log.at, summary.log.channelNames]);
        },
      ),
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  });
});
