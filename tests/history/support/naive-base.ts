import type { SummarizeOptions } from "clientele/history";
import type { Transaction } from "clientele/model";

// The oracle: what the rules say, word by word, on Maps of plain rows, with BigInt money and one Intl call per row.
// It shares no code with src. Slow on purpose.

interface NaiveDay {
  orders: number;
  refunds: number;
  gross: bigint;
  refunded: bigint;
  measures: Record<string, number>;
  unstated: Record<string, number>;
}
type NaiveDimensionRow = [day: string, value: string | null, ...sums: number[]];
export interface NaiveCustomer {
  days: Map<string, NaiveDay>;
  /** Orders that count as purchases. */
  purchases: Map<string, number>;
  dimensions: Record<string, Map<string, NaiveDimensionRow>>;
}
export interface NaiveBase {
  customers: Map<string, NaiveCustomer>;
  anonymous: NaiveCustomer;
  ignored: { afterAsOf: number; anonymous: number; notCompleted: number; excluded: number };
  warnings: Map<string, Record<string, bigint | number | string>>;
}

interface Order {
  row: Transaction;
  day: string;
  customer: string | null;
  minor: bigint;
  own: bigint;
  refunds: { row: Transaction; day: string; own: bigint }[];
}

export function naiveBase(rows: readonly Transaction[], options: SummarizeOptions & { currency: string }): NaiveBase {
  const zone = options.timeZone ?? "UTC";
  const asOf = String(options.asOf);
  const scale = options.scale ?? decimalsOf(options.currency);
  const base: NaiveBase = {
    customers: new Map(),
    anonymous: emptyCustomer(),
    ignored: { afterAsOf: 0, anonymous: 0, notCompleted: 0, excluded: 0 },
    warnings: new Map(),
  };
  const excludedIds = (options.exclude ?? []).map((rule) =>
    [...(rule.customerIds ?? [])].map((id) => aliasOf(id, options)),
  );
  const exclusionOf = (customer: string | null, tags: readonly string[]): string | undefined =>
    (options.exclude ?? []).find(
      (rule, i) =>
        (customer !== null && (excludedIds[i] as string[]).includes(customer)) ||
        tags.some((tag) => (rule.tags ?? []).includes(tag)),
    )?.reason;
  const warn = (code: string, more: Record<string, bigint | number | string>, count: string): void => {
    const key = JSON.stringify([code, more.reason ?? more.currency ?? ""]);
    const found = base.warnings.get(key) ?? { ...more, [count]: 0 };
    found[count] = (found[count] as number) + 1;
    base.warnings.set(key, found);
  };
  const ownScale = (currency: string): number =>
    currency === options.currency ? scale : Math.max(options.scale ?? 0, decimalsOf(currency));
  const rateOf = (currency: string, day: string): string | null =>
    currency === options.currency ? "1" : (options.rates?.(currency, day) ?? null);
  const convert = (own: bigint, currency: string, day: string): bigint =>
    currency === options.currency ? own : halfUp(own, rateOf(currency, day) as string, ownScale(currency), scale);
  const ownOf = (amount: string | number, currency: string): bigint => toMinor(amount, ownScale(currency));

  const orders = new Map<string, Order>();
  const fates = new Map<string, { day: string; kind: string; label: string }[]>();
  const refunds: { row: Transaction; day: string; customer: string | null }[] = [];
  const leaveOut = (row: Transaction, day: string, kind: string, label: string): void => {
    if (row.kind !== "refund") fates.set(row.id, [...(fates.get(row.id) ?? []), { day, kind, label }]);
    countLeftOut(kind, label);
  };
  const countLeftOut = (kind: string, label: string): void => {
    if (kind === "not-completed") base.ignored.notCompleted++;
    if (kind === "excluded") {
      base.ignored.excluded++;
      warn("history.excluded", { reason: label }, "transactions");
    }
    if (kind === "no-exchange-rate") warn("history.no-exchange-rate", { currency: label }, "transactions");
  };
  for (const row of rows) {
    const day = localDay(row.at, zone);
    if (day > asOf) {
      base.ignored.afterAsOf++;
      continue;
    }
    const customer = row.customerId === null ? null : aliasOf(row.customerId, options);
    const reason = exclusionOf(customer, row.tags ?? []);
    if ((row.status ?? "completed") !== "completed") leaveOut(row, day, "not-completed", "");
    else if (reason !== undefined) leaveOut(row, day, "excluded", reason);
    else if (row.kind === "refund" && options.refunds === "ignore") warn("history.refunds-ignored", {}, "refunds");
    else if (row.kind === "refund") refunds.push({ row, day, customer });
    else if (rateOf(row.currency, day) === null) leaveOut(row, day, "no-exchange-rate", row.currency);
    else {
      const own = ownOf(row.amount, row.currency);
      orders.set(row.id, { row, day, customer, own, minor: convert(own, row.currency, day), refunds: [] });
    }
  }

  const customerOf = (id: string | null): NaiveCustomer => {
    if (id === null) return base.anonymous;
    const found = base.customers.get(id) ?? emptyCustomer();
    base.customers.set(id, found);
    return found;
  };
  const addRefund = (row: Transaction, day: string, to: string | null, minor: bigint, rateDay: string): void => {
    const customer = customerOf(to);
    const cell = cellOf(customer, day, options);
    cell.refunds++;
    cell.refunded += minor;
    const part = (amount: string | number): bigint => convert(ownOf(amount, row.currency), row.currency, rateDay);
    for (const measure of options.measures ?? []) {
      const value = measure === "online" ? undefined : measureOf(row, measure, part);
      if (value !== undefined) cell.measures[measure] = (cell.measures[measure] as number) - value;
      else if (measure === "cost" || measure === "promoted")
        cell.unstated[measure] = (cell.unstated[measure] as number) + 1;
    }
    addDimensions(customer, row, day, minor, part, zone, options);
    if (to === null) base.ignored.anonymous++;
  };
  for (const { row, day, customer } of refunds) {
    const order = row.refundOf === undefined ? undefined : orders.get(row.refundOf);
    if (order !== undefined && order.day <= day) {
      order.refunds.push({ row, day, own: ownOf(row.amount, row.currency) });
      const known = customer !== null && customer !== order.customer;
      if (known) warn("history.refund-of-another-customer", {}, "refunds");
      continue;
    }
    const fate = [...(fates.get(row.refundOf ?? "") ?? [])].sort((a, b) =>
      a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.kind + a.label < b.kind + b.label ? -1 : 1,
    )[0];
    if (fate !== undefined && fate.day <= day) countLeftOut(fate.kind, fate.label);
    else if (rateOf(row.currency, day) === null) countLeftOut("no-exchange-rate", row.currency);
    else {
      const minor = convert(ownOf(row.amount, row.currency), row.currency, day);
      addRefund(row, day, customer, minor, day);
      const key = JSON.stringify(["history.unlinked-refund", ""]);
      const found = base.warnings.get(key) ?? { refunds: 0, amount: 0n };
      base.warnings.set(key, { refunds: (found.refunds as number) + 1, amount: (found.amount as bigint) + minor });
    }
  }
  for (const order of orders.values()) {
    const { row, day, minor } = order;
    const customer = customerOf(order.customer);
    const cell = cellOf(customer, day, options);
    cell.gross += minor;
    order.refunds.sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.own < b.own ? -1 : 1));
    let ownSoFar = 0n;
    let soFar = 0n;
    for (const refund of order.refunds) {
      ownSoFar += refund.own;
      const share = convert(ownSoFar, row.currency, day) - soFar;
      soFar += share;
      addRefund(refund.row, refund.day, order.customer, share, day);
    }
    const undone = order.refunds.length > 0 && soFar >= minor;
    if (!undone) {
      cell.orders++;
      customer.purchases.set(day, (customer.purchases.get(day) ?? 0) + 1);
    }
    if (soFar > minor) {
      const key = JSON.stringify(["history.refunded-beyond-order", ""]);
      const found = base.warnings.get(key) ?? { orders: 0, amount: 0n };
      const amount = (found.amount as bigint) + soFar - minor;
      base.warnings.set(key, { orders: (found.orders as number) + 1, amount });
    }
    const part = (amount: string | number): bigint => convert(ownOf(amount, row.currency), row.currency, day);
    for (const measure of options.measures ?? []) {
      if (measure === "online" && undone) continue;
      const value = measureOf(row, measure, part);
      if (value === undefined) cell.unstated[measure] = (cell.unstated[measure] as number) + 1;
      else cell.measures[measure] = (cell.measures[measure] as number) + value;
    }
    addDimensions(customer, row, day, minor, part, zone, options);
    if (order.customer === null) base.ignored.anonymous++;
  }
  for (const id of options.customerIds ?? []) {
    const survivor = aliasOf(id, options);
    if (exclusionOf(survivor, []) === undefined) customerOf(survivor);
  }
  for (const customer of base.customers.values()) {
    let net = 0n;
    for (const cell of customer.days.values()) net += cell.gross - cell.refunded;
    if (customer.days.size > 0 && net <= 0n) warn("history.net-not-positive", {}, "customers");
  }
  return base;
}

