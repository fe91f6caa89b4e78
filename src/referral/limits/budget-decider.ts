import {
  currencyDecimals,
  type Definition,
  formatMinorUnits,
  type Issue,
  type Money,
  parseMinorUnits,
  type Written,
} from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  choice,
  completed,
  fields,
  headFields,
  optional,
  refusal,
  text,
} from "../../core/shared.js";
import {
  accept,
  type Decider,
  type Ledger,
  type LedgerCommand,
  type LedgerRefusal,
  ledgerDecider,
  type Ruling,
  refuse,
  type Stamped,
} from "../../ledger/index.js";
import type { BudgetRefusal } from "../errors.js";
import { moneyRule } from "../program/define-referral-program.js";
import { own } from "../stream/referral-state.js";

/**
 * What a campaign may cost in all.
 * @category Limits
 */
export interface CampaignBudget extends Definition<"campaign-budget"> {
  readonly total: Money;
}

/**
 * Defines a budget, checked whole.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineCampaignBudget } from "clientele/referral";
 * defineCampaignBudget({ id: "spring", version: 1, total: { amount: "500.00", currency: "EUR" } }).kind; // => "campaign-budget"
 */
export function defineCampaignBudget(definition: Written<CampaignBudget>): CampaignBudget {
  const whole = completed(definition, { kind: "campaign-budget" });
  checkBudget(whole).refuseFaults();
  return whole as CampaignBudget;
}

/**
 * Checks a stored budget: all faults at once, none if it is sound.
 * @example
 * import { validateCampaignBudget } from "clientele/referral";
 * validateCampaignBudget({ id: "spring" }).length > 0; // => true
 */
export const validateCampaignBudget = (json: unknown): readonly Issue[] => checkBudget(json).issues;

function checkBudget(json: unknown): Checker {
  const check = checker("INVALID_BUDGET");
  fields({ ...headFields("campaign-budget"), total: moneyRule })(json, [], check);
  return check;
}

/** Sets money aside for one grant, spends it, or gives it back, spent or not. One id may stand for both sides of a referral. */
export type BudgetCommand = LedgerCommand & { readonly key: string; readonly grantId: string } & (
    | { readonly type: "reserve"; readonly amount: Money }
    | { readonly type: "spend" }
    | { readonly type: "release" }
  );

/** What a budget has set aside and spent; amounts in its currency. Plain JSON. */
export interface BudgetState {
  readonly reserved: string;
  readonly spent: string;
  readonly grants: Readonly<Record<string, { readonly amount: string; readonly spent: boolean }>>;
}

/** What happened to a budget. */
export interface BudgetEvent {
  readonly type: "BudgetReserved" | "BudgetSpent" | "BudgetReleased";
  readonly v: 1;
  readonly grantId: string;
  readonly amount: string;
}

interface BudgetOutcome {
  readonly left: Money;
}

/** Decides over one budget. */
export type BudgetDecider = Decider<
  Ledger<BudgetState>,
  BudgetCommand,
  Stamped<BudgetEvent>,
  Record<BudgetCommand["type"], BudgetOutcome>,
  BudgetRefusal | LedgerRefusal
>;

/**
 * The decider of a campaign's budget, one ledger per campaign: rewards are reserved whole or not at all, and never more than there is.
 *
 * Reserve both sides of a referral under one id when it is bound or qualifies, spend when it is granted, release when it is void or reversed:
 * what is released can be reserved again by others.
 * @throws INVALID_DEFINITION; INVALID_REFERRAL_COMMAND and what is wrong with an amount from `decide`
 * @example
 * import { budgetDecider, defineCampaignBudget } from "clientele/referral";
 * const budget = budgetDecider(defineCampaignBudget({ id: "spring", version: 1, total: { amount: "100.00", currency: "EUR" } }));
 * const reserve = { type: "reserve", at: "2026-05-01", amount: { amount: "60.00", currency: "EUR" } } as const;
 * const first = budget.decide({ ...reserve, key: "1", grantId: "ben" }, budget.initialState());
 * first.ok && first.outcome.left.amount; // => "40.00"
 * const second = first.ok && budget.decide({ ...reserve, key: "2", grantId: "cai" }, first.state);
 * second && !second.ok && second.error.code; // => "BUDGET_EXHAUSTED"
 */
