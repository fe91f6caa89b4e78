import { currencyDecimals, parseMinorUnits, readAmount } from "../../core/index.js";
import { type Checker, distinct, type Path, readBy } from "../../core/shared.js";
import type { LoyaltyProgram } from "./loyalty-program.js";

/** What holds between the parts: names used once, names that exist, and one way in which each rule gives points. */
export function checkNames(program: LoyaltyProgram, check: Checker): void {
  const { pointTypes, earning, redemption, tiers } = program;
  const { rules, promotions = [], caps = [] } = earning;
  const unique = (items: readonly { readonly id: string }[], path: Path): void =>
    distinct(
      items.map(({ id }, index) => [id, [...path, index, "id"]]),
      check,
    );
  unique(pointTypes, ["pointTypes"]);
  unique(rules, ["earning", "rules"]);
  unique(promotions, ["earning", "promotions"]);
  unique(redemption?.rewards ?? [], ["redemption", "rewards"]);
  unique(tiers?.levels ?? [], ["tiers", "levels"]);
  const known = new Map(pointTypes.map((type) => [type.id, type]));
  const typed = (item: { readonly pointType?: string | undefined }, path: Path): void => {
    const { pointType: name } = item;
    if (name === undefined ? known.size === 1 : known.has(name)) return;
    check.report([...path, "pointType"], `one of ${[...known.keys()].join(", ")}`, name);
  };
  rules.forEach((each, index) => {
    const path = ["earning", "rules", index];
    typed(each, path);
    if ((each.rates === undefined) === (each.points === undefined)) {
      check.report(path, "rates or points, one of them", each.rates === undefined ? "neither" : "both");
    }
    if (each.activity === undefined) {
      for (const name of ["oncePer", "streak", "birthday"] as const) {
        if (each[name] !== undefined) check.report([...path, name], "nothing, as there is no activity", each[name]);
      }
    } else if (each.points === undefined || each.on === "line") {
      check.report(path, "fixed points of the activity, without lines", each.on ?? "rates");
    }
  });
  promotions.forEach((each, index) => {
    const path = ["earning", "promotions", index];
    if (known.size > 1) typed(each, path);
    if (each.times === undefined && each.add === undefined) check.report(path, "times or add", "neither");
    if (each.on === "line" && each.add !== undefined) {
      check.report([...path, "add"], "times only, as it is for single lines", each.add);
    }
  });
  caps.forEach((each, index) => {
    const path = ["earning", "caps", index];
    typed(each, path);
    if ((each.per === "campaign") !== (each.promotion !== undefined)) {
      check.report([...path, "promotion"], "a promotion for a cap per campaign, and only there", each.promotion);
    }
    const named = (id: string | undefined, items: readonly { readonly id: string }[], name: string): void => {
      if (id === undefined || items.some((item) => item.id === id)) return;
      check.report([...path, name], `one of ${items.map((item) => item.id).join(", ")}`, id);
    };
    named(each.promotion, promotions, "promotion");
    named(
      each.rule,
      rules.filter(({ activity }) => activity !== undefined),
      "rule",
    );
  });
  if (redemption) {
    typed(redemption, ["redemption"]);
    redemption.rewards?.forEach((each, index) => {
      typed({ pointType: each.pointType ?? redemption.pointType }, ["redemption", "rewards", index]);
    });
    money(redemption.worth, ["redemption", "worth", "amount"], check);
  }
  if (tiers) checkTiers(program, check, typed);
}

function checkTiers(
  { earning, tiers }: LoyaltyProgram,
  check: Checker,
  typed: (item: { readonly pointType?: string | undefined }, path: Path) => void,
): void {
  if (tiers === undefined) return;
  const path = ["tiers"];
  if (tiers.basis === "earned" || tiers.basis === "qualifying-points") typed(tiers, path);
  const currencies = new Set(earning.rules.flatMap(({ rates = {} }) => Object.keys(rates)));
  if (tiers.basis === "spend" && tiers.currency === undefined && currencies.size !== 1) {
    check.report([...path, "currency"], `one of ${[...currencies].join(", ")}`, undefined);
  }
  const amounts = tiers.levels.map(({ from }) => {
    const { units, scale } = readAmount(from) as { units: bigint; scale: number };
    return `${units}e-${scale}`;
  });
  distinct(
    amounts.map((amount, index) => [amount, [...path, "levels", index, "from"]]),
    check,
  );
}

function money({ amount, currency: code }: { amount: string; currency: string }, path: Path, check: Checker): void {
  readBy((value: string, at: Path) => parseMinorUnits(value, currencyDecimals(code), at))(amount, path, check);
}