function addDimensions(
  customer: NaiveCustomer,
  row: Transaction,
  day: string,
  minor: bigint,
  part: (amount: string | number) => bigint,
  zone: string,
  options: SummarizeOptions,
): void {
  const refund = row.kind === "refund";
  for (const dimension of options.dimensions ?? []) {
    const table = (customer.dimensions[dimension] ??= new Map());
    const withCost = options.measures?.includes("cost") === true;
    const add = (
      value: string | null,
      count: number,
      amount: bigint,
      quantity: number,
      cost: number | undefined,
    ): void => {
      const key = `${day} ${value === null ? "" : `=${value}`}`;
      const cell = table.get(key) ?? [day, value, 0, 0, 0, 0, 0, 0, ...(withCost ? [0, 0] : [])];
      table.set(key, cell);
      const at = refund ? 1 : 0;
      (cell[2 + at] as number) += count;
      (cell[4 + at] as number) += Number(amount);
      (cell[6 + at] as number) += Math.round(quantity * 1e6);
      if (!withCost) return;
      (cell[8] as number) += (refund ? -1 : 1) * (cost ?? 0);
      (cell[9] as number) += Number(cost === undefined);
    };
    const lines = row.lines ?? [];
    const pieces = lines.reduce((sum, line) => sum + (line.quantity ?? 1), 0);
    const cost = measureOf(row, "cost", part);
    if (dimension === "hour") add(localHour(row.at, zone), 1, minor, pieces, cost);
    else if (dimension === "channel" || dimension === "store") add(row[dimension] ?? null, 1, minor, pieces, cost);
    else if (lines.length === 0) add(null, 1, minor, 0, cost);
    else {
      const met = new Set<string | null>();
      for (const line of lines) {
        const { category, brand } = line;
        const both = category === undefined || brand === undefined ? null : `["${category}","${brand}"]`;
        const value = dimension === "brandInCategory" ? both : (line[dimension] ?? null);
        const lineCost = line.cost === undefined ? undefined : Number(part(line.cost));
        add(value, met.has(value) ? 0 : 1, part(line.net), line.quantity ?? 1, lineCost);
        met.add(value);
      }
    }
  }
}

