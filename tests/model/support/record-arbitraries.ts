import type { RecordKind } from "clientele/model";
import fc from "fast-check";

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("tea", "茶", "CN-44", "gold", "price", " ", "__proto__", "toString") },
  fc.string({ minLength: 1, unit: "binary" }),
);
const id = fc.oneof(fc.constantFrom("ann", "ben", "顾客-1", " ann"), text).filter((written) => written.trim() !== "");
const birthday = fc.constantFrom<unknown[]>(
  "1990-05-17",
  { calendar: "gregorian", month: 2, day: 29 },
  { calendar: "chinese", month: 6, day: 30, leapMonth: true },
  { calendar: "chinese", month: 12, day: 29, year: 1987 },
);
const amount = fc.oneof(
  fc.constantFrom("0", "0.00", "12.50", "007.1", "261.9600", "99999999999999999999.99", 0, 12.5, 1e21, 5e-324),
  fc.nat(),
);
const day = fc.constantFrom("2026-01-05", "2024-02-29", "0000-01-01", "9999-12-31", "2018-11-04");
const instant = fc.oneof(
  day,
  fc.constantFrom("2026-01-05T10:00:00Z", "2026-01-05t10:00+0800", "2026-11-01T01:30:00,123456-04:00", -1, 0),
  fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
  fc.nat().map((epochMilliseconds) => ({ epochMilliseconds })),
);
const money = fc.record({ amount: fc.constantFrom("0", "12.50"), currency: fc.constantFrom("USD", "CNY") });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const quantity = fc.oneof(fc.nat(), fc.constantFrom(0, 0.5, 1e9));
const texts = fc.array(text, { maxLength: 3 });
const attributes = fc.dictionary(text, fc.oneof(fc.string(), number, fc.boolean(), money, texts), { maxKeys: 3 });
const mode = fc.constantFrom("online", "offline");

/** A record with the fields that must be there, and any choice of the others, some of them undefined. */
function record(required: Fields, optional: Fields): fc.Arbitrary<object> {
  const maybe = Object.fromEntries(
    Object.entries(optional).map(([name, arbitrary]) => [name, fc.option(arbitrary, { nil: undefined, freq: 8 })]),
  );
  return fc.record({ ...required, ...maybe }, { requiredKeys: Object.keys(required) });
}
type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const contactPoint = record({ channel: text, value: text }, { preferred: fc.boolean(), verifiedAt: instant });
const consent = record(
  { purpose: text, status: fc.constantFrom("given", "withdrawn"), at: fc.constant("2026-01-05") },
  { channel: text, source: text, until: fc.constantFrom("2026-01-05", "2027-01-01T00:00:00Z") },
);
const address = record({}, { country: text, region: text, city: text, postalCode: text, lines: texts });
const line = record(
  { sku: id, net: amount },
  {
    quantity,
    listPrice: amount,
    discount: amount,
    promoted: fc.boolean(),
    cost: amount,
    category: text,
    brand: text,
    priceTier: text,
    tags: texts,
  },
);
const lines = fc.array(line, { maxLength: 3 });

const transaction = record(
  { id, customerId: fc.option(id), at: instant, amount, currency: fc.constantFrom("USD", "JPY", "XAU") },
  {
    kind: fc.constantFrom("purchase", "refund"),
    status: fc.constantFrom("completed", "pending", "cancelled", "test"),
    tax: amount,
    shipping: amount,
    paidWithPoints: amount,
    paidWithGiftCard: amount,
    cost: amount,
    discount: amount,
    channel: text,
    mode,
    store: text,
    seller: text,
    source: text,
    tags: texts,
    lines,
  },
);
const linkedRefund = fc.tuple(transaction, id).map(([row, refundOf]): object => ({ ...row, kind: "refund", refundOf }));

const rating = fc
  .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 10 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([lowest, width, share]) => ({
    score: Math.min(lowest + width * share, lowest + width),
    scale: { lowest, highest: lowest + width },
  }));
const changes = fc
  .array(fc.constantFrom("acknowledged", "in-progress", "waiting-for-customer", "resolved", "closed", "reopened"))
  .map((statuses) => statuses.map((status, index) => ({ at: Date.UTC(2026, 1, index + 1), status })));

