import { describe, expect, it, test } from "vitest";
import {
  ageOn,
  type Birthday,
  type BirthdayPolicies,
  type ChineseBirthday,
  formatDay,
  nextBirthday,
  parseBirthday,
  parseDay,
  readBirthday,
} from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";

const next = (birthday: Birthday | string, onOrAfter: string, policies?: BirthdayPolicies): string =>
  formatDay(nextBirthday(birthday, parseDay(onOrAfter), policies));

describe("parseBirthday", () => {
  it("reads a day as a Gregorian birthday and leaves a birthday as it is", () => {
    expect(parseBirthday("2000-02-29")).toEqual({ calendar: "gregorian", year: 2000, month: 2, day: 29 });
    const kept: Birthday = { calendar: "chinese", month: 12, day: 30 };
    expect(parseBirthday(kept)).toBe(kept);
  });

  it.each<Birthday>([
    { calendar: "gregorian", month: 2, day: 29 },
    { calendar: "gregorian", month: 2, day: 29, year: 2000 },
    { calendar: "chinese", month: 6, day: 1, leapMonth: true, year: 2025 },
    { calendar: "chinese", month: 6, day: 30, leapMonth: true },
    { calendar: "chinese", month: 1, day: 1, leapMonth: undefined, year: undefined },
  ])("takes %j", (birthday) => {
    expect(readBirthday(birthday)).toBe(birthday);
  });

  it.each([
    "2026-02-29",
    "1990-5-17",
    "",
    { calendar: "gregorian", month: 2, day: 29, year: 2026 },
    { calendar: "gregorian", month: 4, day: 31 },
    { calendar: "gregorian", month: 0, day: 1 },
    { calendar: "gregorian", month: 1, day: 1.5 },
    { calendar: "gregorian", month: 1, day: 1, year: Number.NaN },
    { calendar: "gregorian", month: 1, day: 1, year: "1990" },
    { calendar: "gregorian", month: 6, day: 1, leapMonth: true },
    { calendar: "chinese", month: 1, day: 31 },
    { calendar: "chinese", month: 6, day: 1, leapMonth: true, year: 2026 },
    { calendar: "chinese", month: 12, day: 30, year: 2026 },
    { calendar: "chinese", month: 6, day: 1, leapMonth: "yes" },
    { calendar: "chinese", month: 6, day: 1, year: 2026.5 },
    { calendar: "lunar", month: 6, day: 1 },
    { month: 6, day: 1 },
    [],
    null,
    undefined,
    19_900_517,
  ])("refuses %j", (birthday) => {
    expect(readBirthday(birthday)).toBeUndefined();
    expect(() => parseBirthday(birthday as Birthday, ["rows", 3])).toThrowError(/INVALID_BIRTHDAY at rows\[3\]/);
  });

  it("names a Chinese year that the table has not", () => {
    for (const year of [1899, 2101]) {
      const birthday: Birthday = { calendar: "chinese", year, month: 1, day: 1 };
      expect(readBirthday(birthday)).toBeUndefined();
      expect(() => parseBirthday(birthday)).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at year/);
    }
  });
});

test.each([
  [{ calendar: "gregorian", mounth: 5, day: 17 }, 'Rename "mounth" to "month"'],
  [{ calendar: "chinese", month: 5, day: 17, leapmonth: true }, 'Rename "leapmonth" to "leapMonth"'],
  [{ calendar: "chinese", month: 5, day: 17, leap_month: true, leapMonth: true }, 'Leave out "leap_month"'],
  [{ calendar: "gregorian", month: 5, day: 17, colour: "red" }, 'Leave out "colour"'],
  [{ calendar: "Chinese", month: 5, day: 17 }, 'Write calendar: "chinese"'],
  ["17.5.1990", 'Write "1990-05-17"'],
  ["1990年5月17日", 'Write "1990-05-17"'],
  ["19900517", 'Write "1990-05-17"'],
  ["1990-02-30", undefined],
  [{ calendar: "gregorian", month: 13, day: 17 }, undefined],
])("a birthday written as %j is told how to write it", (birthday, hint) => {
  const fault = faultOf(() => parseBirthday(birthday as Birthday));
  expect([fault.code, fault.hint]).toEqual(["INVALID_BIRTHDAY", hint]);
});

