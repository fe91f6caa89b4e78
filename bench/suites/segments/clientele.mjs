import { conditions, last } from "../../../dist/conditions/index.js";
import { summarizePurchases } from "../../../dist/history/index.js";
import { defineSchema, factTable } from "../../../dist/model/index.js";
import {
  classifyAbc,
  classifyByTree,
  classifyByValue,
  classifyChannelUse,
  classifyDemographics,
  classifyHabit,
  classifyNeeds,
  classifyPurchaseBehaviour,
  classifyValueBands,
  defineSegment,
  evaluateSegments,
  inferInterests,
  regionsOfChina,
  updateMembership,
} from "../../../dist/segmentation/index.js";
import { sfc32 } from "../../internal/random.mjs";
import { subjects } from "../../internal/subjects.mjs";
import { AS_OF, transactionColumns } from "../../internal/transactions.mjs";

const [number, string, boolean] = ["number", "string", "boolean"].map((type) => ({ type }));
const schema = defineSchema({
  attributes: {
    country: string,
    city: string,
    tier: string,
    vip: boolean,
    subscribed: boolean,
    age: number,
    visits: number,
    orders: number,
    spend: number,
    rating: number,
    returns: number,
    tenure: number,
  },
  collections: { order: { timed: true, fields: { amount: number } } },
});
const { all, any, attr, each } = conditions(schema);
const segment = (id, when) => defineSegment({ id, version: 1, when }, schema);
const lately = (days) => each("order").within(last({ days }));

/** Twenty segments as a shop has them, four of which look at orders. */
const segments = [
  ...["DE", "FR", "CN", "US", "IT"].map((country, i) =>
    segment(`${country}-regulars`, all(attr("country").eq(country), attr("orders").gte(5 + i))),
  ),
  ...["silver", "gold", "platinum"].map((tier) =>
    segment(`${tier}-quiet`, all(attr("tier").eq(tier), attr("visits").lt(5), attr("tenure").gte(365))),
  ),
  ...[18, 30, 45].map((age) =>
    segment(`spenders-from-${age}`, all(attr("age").gte(age), attr("spend").gte(1000), attr("subscribed").eq(true))),
  ),
  ...[2, 3].map((returns) => segment(`returners-${returns}`, any(attr("returns").gte(returns), attr("rating").lte(2)))),
  ...[1, 2, 3].map((city) =>
    segment(
      `town-${city}`,
      all(any(attr("city").eq(`city-${city}`), attr("city").eq(`city-${city + 10}`)), attr("visits").gte(10)),
    ),
  ),
  segment("bought-lately", lately(90).count().gte(1)),
  segment("slipping", all(lately(365).count().gte(2), lately(90).none())),
  segment("spent-a-lot", lately(365).sum("amount").gte(300)),
  segment(
    "the-best",
    all(lately(365).count().gte(3), any(attr("vip").eq(true), attr("spend").gte(2500)), attr("rating").gte(7)),
  ),
];

const AS_OF_MS = Date.parse(`${AS_OF}T00:00:00Z`);
const YEAR_AND_A_HALF = 540 * 864e5;

/** Customers with twelve attributes and nought to four orders each. */
function shoppers(size) {
  const random = sfc32(11);
  return subjects(size).map((row) => ({
    ...row,
    collections: {
      order: Array.from({ length: Math.floor(5 * random()) }, () => ({
        at: AS_OF_MS - Math.floor(YEAR_AND_A_HALF * random()),
        amount: Math.floor(200 * random()),
      })),
    },
  }));
}

const tableOf = (rows, asOf = AS_OF) => factTable(schema, rows, { asOf });
/** Every answer read; the names of members are listed by whoever asks for them. */
const sizes = (memberships) =>
  Array.from(memberships, ({ truth }) => truth.reduce((sum, answer) => sum + (answer === 1 ? 1 : 0), 0));

/** All twenty in one pass. */
export const together = {
  prepare: (size) => tableOf(shoppers(size)),
  run: (facts) => sizes(evaluateSegments(facts, segments)),
  digest: (counts) => counts.length,
};

/** The slowest of the twenty by itself: which one it is, is found out before. */
export const slowest = {
  prepare(size) {
    const facts = together.prepare(size);
    const timed = segments.map((one) => {
      const run = () => {
        const start = performance.now();
        evaluateSegments(facts, [one]);
        return performance.now() - start;
      };
      return { one, ms: Math.min(run(), run(), run()) };
    });
    return { facts, one: timed.reduce((a, b) => (b.ms > a.ms ? b : a)).one };
  },
  run: ({ facts, one }) => sizes(evaluateSegments(facts, [one])),
  digest: (counts) => counts.length,
};