/** Records of every kind, all of them right. */
export const records: Readonly<Record<RecordKind, fc.Arbitrary<object>>> = {
  transaction: fc.oneof({ weight: 4, arbitrary: transaction }, linkedRefund),
  customer: record(
    { id },
    {
      kind: fc.constantFrom("person", "company"),
      name: text,
      since: instant,
      source: text,
      referredBy: id,
      contactPoints: fc.array(contactPoint, { maxLength: 2 }),
      consents: fc.array(consent, { maxLength: 2 }),
      address,
      language: text,
      birthday,
      gender: text,
      occupation: text,
      education: text,
      income: money,
      industry: text,
      interests: texts,
      employeeId: id,
      partnerId: id,
      tags: texts,
      attributes,
    },
  ),
  interaction: record(
    {
      id,
      customerId: id,
      at: instant,
      kind: fc.constantFrom("view", "message", "call", "visit", "inquiry", "sample", "event"),
    },
    {
      direction: fc.constantFrom("inbound", "outbound"),
      channel: text,
      sku: id,
      caseId: id,
      employeeId: id,
      outcome: text,
      minutes: quantity,
      source: text,
      tags: texts,
    },
  ),
  feedback: record(
    { id, customerId: fc.option(id), at: instant },
    {
      measure: fc.constantFrom("nps", "csat", "ces"),
      rating,
      attribute: text,
      needs: texts,
      comment: text,
      topics: texts,
      sentiment: fc.constantFrom("positive", "neutral", "negative"),
      channel: text,
      sku: id,
      transactionId: id,
      caseId: id,
      tags: texts,
    },
  ),
  case: record(
    {
      id,
      customerId: fc.option(id),
      openedAt: fc.constantFrom("2026-01-05", "2026-01-05T23:00:00-05:00"),
      kind: fc.constantFrom("complaint", "question", "return", "repair", "request"),
    },
    {
      stage: fc.constantFrom("pre-sale", "sale", "after-sale"),
      severity: fc.constantFrom("low", "medium", "high", "critical"),
      respondedAt: fc.constantFrom("2026-01-05", "2026-01-06T04:00:00Z"),
      changes,
      attribute: text,
      cause: text,
      channel: text,
      sku: id,
      transactionId: id,
      employeeId: id,
      tags: texts,
    },
  ),
  contract: record(
    { id, customerId: id, start: fc.constantFrom("2026-01-05", 0) },
    {
      end: fc.constantFrom("2026-01-05", "2027-01-05"),
      renews: fc.boolean(),
      cancellation: record({ at: instant, by: fc.constantFrom("customer", "business") }, { reason: text }),
      price: record(
        { amount, currency: fc.constant("EUR"), every: fc.constantFrom({ months: 1 }, { days: 30 }, { years: 1 }) },
        {},
      ),
      sku: id,
      source: text,
      tags: texts,
    },
  ),
  product: record(
    { sku: id },
    {
      name: text,
      categoryPath: texts,
      brand: text,
      listPrice: money,
      cost: money,
      priceTier: text,
      launched: fc.constantFrom("2024-02-29", "2026-01-05"),
      discontinued: fc.constantFrom("2026-01-05", "2027-01-01"),
      tags: texts,
      attributes,
    },
  ),
  partner: record(
    { id, kind: fc.constantFrom("store", "dealer", "agent", "marketplace", "social-media", "website") },
    {
      name: text,
      mode,
      territory: texts,
      parentId: id,
      contactPoints: fc.array(contactPoint, { maxLength: 2 }),
      address,
      since: fc.constantFrom("2024-02-29", "2026-01-05"),
      until: fc.constantFrom("2026-01-05", "2027-01-01"),
      tags: texts,
      attributes,
    },
  ),
  employee: record(
    { id },
    {
      name: text,
      role: text,
      team: text,
      store: text,
      managerId: id,
      since: fc.constantFrom("2024-02-29", "2026-01-05"),
      until: fc.constantFrom("2026-01-05", "2027-01-01"),
      tags: texts,
    },
  ),
};
