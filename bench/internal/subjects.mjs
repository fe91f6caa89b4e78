import { sfc32 } from "./random.mjs";

export const AS_OF_MS = Date.parse("2026-01-01T23:59:59.999Z");
const DAY_MS = 86_400_000;
const countries = ["DE", "FR", "CN", "US", "IT", "ES"];
const tiers = ["basic", "silver", "gold", "platinum"];
const cities = Array.from({ length: 40 }, (_, index) => `city-${index}`);

/** Seeded subjects with twelve attributes, 5 % of each missing; and, where asked for, 7.5 orders each in time order. */
export function subjects(size, { withOrders = false } = {}) {
  const random = sfc32(2);
  const pick = (values) => values[Math.floor(values.length * random())];
  const maybe = (value) => (random() < 0.05 ? undefined : value);
  return Array.from({ length: size }, (_, index) => {
    const customerId = `customer-${index}`;
    const attributes = {
      country: maybe(pick(countries)),
      city: maybe(pick(cities)),
      tier: maybe(pick(tiers)),
      vip: maybe(random() < 0.2),
      subscribed: maybe(random() < 0.6),
      age: maybe(18 + Math.floor(60 * random())),
      visits: maybe(Math.floor(40 * random() ** 2)),
      orders: maybe(Math.floor(25 * random() ** 2)),
      spend: maybe(Math.floor(3000 * random() ** 2)),
      rating: maybe(1 + Math.floor(10 * random())),
      returns: maybe(Math.floor(6 * random() ** 3)),
      tenure: maybe(Math.floor(2000 * random())),
    };
    for (const name of Object.keys(attributes)) if (attributes[name] === undefined) delete attributes[name];
    if (!withOrders) return { customerId, attributes };
    const count = Math.floor(16 * random());
    const order = Array.from({ length: count }, () => ({
      at: AS_OF_MS - Math.floor(500 * DAY_MS * random()),
      amount: Math.floor(200 * random()),
    })).sort((a, b) => a.at - b.at);
    return { customerId, attributes, collections: { order } };
  });
}

export const daysBefore = (days) => AS_OF_MS - days * DAY_MS;
