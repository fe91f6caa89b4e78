import { expectTypeOf, it } from "vitest";
import type { Birthday, Day } from "../../src/core/index.js";
import type { BirthdayField, DayField, Entries, ValueOf } from "../../src/model/index.js";

it("takes a birthday of either calendar, or a day, where the field is a birthday", () => {
  expectTypeOf<ValueOf<BirthdayField>>().toEqualTypeOf<Birthday | Day>();
  expectTypeOf<ValueOf<DayField>>().toEqualTypeOf<string>();

  type Person = Entries<{ readonly birthday: { readonly type: "birthday" } }>;
  const kept: Person = { birthday: { calendar: "chinese", month: 6, day: 1, leapMonth: true } };
  const dayOnly: Person = { birthday: "1990-05-17" };
  // @ts-expect-error the Gregorian calendar has no leap month
  const mistaken: Person = { birthday: { calendar: "gregorian", month: 6, day: 1, leapMonth: true } };
  expectTypeOf([kept, dayOnly, mistaken]).toEqualTypeOf<Person[]>();
});
