import { parseInstant, zoneOf } from "clientele/core";
import type { Consent, ContactPoint } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standingConsents } from "../../src/model/shared.js";

const utc = zoneOf("UTC");
const moment = parseInstant("2026-04-01T12:00:00Z");
const email: ContactPoint = { channel: "email", value: "ann@example.org" };
const phone: ContactPoint = { channel: "phone", value: "+49 1" };
const consent = (change: Partial<Consent>): Consent => ({
  purpose: "marketing",
  status: "given",
  at: "2026-01-05T00:00:00Z",
  ...change,
});

/** `purpose channel status` of each item. */
const told = (consents: readonly Consent[], contactPoints: readonly ContactPoint[] = [], asOf = moment, zone = utc) =>
  standingConsents({ consents, contactPoints }, asOf, zone).map(({ purpose, channel, status }) =>
    [purpose, channel ?? "-", status].join(" "),
  );

describe("standingConsents", () => {
  test("the latest decides, whatever the order of the list; among equals the later in the list", () => {
    const given = consent({ channel: "email" });
    const withdrawn = consent({ channel: "email", status: "withdrawn", at: "2026-02-01T00:00:00Z" });
    expect(told([given, withdrawn])).toEqual(["marketing email withdrawn"]);
    expect(told([withdrawn, given])).toEqual(["marketing email withdrawn"]);
    const sameTime = { ...withdrawn, at: given.at };
    expect(told([given, sameTime])).toEqual(["marketing email withdrawn"]);
    expect(told([sameTime, given])).toEqual(["marketing email given"]);
  });

  test("purposes and channels stand apart", () => {
    const consents = [
      consent({ channel: "email" }),
      consent({ channel: "phone", status: "withdrawn" }),
      consent({ purpose: "service", channel: "email", status: "withdrawn" }),
    ];
    expect(told(consents)).toEqual(["marketing email given", "marketing phone withdrawn", "service email withdrawn"]);
  });

  test("one without a channel speaks for every channel on record, and a later one for one channel overrides it", () => {
    const general = consent({ at: "2026-02-01" });
    expect(told([general], [email, phone])).toEqual(["marketing email given", "marketing phone given"]);
    const noEmail = consent({ channel: "email", status: "withdrawn", at: "2026-03-01" });
    expect(told([general, noEmail], [email, phone])).toEqual(["marketing email withdrawn", "marketing phone given"]);
    const none = consent({ status: "withdrawn", at: "2026-03-02" });
    expect(told([consent({ channel: "email" }), none])).toEqual(["marketing email withdrawn"]);
    expect(told([general])).toEqual(["marketing - given"]);
  });

  test("what is said after the moment is not known yet", () => {
    const at = (at: number): readonly string[] => told([consent({ channel: "email", at: { epochMilliseconds: at } })]);
    expect(at(moment)).toEqual(["marketing email given"]);
    expect(at(moment - 1)).toEqual(["marketing email given"]);
    expect(at(moment + 1)).toEqual([]);
  });

  test("a consent lapses after its until; a bare day counts whole in the zone", () => {
    const until = (until: Consent["until"], asOf: string, timeZone = "UTC"): readonly string[] =>
      told([consent({ channel: "email", until })], [], parseInstant(asOf), zoneOf(timeZone));
    expect(until("2026-04-01T12:00:00Z", "2026-04-01T12:00:00Z")).toEqual(["marketing email given"]);
    expect(until("2026-04-01T12:00:00Z", "2026-04-01T12:00:00.001Z")).toEqual(["marketing email lapsed"]);
    expect(until("2026-03-31", "2026-03-31T23:59:59.999Z")).toEqual(["marketing email given"]);
    expect(until("2026-03-31", "2026-04-01T00:00:00Z")).toEqual(["marketing email lapsed"]);
    expect(until("2026-03-31", "2026-03-31T16:00:00Z", "Asia/Shanghai")).toEqual(["marketing email lapsed"]);
    // A withdrawal does not lapse.
    expect(told([consent({ channel: "email", status: "withdrawn", until: "2026-02-01" })])).toEqual([
      "marketing email withdrawn",
    ]);
  });

  test("an item says since when it holds", () => {
    const given = consent({ channel: "email", at: "2026-01-05", until: "2026-02-01" });
    const shanghai = zoneOf("Asia/Shanghai");
    const since = (asOf: string): unknown => standingConsents({ consents: [given] }, parseInstant(asOf), shanghai);
    const until = "2026-02-01T15:59:59.999Z";
    const item = { purpose: "marketing", channel: "email", until };
    expect(since("2026-01-20T00:00:00Z")).toEqual([{ ...item, status: "given", since: "2026-01-04T16:00:00.000Z" }]);
    expect(since("2026-04-01T00:00:00Z")).toEqual([{ ...item, status: "lapsed", since: until }]);
  });

  test("without an entry, or with one that cannot be read, nothing was agreed to", () => {
    expect(told([], [email])).toEqual([]);
    expect(standingConsents({}, moment, utc)).toEqual([]);
    expect(told([consent({ at: "some day" })], [email])).toEqual([]);
    expect(standingConsents({ consents: "yes" as never, contactPoints: [null] as never }, moment, utc)).toEqual([]);
    expect(told([null as never, consent({ channel: "email" })])).toEqual(["marketing email given"]);
  });

  // Seen to fail with the entries left in the order of the list.
  test("law: shuffling entries of different instants changes nothing, nor does deleting every entry after the moment", () => {
    const entry = fc.record({
      purpose: fc.constantFrom("marketing", "service"),
      channel: fc.constantFrom(undefined, "email", "phone"),
      status: fc.constantFrom<Consent["status"][]>("given", "withdrawn"),
      offset: fc.integer({ min: -6, max: 3 }),
    });
    const entries = fc.uniqueArray(entry, { maxLength: 8, selector: ({ offset }) => offset });
    let late = 0;
    fc.assert(
      fc.property(entries, fc.func(fc.nat()), (list, keyOf) => {
        const consents = list.map(({ offset, ...rest }) => consent({ ...rest, at: moment + offset }));
        const shuffled = [...consents].sort((a, b) => keyOf(a.at) - keyOf(b.at));
        const inTime = consents.filter(({ at }) => (at as number) <= moment);
        if (inTime.length < consents.length) late++;
        expect(told(shuffled, [email]).sort()).toEqual(told(consents, [email]).sort());
        expect(told(inTime, [email])).toEqual(told(consents, [email]));
      }),
    );
    expect(late).toBeGreaterThan(20);
  });
});
