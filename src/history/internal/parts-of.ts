import { ClienteleError, showValue } from "../../core/index.js";
import type { CustomerBase } from "../customer-base.js";
import type { BaseParts } from "./base-parts.js";

// Found by name, not by identity: the CommonJS and the ES module copy of the library may meet in one process.
const PARTS = Symbol.for("clientele.history.base-parts");

interface WithParts {
  readonly [PARTS]?: () => BaseParts;
}

/** Puts the parts behind a base, where no iteration and no comparison sees them. */
export function attachParts<Base extends CustomerBase>(base: Base, parts: () => BaseParts): Base {
  return Object.defineProperty(base, PARTS, { value: parts, enumerable: false });
}

/** The parts behind a base. */
export function partsOf(base: CustomerBase): BaseParts {
  const parts = typeof base === "object" && base !== null ? (base as WithParts)[PARTS] : undefined;
  if (parts !== undefined) return parts();
  throw new ClienteleError({
    code: "INVALID_BASE",
    path: ["base"],
    expected: "a base as summarizePurchases and hydrateBase make it",
    received: showValue(base),
    hint: "A base that went through JSON comes back by dehydrateBase and hydrateBase",
  });
}
