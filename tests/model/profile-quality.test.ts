import type { Assessed, ClienteleError } from "clientele/core";
import { profileQuality, type QualityMeasure, type QualitySpec } from "clientele/model";
import { describe, expect, test } from "vitest";

const customers = [
  { id: "1", name: "Ann", birthday: "1990-05-17", contactPoints: [{ channel: "phone", value: "+49 1" }] },
  { id: "2", name: "Ben", birthday: "1990-02-30", contactPoints: [{ channel: "phone", value: "+49 1" }] },
  { id: "3", name: "  ", address: { city: "Köln" }, attributes: { checked: "2026-03-01" } },
  { id: "3", name: "Cem", gender: "x", attributes: { checked: "2025-03-01" }, shoeSize: 43 },
  null,
];
const asOf = "2026-04-01";

/** passed / judged, or what is missing. */
const told = (measure: Assessed<QualityMeasure> | undefined): unknown =>
  measure?.status === "known" ? `${measure.value.passed}/${measure.value.judged}` : measure?.missing;

function profile(fields: QualitySpec["fields"], more: Partial<QualitySpec> = {}): ReturnType<typeof profileQuality> {
  return profileQuality(customers, { asOf, fields, ...more });
}

describe("profileQuality", () => {
  test("completeness: all customers, on expected fields; a text of spaces is no value", () => {
    const { completeness, fields } = profile({ name: {}, "address.city": {}, gender: { expected: false } });
    expect(told(fields.name?.completeness)).toBe("3/5");
    expect(told(fields["address.city"]?.completeness)).toBe("1/5");
    expect(told(fields.gender?.completeness)).toEqual(["completeness"]);
    expect(told(completeness)).toBe("4/10");
    expect(completeness).toMatchObject({
      value: {
        share: 0.4,
        examples: [
          { index: 0, customerId: "1", field: "address.city" },
          { index: 1, customerId: "2", field: "address.city" },
          { index: 2, customerId: "3", field: "name" },
        ],
      },
    });
  });

  test("validity: what the record type asks for, a pattern, allowed texts; on customers with a value", () => {
    const { validity, fields } = profile({
      birthday: {},
      name: { pattern: "[A-Z][a-z]+" },
      gender: { values: ["f", "m"] },
      "contactPoints.phone": { pattern: "\\+\\d+" },
    });
    expect(told(fields.birthday?.validity)).toBe("1/2");
    expect(told(fields.name?.validity)).toBe("3/3");
    expect(told(fields.gender?.validity)).toBe("0/1");
    expect(told(fields["contactPoints.phone"]?.validity)).toBe("0/2");
    expect(told(validity)).toBe("4/8");
    expect(fields.birthday?.validity).toMatchObject({ value: { examples: [{ index: 1, customerId: "2" }] } });
  });

  test("uniqueness: no other customer has the value", () => {
    const { uniqueness, fields } = profile({ id: { unique: true }, "contactPoints.phone": { unique: true }, name: {} });
    expect(told(fields.id?.uniqueness)).toBe("2/4");
    expect(told(fields["contactPoints.phone"]?.uniqueness)).toBe("0/2");
    expect(told(fields.name?.uniqueness)).toEqual(["uniqueness"]);
    expect(told(uniqueness)).toBe("2/6");
  });

  test("two contact points of one customer with one value are not shared; equal addresses are", () => {
    const phone = { channel: "phone", value: "+49 1" };
    const home = { city: "Köln" };
    const rows = [
      { id: "1", contactPoints: [phone, phone], address: home },
      { id: "2", address: { ...home } },
    ];
    const fields = { "contactPoints.phone": { unique: true }, address: { unique: true } };
    const told2 = profileQuality(rows, { asOf, fields }).fields;
    expect(told(told2["contactPoints.phone"]?.uniqueness)).toBe("1/1");
    expect(told(told2.address?.uniqueness)).toBe("0/2");
  });

  test("timeliness: within (asOf - freshFor, asOf]; what lies after asOf is not judged", () => {
    const at = (checked: string) => ({ id: checked, attributes: { checked } });
    const timely = (checked: string, more = {}): unknown =>
      told(
        profileQuality([at(checked)], {
          asOf: "2026-04-01T12:00:00Z",
          fields: { "attributes.checked": { freshFor: { days: 31 } } },
          ...more,
        }).timeliness,
      );
    expect(timely("2026-04-01T12:00:00Z")).toBe("1/1");
    expect(timely("2026-03-01T12:00:00.001Z")).toBe("1/1");
    expect(timely("2026-03-01T12:00:00.000Z")).toBe("0/1");
    expect(timely("2026-04-01T12:00:00.001Z")).toEqual(["attributes.checked"]);
    expect(timely("lately")).toEqual(["attributes.checked"]);
    // The day begins at 2026-03-01T16:00Z in Shanghai the day before, so it lies outside there.
    expect(timely("2026-03-01", { asOf: "2026-03-31T23:59:59.999Z" })).toBe("1/1");
    expect(timely("2026-03-01", { asOf: "2026-03-31T23:59:59.999Z", timeZone: "Asia/Shanghai" })).toBe("0/1");
  });

  test("unknown where there is nothing to judge, with the reason", () => {
    const none = profileQuality([], { asOf, fields: { name: { unique: true } } });
    for (const measure of [none.completeness, none.validity, none.uniqueness]) {
      expect(measure).toEqual({
        status: "unknown",
        missing: ["customers"],
        reasons: [{ code: "model.no-customers", params: {} }],
      });
    }
    const { validity, timeliness } = profile({ occupation: {} });
    expect(validity).toMatchObject({ missing: ["occupation"], reasons: [{ code: "model.no-values" }] });
    expect(timeliness).toMatchObject({ missing: ["timeliness"], reasons: [{ code: "model.not-asked" }] });
  });

  test("the profile says when and where it was judged, and how many examples it names", () => {
    const told = profile({ name: {} }, { timeZone: "Asia/Shanghai", examples: 1 });
    expect(told).toMatchObject({ customers: 5, asOf: "2026-04-01T15:59:59.999Z", timeZone: "Asia/Shanghai" });
    expect(told.completeness).toMatchObject({ value: { examples: [{ index: 2 }] } });
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  test("all faults of a specification come at once", () => {
    const fields = {
      nmae: {},
      "address.ctiy": {},
      "name.first": {},
      phone: { pattern: "(" },
      since: { freshFor: { days: 1, months: 1 } as never },
    };
    try {
      profile(fields, { examples: -1 });
      expect.unreachable();
    } catch (error) {
      const { code, issues } = error as ClienteleError;
      expect(code).toBe("INVALID_QUALITY_SPEC");
      expect(issues?.map(({ path, hint }) => [path.join("/"), hint])).toEqual([
        ["fields/nmae", 'Did you mean "name"?'],
        ["fields/address.ctiy", 'Did you mean "address.city"?'],
        ["fields/name.first", undefined],
        ["fields/phone", undefined],
        ["fields/phone/pattern", undefined],
        ["fields/since/freshFor", undefined],
        ["examples", undefined],
      ]);
    }
  });
});
