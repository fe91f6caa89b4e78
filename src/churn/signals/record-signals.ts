import { addDuration, parseInstant, zoneOf } from "../../core/index.js";
import { type CustomerBase, type CustomerFactParts, customerFacts } from "../../history/index.js";
import { customerSchema, defineSchema } from "../../model/index.js";
import { type NumberColumn, numbers } from "./number-column.js";

const { case: cases, feedback, consent } = customerSchema("*").collections;
const schema = /* @__PURE__ */ defineSchema({ attributes: {}, collections: { case: cases, feedback, consent } });

type Records = Pick<CustomerFactParts, "cases" | "feedback" | "customers">;

const RECENT_COMPLAINT = { days: 90 } as const;

/** What cases, feedback and consents tell; only of those that were given. */
export function recordSignals(base: CustomerBase, records: Records): Readonly<Record<string, NumberColumn>> {
  const facts = customerFacts(schema, { base, ...records });
  const since = addDuration(parseInstant(base.asOf), RECENT_COMPLAINT, zoneOf(base.timeZone), -1);
  const itemsOf = <K extends "case" | "feedback" | "consent">(name: K, customer: number) => {
    const { offsets } = facts.collection(name);
    return offsets[customer] === offsets[customer + 1] ? [] : (facts.at(customer).collections?.[name] ?? []);
  };
  return {
    ...(records.cases === undefined
      ? {}
      : {
          "churn.openComplaint": numbers(base.size, (customer) => {
            const complaints = itemsOf("case", customer).filter(({ kind }) => kind === "complaint");
            return complaints.filter(
              ({ at, status }) => !isSettled(String(status)) || parseInstant(at as string) > since,
            ).length;
          }),
        }),
    ...(records.feedback === undefined
      ? {}
      : {
          "churn.satisfaction": numbers(base.size, (customer) => {
            const shares = itemsOf("feedback", customer).map(({ scoreShare }) => scoreShare);
            return shares.filter((share): share is number => typeof share === "number").at(-1);
          }),
        }),
    ...(records.customers === undefined
      ? {}
      : {
          "churn.unsubscribed": numbers(base.size, (customer) => {
            const marketing = itemsOf("consent", customer).filter(({ purpose }) => purpose === "marketing");
            if (marketing.length === 0) return undefined;
            return marketing.every(({ status }) => status === "withdrawn") ? 1 : 0;
          }),
        }),
  };
}

const isSettled = (status: string): boolean => status === "resolved" || status === "closed";
