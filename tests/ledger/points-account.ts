import { parseInstant } from "clientele/core";
import {
  accept,
  type Decider,
  type Ledger,
  type LedgerRefusal,
  type LedgerRules,
  ledgerDecider,
  refuse,
  type SnapshotFormat,
  type Stamped,
} from "clientele/ledger";

/** A small but real account to prove the ledger on: points in lots that expire, spent soonest-expiring first. */
interface Lot {
  readonly id: string;
  readonly remaining: number;
  readonly expiresAt: number;
}
export interface Earn {
  readonly type: "earn";
  readonly key: string;
  readonly at: string;
  readonly order: { readonly id: string; readonly points: number };
  readonly expiresAt: string;
  readonly customer?: { readonly tier: string } | undefined;
  readonly recordedAt?: string | undefined;
  readonly actor?: string | undefined;
}
export interface Redeem {
  readonly type: "redeem";
  readonly key: string;
  readonly at: string;
  readonly points: number;
}
interface Sweep {
  readonly type: "sweep";
  readonly at: string;
  readonly key?: undefined;
}
export type PointsCommand = Earn | Redeem | Sweep;

export interface Allocation {
  readonly lotId: string;
  readonly points: number;
}
interface PointsEarned {
  readonly type: "PointsEarned";
  readonly lot: Lot;
}
interface PointsTaken {
  readonly type: "PointsRedeemed" | "PointsExpired";
  readonly allocations: readonly Allocation[];
}
type PointsEvent = PointsEarned | PointsTaken;
interface PointsOutcomes {
  earn: { readonly credited: number; readonly balance: number };
  redeem: { readonly allocations: readonly Allocation[]; readonly balance: number };
  sweep: { readonly expired: number };
}
interface Shortage {
  readonly code: "INSUFFICIENT_POINTS";
  readonly available: number;
  readonly shortfall: number;
}
export type PointsState = readonly Lot[];

const pointsRules: LedgerRules<PointsState, PointsCommand, PointsEvent, PointsOutcomes, Shortage> = {
  initialState: () => [],
  decide: {
    earn({ at, order, expiresAt }, lots) {
      const lot: Lot = { id: order.id, remaining: order.points, expiresAt: parseInstant(expiresAt) };
      const balance = balanceAt([...lots, lot], parseInstant(at));
      return accept({ credited: order.points, balance }, { type: "PointsEarned" as const, lot });
    },
    redeem({ at, points }, lots) {
      const now = parseInstant(at);
      const available = balanceAt(lots, now);
      if (points > available) {
        return refuse({ code: "INSUFFICIENT_POINTS", available, shortfall: points - available });
      }
      const allocations = allocate(lots, now, points);
      return accept({ allocations, balance: available - points }, { type: "PointsRedeemed" as const, allocations });
    },
    sweep({ at }, lots) {
      const now = parseInstant(at);
      const gone = lots.filter(({ remaining, expiresAt }) => expiresAt <= now && remaining > 0);
      const expired = gone.reduce((sum, { remaining }) => sum + remaining, 0);
      const allocations = gone.map(({ id, remaining }) => ({ lotId: id, points: remaining }));
      return gone.length === 0
        ? accept({ expired })
        : accept({ expired }, { type: "PointsExpired" as const, allocations });
    },
  },
  evolve(lots, event) {
    if (event.type === "PointsEarned") return [...lots, event.lot];
    const taken = new Map(event.allocations.map(({ lotId, points }) => [lotId, points]));
    return lots
      .map((lot) => ({ ...lot, remaining: lot.remaining - (taken.get(lot.id) ?? 0) }))
      .filter(({ remaining }) => remaining > 0);
  },
};

type PointsDecider = Decider<
  Ledger<PointsState>,
  PointsCommand,
  Stamped<PointsEvent>,
  PointsOutcomes,
  Shortage | LedgerRefusal
>;
export const pointsAccount: PointsDecider = ledgerDecider(pointsRules, { factFields: ["customer"] });

export const pointsSnapshot: SnapshotFormat<PointsState> = {
  kind: "points-account",
  schemaVersion: 1,
  read: (stored) => stored as PointsState,
};

const balanceAt = (lots: PointsState, now: number): number =>
  lots.reduce((sum, { remaining, expiresAt }) => sum + (expiresAt > now ? remaining : 0), 0);

function allocate(lots: PointsState, now: number, points: number): readonly Allocation[] {
  const open = lots.filter(({ expiresAt }) => expiresAt > now).sort((a, b) => a.expiresAt - b.expiresAt);
  const allocations: Allocation[] = [];
  let wanted = points;
  for (const { id, remaining } of open) {
    const taken = Math.min(wanted, remaining);
    if (taken > 0) allocations.push({ lotId: id, points: taken });
    wanted -= taken;
  }
  return allocations;
}

export const earn = (key: string, points: number, extra: Partial<Earn> = {}): Earn => ({
  type: "earn",
  key,
  at: "2026-01-01T00:00:00Z",
  order: { id: key, points },
  expiresAt: "2027-01-01T00:00:00Z",
  ...extra,
});
export const redeem = (key: string, points: number, at = "2026-03-01T00:00:00Z"): Redeem => ({
  type: "redeem",
  key,
  at,
  points,
});
