import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/checkout.js";
import { superstoreLines } from "../support/superstore.js";

interface Order {
  readonly customerId: string;
  readonly day: string;
  /** Ten-thousandths of a dollar. */
  units: number;
}

// What the example prints is held to its words by questions.test.ts; here its numbers are counted again, from the file, without the library.
test("the campaign's numbers are those of the Superstore lines", () => {
  const orders = new Map<string, Order>();
  for (const line of superstoreLines()) {
    const id = line["Order ID"] as string;
    const order = orders.get(id) ?? {
      customerId: line["Customer ID"] as string,
      day: line["Order Date"] as string,
      units: 0,
    };
    order.units += Math.round(Number(line.Sales) * 1e4);
    orders.set(id, order);
  }
  const byCustomer = new Map<string, Order[]>();
  for (const order of orders.values())
    byCustomer.set(order.customerId, [...(byCustomer.get(order.customerId) ?? []), order]);
  const friends = [...byCustomer]
    .map(([id, own]) => ({ id, own: own.sort((a, b) => (a.day < b.day ? -1 : 1)) }))
    .filter(({ own }) => (own[0] as Order).day >= "2017-01-01");
  const qualified = friends.flatMap(({ id, own }) => {
    const first = own.find(({ units }) => units >= 50e4);
    return first === undefined ? [] : [{ id, ...first }];
  });
  const isHeld = (id: string): boolean => id.endsWith("5");
  const hold = 30 * 86_400_000;
  const granted = qualified.filter(({ id, day }) => !isHeld(id) && Date.parse(day) + hold <= Date.parse("2018-01-31"));
  const cost = granted.reduce((sum, { units }) => sum + 5 + Math.round(units / 2000) / 100, 0) / granted.length;

  const printed = readFileSync(join(root, "examples/output/a-referral-campaign.txt"), "utf8");
  const said = Object.fromEntries(
    [...printed.matchAll(/^(\S+) +(\d+)$/gm)].map(([, step, count]) => [step, Number(count)]),
  );
  expect(said).toEqual({
    touched: friends.length,
    "signed-up": friends.length,
    held: friends.filter(({ id }) => isHeld(id)).length,
    qualified: qualified.length,
    granted: granted.length,
    reversed: 0,
  });
  expect(printed).toContain(`a customer won costs ${cost.toFixed(2)} USD`);
});