export function budgetDecider(budget: CampaignBudget): BudgetDecider {
  checkBudget(budget).refuseFaults();
  const { currency } = budget.total;
  const scale = currencyDecimals(currency);
  const minor = (amount: string): number => parseMinorUnits(amount, scale, ["amount", "amount"]);
  const text = (units: number): string => formatMinorUnits(units, scale);
  const leftOf = ({ reserved, spent }: BudgetState): Money => ({
    amount: text(minor(budget.total.amount) - minor(reserved) - minor(spent)),
    currency,
  });
  const evolve = (state: BudgetState, { type, grantId, amount }: BudgetEvent): BudgetState => {
    const { [grantId]: before, ...others } = state.grants;
    const by = type === "BudgetReserved" ? minor(amount) : -minor(amount);
    const fromSpent = type === "BudgetReleased" && before?.spent === true;
    const spent = minor(state.spent) + (type === "BudgetSpent" ? minor(amount) : fromSpent ? by : 0);
    const grants =
      type === "BudgetReleased" ? others : { ...others, [grantId]: { amount, spent: type === "BudgetSpent" } };
    return { reserved: text(minor(state.reserved) + (fromSpent ? 0 : by)), spent: text(spent), grants };
  };
  const done = (state: BudgetState, type: BudgetEvent["type"], grantId: string, amount: string): Done => {
    const event: BudgetEvent = { type, v: 1, grantId, amount };
    return accept({ left: leftOf(evolve(state, event)) }, event);
  };
  return ledgerDecider<
    BudgetState,
    BudgetCommand,
    BudgetEvent,
    Record<BudgetCommand["type"], BudgetOutcome>,
    BudgetRefusal
  >({
    initialState: () => ({ reserved: text(0), spent: text(0), grants: {} }),
    evolve,
    decide: {
      reserve(command, state) {
        requireCommand(command);
        const { grantId, amount } = command;
        if (amount.currency !== currency) return refuse({ code: "CURRENCY_NOT_CONFIGURED", currency: amount.currency });
        if (own(state.grants, grantId) !== undefined) return refuse({ code: "ALREADY_RESERVED", grantId });
        const left = leftOf(state);
        const units = minor(amount.amount);
        if (units <= 0)
          throw refusal("INVALID_REFERRAL_COMMAND", ["amount", "amount"], "an amount above zero", amount.amount);
        if (units > minor(left.amount)) return refuse({ code: "BUDGET_EXHAUSTED", left });
        return done(state, "BudgetReserved", grantId, text(units));
      },
      spend(command, state) {
        requireCommand(command);
        const { grantId } = command;
        const grant = own(state.grants, grantId);
        if (grant === undefined) return refuse({ code: "RESERVATION_NOT_FOUND", grantId });
        return grant.spent ? accept({ left: leftOf(state) }) : done(state, "BudgetSpent", grantId, grant.amount);
      },
      release(command, state) {
        requireCommand(command);
        const { grantId } = command;
        const grant = own(state.grants, grantId);
        if (grant === undefined) return refuse({ code: "RESERVATION_NOT_FOUND", grantId });
        return done(state, "BudgetReleased", grantId, grant.amount);
      },
    },
  });
}

type Done = Ruling<BudgetEvent, BudgetOutcome, BudgetRefusal>;

function requireCommand(command: BudgetCommand): void {
  const check = checker("INVALID_REFERRAL_COMMAND");
  fields({
    type: choice(["reserve", "spend", "release"]),
    at: anything,
    key: text,
    recordedAt: anything,
    actor: optional(text),
    grantId: text,
    ...(command.type === "reserve" ? { amount: fields({ amount: anything, currency: text }) } : {}),
  })(command, [], check);
  check.refuseFaults("INVALID_REFERRAL_COMMAND");
}
