import type { Money } from "clientele/core";
import type { Decision } from "clientele/ledger";
import {
  defineLoyaltyProgram,
  type LoyaltyAccount,
  type LoyaltyCommand,
  type LoyaltyOutcomes,
  type LoyaltyProgram,
  type LoyaltyRefusal,
  loyaltyDecider,
  type OpeningLot,
  pointsBalance,
  type StoredLoyaltyEvent,
} from "clientele/loyalty";
import type { Transaction } from "clientele/model";

type Parts = Omit<Parameters<typeof defineLoyaltyProgram>[0], "id" | "version" | "timeZone" | "pointTypes" | "earning">;

/** A programme of one point per dollar, changed as given. */
export function programOf(
  changes: Partial<Parts> & {
    readonly timeZone?: string;
    readonly type?: object;
    readonly earning?: object;
    readonly rule?: object;
  } = {},
): LoyaltyProgram {
  const { timeZone = "UTC", type = {}, earning = {}, rule = {}, ...others } = changes;
  return defineLoyaltyProgram({
    id: "club",
    version: 1,
    timeZone,
    pointTypes: [{ id: "points", ...type }],
    earning: { rules: [{ id: "spend", rates: { USD: { points: "1", per: "1.00" } }, ...rule }], ...earning },
    ...others,
  } as Parameters<typeof defineLoyaltyProgram>[0]);
}

export const orderOf = (id: string, amount: string, at: string, more: Partial<Transaction> = {}): Transaction => ({
  id,
  customerId: "ann",
  at,
  amount,
  currency: "USD",
  ...more,
});

type Bare = {
  [T in LoyaltyCommand["type"]]: Omit<Extract<LoyaltyCommand, { type: T }>, "key"> & { readonly key?: string };
}[LoyaltyCommand["type"]];

/** An account that is driven command by command. */
export class Driven {
  state: LoyaltyAccount;
  readonly events: StoredLoyaltyEvent[] = [];
  readonly program: LoyaltyProgram;
  #keys = 0;

  constructor(program: LoyaltyProgram, state?: LoyaltyAccount) {
    this.program = program;
    this.state = state ?? loyaltyDecider(program).initialState();
  }

  /** Decides a command and goes on from there; a fresh key where none is given. */
  try(
    command: Bare,
    context: { expectedVersion?: number } = {},
  ): Decision<LoyaltyAccount, StoredLoyaltyEvent, unknown, LoyaltyRefusal> {
    this.#keys++;
    const whole = { key: `k${this.#keys}`, ...command } as LoyaltyCommand;
    const decision = loyaltyDecider(this.program).decide(whole, this.state, context);
    if (decision.ok) {
      this.state = decision.state;
      this.events.push(...decision.events);
    }
    return decision;
  }

  do<T extends Bare["type"]>(command: Extract<Bare, { type: T }>): LoyaltyOutcomes[T] {
    const decision = this.try(command as Bare);
    if (!decision.ok) throw new Error(JSON.stringify(decision.error));
    return decision.outcome as LoyaltyOutcomes[T];
  }

  refusal(command: Bare): LoyaltyRefusal | undefined {
    const decision = this.try(command);
    return decision.ok ? undefined : decision.error;
  }

  at(instant: string): number {
    return pointsBalance(this.state, instant).available;
  }

  earn(id: string, amount: string, at: string, more: Partial<Transaction> = {}): LoyaltyOutcomes["earn"] {
    return this.do({ type: "earn", key: `order:${id}`, at, order: orderOf(id, amount, at, more) });
  }

  open(lots: readonly OpeningLot[], at = "2026-01-01T00:00:00Z"): this {
    this.do({ type: "import-opening", key: "opening", at, lots });
    return this;
  }
}

/** An instant of May 2026. */
export const may = (day: number, time = "00:00:00Z"): string => `2026-05-${String(day).padStart(2, "0")}T${time}`;

export const usd = (amount: string): Money => ({ amount, currency: "USD" });

/** Tells an account what came back of an order in all. */
export const refund = (
  account: Driven,
  orderId: string,
  amount: string,
  at: string,
  more: object = {},
): LoyaltyOutcomes["refund"] =>
  account.do({ type: "refund", key: `${orderId} ${amount} ${at}`, at, orderId, cumulative: usd(amount), ...more });
