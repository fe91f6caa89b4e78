// What must compile, and the nineteen mistakes that must not.
import {
  after,
  between,
  conditions,
  current,
  following,
  last,
  previous,
  type Scoped,
  upcoming,
} from "clientele/conditions";
import { customerFacts } from "clientele/history";
import { type CustomerSchema, customerSchema, type Facts } from "clientele/model";
import { shop } from "./support/shop.js";

const { all, any, not, atLeast, assume, attr, each, sequence, parameter, reference, constant, named } =
  conditions(shop);

const minimum = parameter("minimum", { type: "money", currency: "EUR" });
const dollars = parameter("dollars", { type: "money", currency: "USD" });
const countries = parameter("countries", { type: "string" });

export const right: readonly Scoped<never>[] = [
  attr("country").in(["DE", "FR"]),
  attr("country").in(countries),
  attr("city").contains("Köln"),
  attr("tier").gte("silver"),
  attr("spend").gte("300.00"),
  attr("spend").gte({ amount: "300.00", currency: "EUR" }),
  attr("spend").gte(minimum),
  attr("spend").lt(attr("spend").times("0.5")),
  attr("anyMoney").eq({ amount: "1", currency: "JPY" }),
  attr("vip").eq(true),
  attr("tags").hasNone(["staff"], { orMissing: true }),
  attr("tags").part("size").gte(2),
  attr("birthday").part("age").between(30, 45),
  attr("birthday").anniversary({ from: 0, to: 7 }),
  attr("joinedOn").gte("2026-01-01"),
  attr("contractEnd").within(upcoming({ days: 30 })),
  attr("signedUpAt").gte(new Date(0)),
  attr("signedUpAt").part("weekday").between(1, 5),
  attr("signedUpAt").part("timeOfDay").between("22:00", "06:00"),
  attr("signedUpAt").part("localDay").gt(attr("joinedOn")),
  attr("signedUpAt").festival("spring-festival").between(-15, 15),
  attr("signedUpAt").within(after(attr("joinedOn"), { days: 30 })),
  each("order")
    .within(last({ days: 90 }))
    .count()
    .lt(1),
  each("order").within(previous("month")).sum("amount").gte("300.00"),
  each("order").within(current("year")).avg("amount").gt(attr("spend").times("0.1")),
  each("order").within(between("2026-01-01")).countDistinct("at", "localMonth").gte(3),
  each("order").last("sku").startsWith("A"),
  each("order").medianGap().lte(30),
  each("order")
    .where((order) => all(order.attr("amount").gte("50.00"), attr("vip").eq(true)))
    .any(),
  each("order")
    .where((order) =>
      order
        .each("line")
        .where((line) => line.attr("category").eq("wine"))
        .any(),
    )
    .none(),
  each("order").every((order) => order.attr("amount").gte(attr("spend"))),
  each("line")
    .where((line) => line.attr("net").gte("1"))
    .skipMissing()
    .sum("quantity")
    .gt(3),
  sequence([each("order").where((order) => order.attr("amount").gte("100.00")), each("order").absent()], {
    within: { days: 45 },
    window: last({ months: 12 }),
  }),
  any(not(attr("vip").eq(true)), atLeast(2, attr("vip").exists(), attr("city").missing(), constant("unknown"))),
  named("known", assume(false, reference("other"))),
];

// The commonest question of retail: lines within orders, in rules, in rows and in a table of customers.
const ready: CustomerSchema<"EUR"> = customerSchema("EUR");
right.concat(
  conditions(ready)
    .each("order")
    .where((order) =>
      order
        .each("line")
        .where((line) => line.attr("category").under("wine"))
        .any(),
    )
    .within(last({ days: 90 }))
    .count()
    .gte(2),
);
take({ order: [{ at: "2026-03-01", amount: "20.00", line: [{ category: "wine", net: "20.00" }] }] });
// @ts-expect-error a misspelt field of a line
take({ order: [{ at: 0, line: [{ kategory: "wine" }] }] });
// @ts-expect-error a misspelt name of the lines
take({ order: [{ at: 0, lines: [] }] });
customerFacts(ready, {
  asOf: "2026-04-01",
  collections: { order: [{ customerId: "ann", at: "2026-03-01", line: [{ category: "wine", quantity: 2 }] }] },
});
function take(_: Facts<CustomerSchema<"EUR">>["collections"]): void {}

// @ts-expect-error 1 misspelt field
attr("contry");
// @ts-expect-error 2 misspelt collection
each("orders");
// @ts-expect-error 3 misspelt field of an item
each("order").where((order) => order.attr("amuont").gte("1"));
// @ts-expect-error 4 not one of the declared values of a list
attr("tags").hasAny(["vpi"]);
// @ts-expect-error 5 not one of the declared values
attr("country").eq("XX");
// @ts-expect-error 6 a number where a text belongs
attr("city").eq(3);
// @ts-expect-error 7 a text where a boolean belongs
attr("vip").eq("yes");
// @ts-expect-error 8 a literal in another currency
attr("spend").gte({ amount: "1", currency: "USD" });
// @ts-expect-error 9 a field in another currency
attr("spend").gte(attr("dollars"));
// @ts-expect-error 10 a sum in another currency
each("order").sum("amount").gte({ amount: "1", currency: "USD" });
// @ts-expect-error 11 a parameter in another currency
attr("spend").gte(dollars);
// @ts-expect-error 12 a number where an amount belongs: nobody knows its decimals
attr("spend").gte(50);
// @ts-expect-error 13 a word where an amount belongs
attr("spend").gte("fifty");
// @ts-expect-error 14 order on values that have none
attr("country").gt("DE");
// @ts-expect-error 15 an operator of another type
attr("score").contains("7");
// @ts-expect-error 16 a window on items without a clock
each("line").within(last({ days: 1 }));
// @ts-expect-error 17 the sum of texts
each("order").sum("sku");
export let leaked: Scoped<never> = constant(true);
// @ts-expect-error 18 an item condition leaked to a variable
each("order").where((order) => (leaked = order.attr("amount").gte("1")));
// @ts-expect-error 19 an item condition leaked to a definition
each("order").where((order) => all(order.attr("amount").gte("1"), define(order.attr("amount").gte("1"))));

// @ts-expect-error 20 past orders in the time to come
each("order").within(upcoming({ days: 30 }));
// @ts-expect-error 21 past orders in the periods to come
each("order").within(following("month"));
// @ts-expect-error 22 a sequence in the time to come
sequence([each("order"), each("order")], { window: upcoming({ days: 30 }) });
// @ts-expect-error 23 case of declared values
attr("country").eq("DE", { ignoreCase: true });
// @ts-expect-error 24 the last of items without a clock
each("line").latest(2);
const lastTwo = each("order").latest(2);
// @ts-expect-error 25 a filter after the last so many
lastTwo.where(() => constant(true));

// More of the same kind.
// @ts-expect-error no order on booleans
attr("vip").gt(true);
// @ts-expect-error one unit only
last({ days: 1, months: 1 });
// @ts-expect-error an instant is not a day
attr("signedUpAt").gt(attr("joinedOn"));
each("order").where((order) =>
  all(
    each("complaint")
      // @ts-expect-error an item of one collection inside another
      .where(() => order.attr("amount").gte("1"))
      .any(),
  ),
);
// @ts-expect-error no order of texts
attr("city").gt("A");
// @ts-expect-error no list of another kind
attr("country").in(minimum);

function define(when: Scoped<never>): Scoped<never> {
  return when;
}