describe("nextBirthday", () => {
  it("keeps 29 February on 28 February or 1 March of a common year, and on its day in a leap year", () => {
    const birthday = "2000-02-29";
    expect(next(birthday, "2027-01-01")).toBe("2027-02-28");
    expect(next(birthday, "2027-01-01", { leapDay: "mar1" })).toBe("2027-03-01");
    for (const leapDay of ["feb28", "mar1"] as const) {
      expect(next(birthday, "2028-01-01", { leapDay })).toBe("2028-02-29");
      expect(next({ calendar: "gregorian", month: 2, day: 29 }, "2028-02-29", { leapDay })).toBe("2028-02-29");
    }
    expect(next(birthday, "2027-02-28", { leapDay: "mar1" })).toBe("2027-03-01");
    expect(next(birthday, "2027-03-01")).toBe("2028-02-29");
    expect(next("1900-02-28", "2099-03-01")).toBe("2100-02-28");
  });

  it("is the day itself on the day, and a year later on the day after", () => {
    expect(next("1990-05-17", "2026-05-17")).toBe("2026-05-17");
    expect(next("1990-05-17", "2026-05-18")).toBe("2027-05-17");
    expect(next("1990-12-31", "2026-12-31")).toBe("2026-12-31");
  });

  // Dates: lunar-typescript and tyme4ts agree. Born 2025-07-25, the first day of the leap sixth month.
  it("keeps a birth in a leap month by policy", () => {
    const birthday: ChineseBirthday = { calendar: "chinese", year: 2025, month: 6, day: 1, leapMonth: true };
    const { year: _, ...withoutYear } = birthday;
    expect(next(birthday, "2025-07-25")).toBe("2026-07-14");
    expect(next(birthday, "2026-07-15")).toBe("2027-07-04");
    expect(next(birthday, "2036-01-01")).toBe("2036-06-24");
    expect(next(birthday, "2036-01-01", { leapMonth: "leap" })).toBe("2036-07-23");
    expect(next(birthday, "2036-01-01", { leapMonth: "both" })).toBe("2036-06-24");
    expect(next(birthday, "2036-06-25", { leapMonth: "both" })).toBe("2036-07-23");
    expect(next(birthday, "2026-01-01", { leapMonth: "leap" })).toBe("2026-07-14"); // no leap month that year
    expect(next(withoutYear, "2025-01-01")).toBe("2025-06-25");
  });

  it("leaves a birth in the regular month where it is, in years with a leap month of that number too", () => {
    const birthday: ChineseBirthday = { calendar: "chinese", month: 6, day: 1 };
    for (const leapMonth of ["regular", "leap", "both"] as const) {
      expect(next(birthday, "2025-01-01", { leapMonth })).toBe("2025-06-25");
      expect(next(birthday, "2025-06-26", { leapMonth })).toBe("2026-07-14");
    }
  });

  it("keeps a birth on the thirtieth on the twenty-ninth of a shorter month, or skips that year", () => {
    const birthday: ChineseBirthday = { calendar: "chinese", month: 12, day: 30 };
    expect(next(birthday, "2024-02-01")).toBe("2024-02-09"); // 30 days
    expect(next(birthday, "2025-01-01")).toBe("2025-01-28"); // 29 days
    expect(next(birthday, "2024-02-10", { thirtiethDay: "skip" })).toBe("2030-02-02"); // 29 days five times in between
  });

  it("is never before the birth", () => {
    expect(next("2030-06-01", "2026-01-01")).toBe("2030-06-01");
    expect(next({ calendar: "chinese", year: 2030, month: 1, day: 1 }, "2026-01-01")).toBe("2030-02-03");
  });

  it("falls twice or not at all in a Gregorian year at the turn of it", () => {
    const birthday: ChineseBirthday = { calendar: "chinese", month: 12, day: 8 };
    expect(next(birthday, "2022-01-01")).toBe("2022-01-10");
    expect(next(birthday, "2022-01-11")).toBe("2022-12-30");
    expect(next(birthday, "2022-12-31")).toBe("2024-01-18");
  });

  it("ends with the Chinese table, the Gregorian calendar does not", () => {
    const chinese: ChineseBirthday = { calendar: "chinese", month: 1, day: 1 };
    expect(next(chinese, "2100-02-09")).toBe("2100-02-09");
    expect(() => next(chinese, "2100-02-10")).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at onOrAfter/);
    expect(() => next(chinese, "2200-01-01")).toThrowError(/LUNAR_YEAR_OUT_OF_RANGE at onOrAfter/);
    expect(next("1990-05-17", "2200-01-01")).toBe("2200-05-17");
  });

  it("refuses unknown policies and days that are none", () => {
    const policies = { leapMonth: "Leap" } as unknown as BirthdayPolicies;
    expect(() => next("1990-05-17", "2026-01-01", policies)).toThrowError(/INVALID_BIRTHDAY at policies\.leapMonth/);
    expect(() => nextBirthday("1990-05-17", Number.NaN)).toThrowError(/INVALID_DAY at onOrAfter/);
    expect(() => next("1990-02-30", "2026-01-01")).toThrowError(/INVALID_BIRTHDAY at birthday/);
  });
});