function measureOf(row: Transaction, measure: string, part: (amount: string | number) => bigint): number | undefined {
  const lines = row.lines ?? [];
  if (measure === "online") return row.mode === undefined ? undefined : Number(row.mode === "online");
  if (measure === "quantity") {
    return lines.length === 0 ? undefined : lines.reduce((sum, line) => sum + (line.quantity ?? 1), 0);
  }
  if (measure === "promoted") {
    const marks = lines.map(
      ({ promoted, discount }) => promoted ?? (discount === undefined ? undefined : Number(discount) > 0),
    );
    if (lines.length > 0 && !marks.includes(undefined)) {
      return lines.reduce((sum, line, i) => sum + (marks[i] === true ? Number(part(line.net)) : 0), 0);
    }
    if (row.discount === undefined) return undefined;
    return Number(row.discount) > 0 ? Number(part(row.amount)) : 0;
  }
  const name = measure as "cost" | "discount";
  if (row[name] !== undefined) return Number(part(row[name] as string));
  if (lines.length === 0 || lines.some((line) => line[name] === undefined)) return undefined;
  return lines.reduce((sum, line) => sum + Number(part(line[name] as string)), 0);
}

function emptyCustomer(): NaiveCustomer {
  return { days: new Map(), purchases: new Map(), dimensions: {} };
}

function cellOf(customer: NaiveCustomer, day: string, { measures = [] }: SummarizeOptions): NaiveDay {
  const zeros = (): Record<string, number> => Object.fromEntries(measures.map((measure) => [measure, 0]));
  const found = customer.days.get(day) ?? {
    orders: 0,
    refunds: 0,
    gross: 0n,
    refunded: 0n,
    measures: zeros(),
    unstated: zeros(),
  };
  customer.days.set(day, found);
  return found;
}

function aliasOf(id: string, { aliases }: SummarizeOptions): string {
  const map = aliases instanceof Map ? aliases : new Map(Object.entries(aliases ?? {}));
  let survivor = id;
  for (let next = map.get(survivor); next !== undefined && next !== survivor; next = map.get(survivor)) survivor = next;
  return survivor;
}

function localDay(at: Transaction["at"], zone: string): string {
  // Samoa skipped this day whole: it begins with the next one.
  if (at === "2011-12-30" && zone === "Pacific/Apia") return "2011-12-31";
  if (typeof at === "string" && at.length === 10) return at;
  return parts(at, zone).slice(0, 10);
}

function localHour(at: Transaction["at"], zone: string): string | null {
  if (typeof at === "string" && at.length === 10) return null;
  return parts(at, zone).slice(11, 13);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** YYYY-MM-DD HH on the zone's own clock. */
function parts(at: Transaction["at"], zone: string): string {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
    });
    clocks.set(zone, clock);
  }
  const instant = typeof at === "object" && "epochMilliseconds" in at ? at.epochMilliseconds : at;
  const found = Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${found.year}-${found.month}-${found.day} ${found.hour}`;
}

const decimalsOf = (currency: string): number => (currency === "JPY" ? 0 : currency === "BHD" ? 3 : 2);

function toMinor(amount: string | number, scale: number): bigint {
  const [whole = "", decimals = ""] = String(amount).split(".");
  return BigInt(whole + decimals.padEnd(scale, "0").slice(0, scale));
}

function halfUp(minor: bigint, rate: string, from: number, to: number): bigint {
  const [whole = "", decimals = ""] = rate.split(".");
  const numerator = minor * BigInt(whole + decimals) * 10n ** BigInt(to);
  const denominator = 10n ** BigInt(decimals.length + from);
  return (2n * numerator + denominator) / (2n * denominator);
}
