import { expectTypeOf, it } from "vitest";
import type { Birthday, Day } from "../../src/core/index.js";
import {
  type BirthdayField,
  type DayField,
  type Entries,
  type Facts,
  type OrderSchema,
  orderFacts,
  type ValueOf,
} from "../../src/model/index.js";

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

// An order as facts: misspelt facts of the customer do not compile.
const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "80.00", currency: "EUR" } as const;
expectTypeOf(orderFacts(order, { customer: { "customer.tier": "gold" }, number: 1 })).toEqualTypeOf<
  Facts<OrderSchema<"*">>
>();
// @ts-expect-error a name that is no fact of the customer
orderFacts(order, { customer: { "customer.teir": "gold" } });
// @ts-expect-error a tier is a text
orderFacts(order, { customer: { "customer.tier": 3 } });