describe("ageOn", () => {
  const age = (birthday: Birthday | string, day: string): number | string => {
    const assessed = ageOn(birthday, parseDay(day));
    return assessed.status === "known" ? assessed.value : assessed.missing.join();
  };

  it("counts whole years from the day of birth", () => {
    expect(age("1990-05-17", "2026-05-16")).toBe(35);
    expect(age("1990-05-17", "2026-05-17")).toBe(36);
    expect(age("1990-05-17", "1990-05-17")).toBe(0);
    expect(age("1990-12-31", "2026-01-01")).toBe(35);
  });

  it("completes a year on 1 March for a birth on 29 February, on its day in a leap year", () => {
    expect(age("2000-02-29", "2027-02-28")).toBe(26);
    expect(age("2000-02-29", "2027-03-01")).toBe(27);
    expect(age("2000-02-29", "2028-02-28")).toBe(27);
    expect(age("2000-02-29", "2028-02-29")).toBe(28);
    expect(age("2000-02-29", "2100-02-28")).toBe(99);
  });

  it("counts Gregorian years for a Chinese birthday too", () => {
    const birthday: ChineseBirthday = { calendar: "chinese", year: 1987, month: 6, day: 1, leapMonth: true }; // 1987-07-26
    expect(age(birthday, "2026-07-25")).toBe(38);
    expect(age(birthday, "2026-07-26")).toBe(39);
    expect(age({ calendar: "chinese", year: 1999, month: 12, day: 20 }, "2026-01-25")).toBe(25); // 2000-01-26
    expect(age({ calendar: "chinese", year: 1999, month: 12, day: 20 }, "2026-01-26")).toBe(26);
  });

  it("is unknown without the year and before the birth", () => {
    expect(age({ calendar: "chinese", month: 6, day: 1 }, "2026-01-01")).toBe("birthday.year");
    expect(age({ calendar: "gregorian", month: 6, day: 1 }, "2026-01-01")).toBe("birthday.year");
    expect(ageOn("2026-05-17", parseDay("2026-05-16"))).toEqual({
      status: "unknown",
      missing: ["birthday"],
      reasons: [{ code: "core.birth-in-future", params: { birth: "2026-05-17", day: "2026-05-16" } }],
    });
  });

  it("refuses what is no birthday and no day", () => {
    expect(() => ageOn("1990-02-30", 0)).toThrowError(/INVALID_BIRTHDAY at birthday/);
    expect(() => ageOn("1990-02-28", 0.5)).toThrowError(/INVALID_DAY at day/);
  });
});
