import type { LoyaltyCommand } from "clientele/loyalty";

/** A balance by the plainest means: one entry per point, dated. Whichever point is spent, those that are left are the same in number unless they expire. */
export function naiveBalance(commands: readonly LoyaltyCommand[], days: number, at: number): number {
  const life = days * 864e5;
  let points: number[] = [];
  for (const command of commands) {
    const now = Date.parse(command.at as string);
    const open = points.filter((earned) => now < earned + life);
    if (command.type === "earn")
      points = [...points, ...Array<number>(Math.floor(Number(command.order.amount))).fill(now)];
    if (command.type === "redeem" && command.points !== undefined && open.length >= command.points) {
      // The oldest expire soonest, so both orders of spending take the same.
      points = open.sort((a, b) => a - b).slice(command.points);
    }
  }
  return points.filter((earned) => earned <= at && at < earned + life).length;
}
