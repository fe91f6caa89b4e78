import { known, unknown } from "../../core/index.js";
import { maybeTexts, refusal } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { type Classes, classTable } from "./classes.js";

/** The classes of {@link classifyChannelUse}. */
export type ChannelUse = "online" | "offline" | "omnichannel";

const MOSTLY = 0.9;

/**
 * Whether customers buy online, in shops, or both.
 *
 * By the share of orders that were placed online among those that say: 0.9 or more online, 0.1 or less offline, else omnichannel. Unknown where no
 * order says. Needs a base with the measure `online`.
 * @throws INVALID_BASE, MEASURE_NOT_READ
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyChannelUse } from "clientele/segmentation";
 * const order = (id: string, mode: "online" | "offline") => ({ id, customerId: "ann", at: "2026-03-10", amount: "9.00", currency: "USD", mode });
 * const base = summarizePurchases([order("1", "online"), order("2", "offline")], { asOf: "2026-04-01", measures: ["online"] });
 * classifyChannelUse(base).columns.class.values; // => ["omnichannel"]
 * @category Classes
 */
export function classifyChannelUse(base: CustomerBase): Classes<ChannelUse> {
  requireBase(base);
  const { offsets, orders, measures, unstated } = base.calendar;
  const [online, silent] = [measures.online, unstated.online];
  if (online === undefined || silent === undefined) {
    const hint = 'Read the transactions with measures: ["online"]';
    throw refusal("MEASURE_NOT_READ", ["base", "measures"], "online", base.measures, hint);
  }
  const shareOf = (index: number): { readonly share: number; readonly orders: number } | undefined => {
    let [all, said] = [0, 0];
    for (let row = offsets[index]!; row < offsets[index + 1]!; row++) {
      all += orders[row]! - silent[row]!;
      said += online[row]!;
    }
    return all > 0 ? { share: said / all, orders: all } : undefined;
  };
  const classOf = (index: number): ChannelUse | undefined => {
    const found = shareOf(index);
    if (found === undefined) return undefined;
    return found.share >= MOSTLY ? "online" : found.share <= 1 - MOSTLY + 1e-12 ? "offline" : "omnichannel";
  };
  return classTable({
    names: ["online", "offline", "omnichannel"],
    customerIds: base.customerIds,
    class: maybeTexts(base.size, classOf),
    row(index) {
      const [found, grounds] = [classOf(index), shareOf(index)];
      const customerId = base.customerIds[index]!;
      if (found === undefined || grounds === undefined)
        return { customerId, class: unknown([base.columns.orders[index] === 0 ? "purchases" : "mode"]) };
      return { customerId, class: known(found, [{ code: "segmentation.online-share", params: { ...grounds } }]) };
    },
  });
}
