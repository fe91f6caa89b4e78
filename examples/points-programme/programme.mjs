import { defineLoyaltyProgram } from "clientele/loyalty";

/** One point per 10 dollars; a point is worth 20 cents and lasts to the end of the month a year later. Tiers go by the spend of a year. */
export const programme = defineLoyaltyProgram({
  id: "office-club",
  version: 1,
  timeZone: "UTC",
  pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 }, through: "local-month" } }],
  earning: { rules: [{ id: "spend", rates: { USD: { points: "1", per: "10.00" } } }] },
  redemption: { points: 5, worth: { amount: "1.00", currency: "USD" }, minimum: 25, multiplesOf: 5 },
  tiers: {
    basis: "spend",
    currency: "USD",
    window: { type: "calendar", period: "year" },
    validThrough: "end-of-next-period",
    levels: [
      { id: "silver", from: "500" },
      { id: "gold", from: "2000" },
      { id: "platinum", from: "5000" },
    ],
  },
});