const slipping = segments.find(({ id }) => id === "slipping");

/** A membership made new, with the moment of everybody's next change. */
export const whole = {
  prepare: (size) => tableOf(shoppers(size)),
  run: (facts) => updateMembership(undefined, facts, slipping).judged,
  digest: (judged) => judged > 0,
};

/** The same brought up to date after one customer in a hundred has changed. */
export const updated = {
  prepare(size) {
    const rows = shoppers(size);
    const { membership } = updateMembership(undefined, tableOf(rows), slipping);
    const order = [{ at: AS_OF_MS, amount: 10 }];
    const isChanged = (index) => index % 100 === 0;
    const later = rows.map((row, index) => (isChanged(index) ? { ...row, collections: { order } } : row));
    const changed = rows.filter((_, index) => isChanged(index)).map(({ customerId }) => customerId);
    return { membership, facts: tableOf(later, AS_OF), changed };
  },
  run: ({ membership, facts, changed }) => updateMembership(membership, facts, slipping, { changed }).judged,
  digest: (judged) => judged > 0,
};

const dimensions = {
  category: Array.from({ length: 12 }, (_, i) => `category-${i}`),
  brandInCategory: Array.from({ length: 40 }, (_, i) => JSON.stringify([`category-${i % 12}`, `brand-${i}`])),
  priceTier: ["basic", "premium", "standard"],
};
const provinces = Object.keys(regionsOfChina.nodes);
const demography = defineSchema({ attributes: { province: string, birthday: { type: "birthday" }, gender: string } });

/** Ten orders a customer with everything that a classification reads, and who the customers are. */
function shop(customers) {
  const { customer, at, cents } = transactionColumns(10 * customers);
  const random = sfc32(7);
  const share = (of) => cents.map((minor) => Math.floor(of * random() * minor));
  const dictionary = Array.from({ length: customers }, (_, code) => `customer-${code}`);
  const coded = ([name, values]) => [
    name,
    {
      codes: Int32Array.from(customer, (code) =>
        Math.floor((0.7 * random() + 0.3 * ((code % 97) / 97)) * values.length),
      ),
      dictionary: values,
    },
  ];
  const base = summarizePurchases(
    {
      customerIds: { codes: customer, dictionary },
      at,
      amountMinor: cents,
      measures: {
        cost: share(0.9),
        promoted: cents.map((minor) => (random() < 0.3 ? minor : 0)),
        online: cents.map(() => (random() < 0.5 ? 1 : 0)),
      },
      dimensions: Object.fromEntries(Object.entries(dimensions).map(coded)),
    },
    {
      asOf: AS_OF,
      currency: "USD",
      measures: ["cost", "promoted", "online"],
      dimensions: Object.keys(dimensions),
      customerIds: dictionary,
    },
  );
  const rows = dictionary.map((customerId, i) => ({
    customerId,
    attributes: {
      province: provinces[i % provinces.length],
      birthday: `${1940 + (i % 65)}-06-15`,
      gender: i % 2 ? "f" : "m",
    },
  }));
  return { base, facts: factTable(demography, rows, { asOf: AS_OF }) };
}

const classifications = {
  classifyByValue: ({ base }) => classifyByValue(base),
  classifyValueBands: ({ base }) => classifyValueBands(base),
  classifyAbc: ({ base }) => classifyAbc(base),
  classifyNeeds: ({ base }) => classifyNeeds(base),
  classifyHabit: ({ base }) => classifyHabit(base),
  classifyPurchaseBehaviour: ({ base }) => classifyPurchaseBehaviour(base),
  classifyChannelUse: ({ base }) => classifyChannelUse(base),
  inferInterests: ({ base }) => inferInterests(base),
  classifyByTree: ({ facts }) => classifyByTree(facts, regionsOfChina, { field: "province" }),
  classifyDemographics: ({ facts }) => classifyDemographics(facts),
};

/** Every classification of one base, one after the other; reasons wait until somebody asks. */
export const classes = {
  prepare: shop,
  run: (input) => Object.values(classifications).map((classify) => classify(input)),
  digest: (tables) => tables.length,
};
