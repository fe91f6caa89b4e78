import type { HoldCommand, ReviewCommand, TickCommand } from "./referral-command.js";
import { type Finding, found, no, type Work } from "./work.js";

export function hold({ reason }: HoldCommand, { state, at }: Work): Finding {
  if (state.boundAt === null) return no({ code: "NOT_BOUND" });
  if (state.voided !== null) return no({ code: "REFERRAL_VOID" });
  const reasons = [{ code: "referral.held", params: { reason } }];
  return found([{ type: "ReferralHeld", v: 1, at, reasons }], reasons);
}

export function review({ verdict, reason }: ReviewCommand, { state, at }: Work): Finding {
  if (state.boundAt === null) return no({ code: "NOT_BOUND" });
  if (state.voided !== null) return no({ code: "REFERRAL_VOID" });
  if (verdict === "approve" && state.review !== "open") return no({ code: "NOTHING_TO_REVIEW" });
  const code = verdict === "approve" ? "referral.approved" : "referral.void";
  return found([{ type: "ReferralReviewed", v: 1, at, verdict, reason }], [{ code, params: { reason } }]);
}

export function tick(_command: TickCommand, _work: Work): Finding {
  return found([]);
}
