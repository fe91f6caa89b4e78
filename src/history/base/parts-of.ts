import { refusal } from "../../core/shared.js";
import type { CustomerBase } from "../customer-base.js";
import type { BaseFrameParts, BaseParts } from "./base-parts.js";

// Found by name, not by identity: the CommonJS and the ES module copy of the library may meet in one process.
const PARTS = Symbol.for("clientele.history.base-parts");

/** What a base carries unseen: its frame at hand, its parts made when they are first asked for. */
export interface BaseBehind {
  readonly frame: BaseFrameParts;
  readonly parts: () => BaseParts;
}

/** Puts the parts behind a base, where no iteration and no comparison sees them. */
export function attachParts<Base extends CustomerBase>(base: Base, behind: BaseBehind): Base {
  return Object.defineProperty(base, PARTS, { value: behind, enumerable: false });
}

/** The parts behind a base. */
export const partsOf = (base: CustomerBase): BaseParts => behind(base).parts();

/** The frame behind a base, without making its parts. */
export const frameOf = (base: CustomerBase): BaseFrameParts => behind(base).frame;

function behind(base: CustomerBase): BaseBehind {
  const found = typeof base === "object" && base !== null ? (base as { [PARTS]?: BaseBehind })[PARTS] : undefined;
  if (found !== undefined) return found;
  throw refusal(
    "INVALID_BASE",
    ["base"],
    "a base as summarizePurchases and hydrateBase make it",
    base,
    "A base that went through JSON comes back by dehydrateBase and hydrateBase",
  );
}
