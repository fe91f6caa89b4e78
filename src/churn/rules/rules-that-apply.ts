import type { Scorecard } from "../../scorecards/index.js";
import { type ChurnSignal, signalNames } from "../signals/churn-schema.js";

/** The rules of a scorecard that can be judged with the sources given: those that ask for nothing else are left out, not held against anybody. */
export function rulesThatApply<Card extends Scorecard<string>>(card: Card, missing: ReadonlySet<ChurnSignal>): Card {
  const isIdle = (part: unknown): boolean => {
    const names = attributesIn(part);
    return names.length > 0 && names.every((name) => missing.has(name as ChurnSignal));
  };
  return {
    ...card,
    rules: card.rules.filter(({ when }) => !isIdle(when)),
    ...(card.attributes === undefined ? {} : { attributes: card.attributes.filter(({ subject }) => !isIdle(subject)) }),
    ...(card.overrides === undefined ? {} : { overrides: card.overrides.filter(({ when }) => !isIdle(when)) }),
  };
}

/** The signals that rules, sound or not, ask for; undefined where they ask for other facts too. */
export function signalsAskedFor(rules: unknown): readonly ChurnSignal[] | undefined {
  const asked = new Set(attributesIn(rules));
  const found = signalNames.filter((name) => asked.has(name));
  return found.length === asked.size && !namesCollections(rules) ? found : undefined;
}

/** The attributes that a piece of a definition names, shown ones too. */
function attributesIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const { type, field, show } = part as { type?: unknown; field?: unknown; show?: unknown };
  const own =
    type === "attribute" && typeof field === "string" ? [field] : Array.isArray(show) ? (show as string[]) : [];
  return [...own, ...Object.values(part).flatMap(attributesIn)];
}

function namesCollections(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  return Object.hasOwn(part, "over") || Object.values(part).some(namesCollections);
}
