import type {
  Condition,
  ConditionEnvelope,
  Literal,
  Operand,
  Part,
  Truth,
  Value,
  Window,
  WindowDuration,
} from "clientele/conditions";
import type { Duration, InstantInput, Money } from "clientele/core";
import type { Collection, FactSchema, Field } from "clientele/model";
import * as time from "./naive-time.js";
import type { Fraction, Naive } from "./naive-values.js";
import * as v from "./naive-values.js";

// Walks the JSON of a condition over the JSON of a subject, node by node, with BigInt fractions and Intl dates. It is the meaning of
// the language written down a second time, as plainly as can be; it shares no code with src and is slow.

export interface NaiveFrame {
  readonly asOf: number;
  readonly timeZone: string;
  readonly references?: Readonly<Record<string, Condition | ConditionEnvelope>>;
  readonly parameters?: Readonly<Record<string, Literal | readonly Literal[]>>;
}

type Item = Readonly<Record<string, unknown>>;
interface Place {
  readonly schema: FactSchema;
  readonly facts: { attributes: Item; collections?: Readonly<Record<string, unknown>>; knownSince?: unknown };
  readonly frame: NaiveFrame;
  readonly declared: Readonly<Record<string, Field & { default?: unknown }>>;
  readonly item?: Item;
  readonly collection?: Collection;
}

/** Judges one subject; `itemIndex` says which item an envelope with a scope is about. */
export function naiveJudge(
  input: Condition | ConditionEnvelope,
  schema: FactSchema,
  facts: object,
  frame: NaiveFrame,
  itemIndex?: number,
): Truth {
  const declared = "when" in input ? (input.parameters ?? {}) : {};
  const place: Place = { schema, facts: facts as Place["facts"], frame, declared };
  if (!("when" in input)) return judge(input, place);
  if (input.scope === undefined) return judge(input.when, place);
  const name = input.scope.collection;
  const collection = schema.collections[name] as Collection;
  const items = place.facts.collections?.[name] as readonly Item[];
  const item = items[itemIndex as number] as Item;
  return judge(input.when, { ...place, item, collection });
}

const not = (truth: Truth): Truth => (truth === "unknown" ? truth : !truth);
const all = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes("unknown") ? "unknown" : true;
const any = (truths: readonly Truth[]): Truth => not(all(truths.map(not)));

function judge(condition: Condition, place: Place): Truth {
  switch (condition.type) {
    case "constant":
      return condition.value;
    case "all":
      return all(condition.of.map((child) => judge(child, place)));
    case "any":
      return any(condition.of.map((child) => judge(child, place)));
    case "atLeast": {
      const truths = condition.of.map((child) => judge(child, place));
      if (truths.filter((truth) => truth === true).length >= condition.count) return true;
      return truths.filter((truth) => truth !== false).length >= condition.count ? "unknown" : false;
    }
    case "not":
      return not(judge(condition.of, place));
    case "assume": {
      const truth = judge(condition.of, place);
      return truth === "unknown" ? condition.unknown : truth;
    }
    case "reference": {
      const named = place.frame.references?.[condition.id] as Condition | ConditionEnvelope;
      return naiveJudge(named, place.schema, place.facts, place.frame);
    }
    case "compare":
      return judgeCompare(condition, place);
    case "some":
    case "none": {
      const { sure, maybe, cut } = itemsOf(condition, place);
      const some = sure.length > 0 ? true : maybe.length > 0 || cut ? "unknown" : false;
      return condition.type === "some" ? some : not(some);
    }
    case "every": {
      const { sure, maybe, cut, collection } = itemsOf(condition, place);
      const holds = (item: Item): Truth => judge(condition.holds, { ...place, item, collection });
      const found = [...sure.map(holds), ...maybe.map((item) => any(["unknown", holds(item)]))];
      return all(cut ? [...found, "unknown"] : found);
    }
    case "sequence":
      return judgeSequence(condition, place);
  }
}

type Compare = Extract<Condition, { type: "compare" }>;

function judgeCompare(condition: Compare, place: Place): Truth {
  const subject = read(condition.subject, place);
  if (condition.op === "exists" || condition.op === "missing") {
    const isMissing = subject.is === "gap" && subject.missing;
    return condition.op === "missing" ? isMissing : !isMissing;
  }
  if (subject.is === "gap") return subject.missing && condition.orMissing === true ? true : "unknown";
  switch (condition.op) {
    case "eq":
    case "ne":
    case "gt":
    case "gte":
    case "lt":
    case "lte": {
      const upper = condition.op === "gt" || condition.op === "lte";
      return compareTwo(
        condition.op,
        subject,
        operand(condition.value, condition.subject, upper, place),
        condition,
        place,
      );
    }
    case "between": {
      const [open, close] = (condition.bounds ?? "[]") as unknown as [string, string];
      const from = operand(condition.from, condition.subject, open === "(", place);
      const to = operand(condition.to, condition.subject, close === "]", place);
      const above = compareTwo(open === "(" ? "gt" : "gte", subject, from, condition, place);
      const below = compareTwo(close === ")" ? "lt" : "lte", subject, to, condition, place);
      if (from.is === "gap" || to.is === "gap" || compareTwo("gt", from, to, condition, place) !== true) {
        return wraps(condition.subject) && (from.is === "gap" || to.is === "gap") ? "unknown" : all([above, below]);
      }
      return wraps(condition.subject) ? any([above, below]) : false;
    }
    case "in":
    case "notIn": {
      const equal = any(
        listed(condition.values, place).map((literal) =>
          compareTwo("eq", subject, literalOf(literal, condition.subject, false, place), condition, place),
        ),
      );
      return condition.op === "in" ? equal : not(equal);
    }
    case "hasAny":
    case "hasAll":
    case "hasNone": {
      if (subject.is !== "list") throw new Error("no list");
      const has = listed(condition.values, place).map((literal) => subject.list.includes(literal as string));
      return condition.op === "hasAll" ? has.every(Boolean) : has.some(Boolean) === (condition.op === "hasAny");
    }
    case "contains":
    case "startsWith":
    case "endsWith":
    case "under": {
      if (subject.is !== "text") throw new Error("no text");
      const stated =
        typeof condition.value === "string" ? condition.value : (bound(condition.value.name, place) as string);
      const lower = (text: string): string => (condition.ignoreCase ? text.toLocaleLowerCase("en") : text);
      const text = lower(stated);
      const whole = lower(subject.text);
      if (condition.op === "contains") return whole.split(text).length > 1 || text === "";
      if (condition.op === "startsWith") return whole.slice(0, text.length) === text;
      if (condition.op === "endsWith") return text === "" || whole.slice(-text.length) === text;
      const field = fieldOf(condition.subject, place) as { hierarchy: { separator: string } };
      return subject.text === text || `${subject.text}`.indexOf(text + field.hierarchy.separator) === 0;
    }
    case "within": {
      const at = whole(subject);
      const inDays = kindOf(condition.subject, place) === "day";
      const range = rangeOf(condition.window, inDays, place);
      return range === "unknown" ? "unknown" : at >= range[0] && at < range[1];
    }
    case "anniversary": {
      const today = time.dayOf(place.frame.asOf, place.frame.timeZone);
      for (let day = today + condition.from; day <= today + condition.to; day++) {
        if (isAnniversary(subject, day, condition.leapDay ?? "feb28")) return true;
      }
      return false;
    }
  }
}

const wraps = (value: Value): boolean =>
  "part" in value && ["timeOfDay", "weekday", "monthDay"].includes(value.part as string);

function birthdayOf(value: Naive): { month: number; day: number; year?: number } {
  if (value.is === "birthday") return value.birthday;
  return time.civil(whole(value));
}

function isAnniversary(value: Naive, day: number, leapDay: string): boolean {
  const birthday = birthdayOf(value);
  const { year, month, day: dayOfMonth } = time.civil(day);
  if (birthday.year !== undefined && year <= birthday.year) return false;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
  const isShifted = birthday.month === 2 && birthday.day === 29 && !isLeap;
  const [keptMonth, keptDay] = isShifted ? (leapDay === "feb28" ? [2, 28] : [3, 1]) : [birthday.month, birthday.day];
  return month === keptMonth && dayOfMonth === keptDay;
}

type Op = "eq" | "ne" | "gt" | "gte" | "lt" | "lte";

function compareTwo(op: Op, left: Naive, right: Naive, condition: Compare, place: Place): Truth {
  if (left.is === "gap" || right.is === "gap") return "unknown";
  if (left.is === "truth" && right.is === "truth") return (left.truth === right.truth) === (op === "eq");
  if (left.is === "text" && right.is === "text" && "ignoreCase" in condition) {
    const lower = (text: string): string => text.toLocaleLowerCase("en");
    return (lower(left.text) === lower(right.text)) === (op === "eq");
  }
  if (left.is === "text" && right.is === "text") {
    if (op === "eq" || op === "ne") return (left.text === right.text) === (op === "eq");
    const { values } = fieldOf(condition.subject, place) as { values: readonly string[] };
    return compareTwo(
      op,
      v.exactly(values.indexOf(left.text)),
      v.exactly(values.indexOf(right.text)),
      condition,
      place,
    );
  }
  if (left.is !== "number" || right.is !== "number") throw new Error(`cannot compare ${left.is} with ${right.is}`);
  if (left.currency !== undefined && right.currency !== undefined && left.currency !== right.currency) return "unknown";
  const less = (a: typeof left, b: typeof left): Truth => {
    if (a.high !== undefined && v.compare(a.high, b.low) < 0) return true;
    return b.high !== undefined && v.compare(a.low, b.high) >= 0 ? false : "unknown";
  };
  switch (op) {
    case "lt":
      return less(left, right);
    case "gt":
      return less(right, left);
    case "gte":
      return not(less(left, right));
    case "lte":
      return not(less(right, left));
    default: {
      const isPoint = (a: typeof left): boolean => a.high !== undefined && v.compare(a.low, a.high) === 0;
      const isApart = less(left, right) === true || less(right, left) === true;
      const equal: Truth = isApart ? false : isPoint(left) && isPoint(right) ? true : "unknown";
      return op === "eq" ? equal : not(equal);
    }
  }
}

const whole = (value: Naive): number => {
  if (value.is !== "number") throw new Error("no number");
  return v.nearest(value.low);
};

function bound(name: string, place: Place): unknown {
  return place.frame.parameters?.[name] ?? place.declared[name]?.default;
}

function listed(values: readonly Literal[] | { readonly name: string }, place: Place): readonly Literal[] {
  const list = "name" in values ? bound(values.name, place) : values;
  return (Array.isArray(list) ? list : [list]) as readonly Literal[];
}

function operand(input: Operand, subject: Value, upper: boolean, place: Place): Naive {
  if (typeof input !== "object" || !("type" in input)) return literalOf(input, subject, upper, place);
  if (input.type === "parameter") return literalOf(bound(input.name, place) as Literal, subject, upper, place);
  if (input.type !== "scaled") return read(input, place);
  const value = read(input.of, place);
  if (value.is !== "number") return value;
  const factor = v.decimal(input.times) as Fraction;
  const low = v.times(value.low, factor);
  const high = value.high === undefined ? (factor[0] === 0n ? low : undefined) : v.times(value.high, factor);
  if (factor[0] >= 0n) return { ...value, low, high };
  if (high === undefined) throw new Error("generator: no negative factor for open bounds");
  return { ...value, low: high, high: low };
}

/** A literal, read by what its subject is. */
function literalOf(literal: Literal, subject: Value, upper: boolean, place: Place): Naive {
  const { timeZone } = place.frame;
  const kind = kindOf(subject, place);
  if (typeof literal === "boolean") return { is: "truth", truth: literal };
  if (typeof literal === "number") return v.exactly(literal);
  if (typeof literal === "object") {
    const { amount, currency } = literal as Money;
    return v.point(v.decimal(amount) as Fraction, currency);
  }
  const [first, second] = literal.split(/[-:]/).map(Number) as [number, number];
  if (kind === "time") return v.exactly(first * 60 + second);
  if (kind === "monthDay") return v.exactly(first * 100 + second);
  if (kind === "day") return v.exactly(Date.parse(literal) / 86_400_000);
  if (kind === "instant") return v.exactly(instantOf(literal, timeZone, upper));
  return { is: "text", text: literal };
}

function instantOf(text: string, timeZone: string, upper = false): number {
  if (text.length > 10) return Date.parse(text);
  const day = Date.parse(text) / 86_400_000;
  return upper ? time.startOfDay(day + 1, timeZone) - 1 : time.startOfDay(day, timeZone);
}

function fieldOf(value: Value, place: Place): Field {
  switch (value.type) {
    case "attribute":
      return place.schema.attributes[value.field] as Field;
    case "item":
      if (value.field === "at") return { type: "instant" };
      return value.field === "id" ? { type: "string" } : (place.collection?.fields[value.field] as Field);
    case "now":
      return { type: "instant" };
    case "parameter":
      return place.declared[value.name] as Field;
    case "aggregate": {
      const over = value.over.of === "item" ? place.collection?.collections : place.schema.collections;
      const collection = over?.[value.over.collection] as Collection;
      return value.of === undefined ? { type: "number" } : fieldOf(value.of, { ...place, collection });
    }
  }
}

function kindOf(value: Value, place: Place): string {
  const part = value.type === "aggregate" ? value.of?.part : "part" in value ? value.part : undefined;
  if (part === "timeOfDay") return "time";
  if (part === "monthDay") return "monthDay";
  if (part === "localDay") return "day";
  if (part !== undefined) return "other";
  return fieldOf(value, place).type;
}

function read(value: Value, place: Place): Naive {
  switch (value.type) {
    case "now": {
      const now = v.exactly(place.frame.asOf);
      return value.part === undefined ? now : partOf(value.part, now, { type: "instant" }, place);
    }
    case "parameter":
      return literalOf(bound(value.name, place) as Literal, value, false, place);
    case "aggregate":
      return aggregate(value, place);
    case "attribute":
    case "item": {
      const source = value.type === "attribute" ? place.facts.attributes : (place.item as Item);
      const raw = Object.hasOwn(source, value.field) ? source[value.field] : undefined;
      const field = fieldOf(value, place);
      if (value.type === "item" && value.field === "id" && (raw === "" || typeof raw !== "string")) return v.missing;
      const whole = v.readRaw(raw, field, (day) => time.startOfDay(day, place.frame.timeZone));
      if (whole.is === "gap" && value.type === "item" && value.field === "at") return v.gap;
      return whole.is === "gap" || value.part === undefined ? whole : partOf(value.part, whole, field, place);
    }
  }
}

function partOf(part: Part, value: Naive, field: Field, { frame }: Place): Naive {
  const { asOf, timeZone } = frame;
  const today = time.dayOf(asOf, timeZone);
  if (part === "size") return v.exactly((value as { list: readonly string[] }).list.length);
  if (part === "currency") {
    return { is: "text", text: (value as { currency?: string }).currency ?? (field as { currency: string }).currency };
  }
  if (part === "age") return ageOf(birthdayOf(value), today);
  const isDay = field.type === "day";
  const day = isDay ? whole(value) : time.dayOf(whole(value), timeZone);
  const { year, month, day: dayOfMonth } = time.civil(day);
  const two = (number: number): string => String(number).padStart(2, "0");
  if (typeof part === "object") {
    const { festival } = part;
    const [onMonth, onDay] =
      festival === "christmas" ? [12, 25] : [(festival as { month: number }).month, (festival as { day: number }).day];
    const ways = [year - 1, year, year + 1].map((near) => time.dayNumber(near, onMonth, onDay) - day);
    ways.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
    return v.exactly(ways[0] as number);
  }
  switch (part) {
    case "weekday":
      return v.exactly(time.weekday(day));
    case "dayOfMonth":
      return v.exactly(dayOfMonth);
    case "month":
      return v.exactly(month);
    case "year":
      return v.exactly(year);
    case "monthDay":
      return v.exactly(month * 100 + dayOfMonth);
    case "localDay":
      return v.exactly(day);
    case "localMonth":
      return { is: "text", text: `${year}-${two(month)}` };
    case "localWeek": {
      let monday = day;
      while (time.weekday(monday) !== 1) monday--;
      const weekYear = time.civil(monday + 3).year;
      let first = time.dayNumber(weekYear, 1, 4);
      while (time.weekday(first) !== 1) first--;
      return { is: "text", text: `${weekYear}-W${two((monday - first) / 7 + 1)}` };
    }
    case "hour":
      return v.exactly(Math.floor(time.wallOf(whole(value), timeZone) / 3_600_000) - day * 24);
    case "timeOfDay":
      return v.exactly(Math.floor(time.wallOf(whole(value), timeZone) / 60_000) - day * 1440);
    case "daysSince":
      return v.exactly(isDay ? today - day : daysSince(whole(value), frame));
    case "daysUntil": {
      if (isDay) return v.exactly(day - today);
      let days = 5000;
      while (time.move(asOf, { days: Math.abs(days) }, timeZone, Math.sign(days)) > whole(value))
        days -= days > day - today + 5 ? Math.max(1, days - (day - today) - 3) : 1;
      return v.exactly(days);
    }
  }
}

/** The greatest n with instant <= asOf - n days. */
function daysSince(instant: number, { asOf, timeZone }: NaiveFrame): number {
  let days = time.dayOf(asOf, timeZone) - time.dayOf(instant, timeZone) + 3;
  while (instant > time.move(asOf, { days: Math.abs(days) }, timeZone, -Math.sign(days))) days--;
  return days;
}

function ageOf(birthday: { month: number; day: number; year?: number }, today: number): Naive {
  if (birthday.year === undefined) return v.missing;
  if (time.dayNumber(birthday.year, birthday.month, birthday.day) > today) return v.gap;
  let age = 0;
  // Born on 29 February: Date.UTC makes it 1 March of a common year.
  while (time.dayNumber(birthday.year + age + 1, birthday.month, birthday.day) <= today) age++;
  return v.exactly(age);
}

type Range = readonly [from: number, to: number];

/** Half-open, in days or milliseconds. */
function rangeOf(window: Window | undefined, inDays: boolean, place: Place): Range | "unknown" {
  const { asOf, timeZone } = place.frame;
  if (window === undefined) return [-1e18, 1e18];
  const today = time.dayOf(asOf, timeZone);
  const moved = (duration: WindowDuration | undefined, sign: number): number => {
    if (duration === undefined) return inDays ? today : asOf;
    return inDays
      ? time.moveDay(today, duration as Duration, sign)
      : time.move(asOf, duration as Duration, timeZone, sign);
  };
  switch (window.type) {
    case "rolling":
      return [window.last === undefined ? -1e18 : moved(window.last, -1) + 1, moved(window.until, -1) + 1];
    case "upcoming":
      return [moved(undefined, 1) + 1, moved(window.next, 1) + 1];
    case "calendar": {
      const current = time.startOfPeriod(today, window.period, window.weekStartsOn ?? 1);
      const ends = [window.offset, window.offset + window.count].map((n) =>
        time.plusPeriods(current, window.period, n),
      );
      const [from, to] = (inDays ? ends : ends.map((day) => time.startOfDay(day, timeZone))) as [number, number];
      return [from, to];
    }
    case "between": {
      const end = (text: string | { readonly name: string } | undefined, open: number): number => {
        if (text === undefined) return open;
        const stated = typeof text === "string" ? text : (bound(text.name, place) as string);
        const at = instantOf(stated, timeZone);
        return inDays ? (stated.length === 10 ? Date.parse(stated) / 86_400_000 : time.dayOf(at, timeZone)) : at;
      };
      return [end(window.start, -1e18), end(window.end, 1e18)];
    }
    case "after": {
      const anchor = read(window.anchor, place);
      if (anchor.is === "gap") return "unknown";
      const isDay = kindOf(window.anchor, place) === "day";
      const at = whole(anchor);
      if (inDays) {
        const day = isDay ? at : time.dayOf(at, timeZone);
        return [day, time.moveDay(day, window.next as Duration, 1)];
      }
      const from = isDay ? time.startOfDay(at, timeZone) : at;
      return [from, time.move(from, window.next as Duration, timeZone, 1)];
    }
  }
}

interface Found {
  readonly sure: readonly Item[];
  readonly maybe: readonly Item[];
  readonly cut: boolean;
  /** Since when the collection is known. */
  readonly since: number;
  readonly collection: Collection;
}
interface Look {
  readonly over: { readonly collection: string; readonly of?: "item" };
  readonly where?: Condition;
  readonly window?: Window;
  readonly latest?: number;
}

/** The instant of a timed item; undefined where it cannot be read. */
function atOf(item: Item, { frame }: Place): number | undefined {
  const at = v.readRaw(item.at, { type: "instant" }, (day) => time.startOfDay(day, frame.timeZone));
  return at.is === "number" ? v.nearest(at.low) : undefined;
}

function itemsOf(look: Look, place: Place): Found {
  const found = allItemsOf(look, place);
  const { latest } = look;
  if (latest === undefined) return found;
  const all = [...found.sure, ...found.maybe];
  // Of any two items: does the other come later, surely or perhaps?
  const follows = (other: Item, item: Item): "surely" | "perhaps" | "no" => {
    const [a, b] = [atOf(item, place), atOf(other, place)];
    if (a === undefined || b === undefined) return "perhaps";
    if (a !== b) return b > a ? "surely" : "no";
    const [x, y] = [item, other].map(({ id }) => (typeof id === "string" ? id : ""));
    if (x === y) return "perhaps";
    return inOrder([item, other], place)[1] === other ? "surely" : "no";
  };
  const after = (item: Item, how: readonly string[], among: readonly Item[]): number =>
    among.filter((other) => other !== item && how.includes(follows(other, item))).length;
  const sure = found.sure.filter((item) => after(item, ["surely", "perhaps"], all) < latest);
  const left = all.filter((item) => !sure.includes(item) && after(item, ["surely"], found.sure) < latest);
  return { ...found, sure, maybe: left, cut: found.cut && sure.length < latest };
}

function allItemsOf({ over, where, window }: Look, place: Place): Found {
  const inner = over.of === "item";
  const source = inner ? (place.item as Item) : (place.facts.collections ?? {});
  const collection = (inner ? place.collection?.collections : place.schema.collections)?.[
    over.collection
  ] as Collection;
  const raw = Object.hasOwn(source, over.collection) ? source[over.collection] : undefined;
  const isList = Array.isArray(raw);
  const list = (isList ? raw : []) as readonly unknown[];
  const items = list.map((entry) => (typeof entry === "object" && entry !== null ? entry : {}) as Item);
  const range = rangeOf(window, false, place);
  const sure: Item[] = [];
  const maybe: Item[] = [];
  for (const item of items) {
    const truth = where === undefined ? true : judge(where, { ...place, item, collection });
    if (truth === false) continue;
    const at = collection.timed ? atOf(item, place) : 0;
    if (at === undefined) {
      if (range === "unknown" || range[0] < Math.min(range[1], place.frame.asOf + 1)) maybe.push(item);
    } else if (collection.timed && at > place.frame.asOf) continue;
    else if (range === "unknown") maybe.push(item);
    else if (collection.timed && (at < range[0] || at >= range[1])) continue;
    else if (truth === true) sure.push(item);
    else maybe.push(item);
  }
  const stated = inner ? -1e18 : knownSince(over.collection, collection.timed, place);
  const since = isList ? stated : 1e19;
  const [from, to] = range === "unknown" ? [-1e18, 1e18] : range;
  // For events no window reaches past asOf.
  const end = window === undefined || !collection.timed ? to : Math.min(to, place.frame.asOf + 1);
  return { sure, maybe, cut: from < Math.min(end, since), since, collection };
}

function knownSince(name: string, timed: boolean, { facts, frame }: Place): number {
  const stated = facts.knownSince;
  if (!timed || stated === undefined || stated === null) return -1e18;
  const isNamed = typeof stated === "object" && !(stated instanceof Date) && !("epochMilliseconds" in stated);
  const since = isNamed ? (stated as Record<string, unknown>)[name] : stated;
  if (since === undefined || since === null) return -1e18;
  const at = v.readRaw(since as InstantInput, { type: "instant" }, (day) => time.startOfDay(day, frame.timeZone));
  return at.is === "number" ? v.nearest(at.low) : 1e19;
}

function inOrder(items: readonly Item[], place: Place): readonly Item[] {
  const points = (item: Item): number[] =>
    [...(typeof item.id === "string" ? item.id : "")].map((c) => c.codePointAt(0) as number);
  return [...items].sort((a, b) => {
    const byTime = (atOf(a, place) as number) - (atOf(b, place) as number);
    if (byTime !== 0) return byTime;
    const [left, right] = [points(a), points(b)];
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
      if (left[i] !== right[i]) return (left[i] as number) - (right[i] as number);
    }
    return left.length - right.length;
  });
}

type Aggregate = Extract<Value, { type: "aggregate" }>;

function aggregate(value: Aggregate, place: Place): Naive {
  const found = itemsOf(value, place);
  const valueIn = (item: Item): Naive => read(value.of as Value, { ...place, item, collection: found.collection });
  const needsValue = value.of !== undefined;
  let { sure, maybe } = found;
  if (value.skipMissing === true) {
    maybe = [];
    if (needsValue) sure = sure.filter((item) => valueIn(item).is !== "gap");
  }
  const { cut } = found;
  const readings = needsValue ? sure.map(valueIn) : [];
  const bad = maybe.length + readings.filter(({ is }) => is === "gap").length;
  const good = readings.filter(({ is }) => is !== "gap");
  const counted = (low: number, high: number): Naive => ({
    is: "number",
    low: [BigInt(low), 1n],
    high: cut ? undefined : [BigInt(high), 1n],
  });
  switch (value.fn) {
    case "count":
      return counted(sure.length, sure.length + maybe.length);
    case "countDistinct": {
      const key = (reading: Naive): string =>
        reading.is === "number"
          ? `${reading.low[0]}/${reading.low[1]}`.replace(
              /^.*$/,
              () => `${Number(reading.low[0]) / Number(reading.low[1])} ${reading.currency ?? ""}`,
            )
          : JSON.stringify(reading);
      const distinct = new Set(good.map(key)).size;
      return counted(distinct, distinct + bad);
    }
    case "min":
    case "max": {
      const type = fieldOf(value, place);
      if (!cut && bad === 0) return fold(value.fn, good, type);
      if (good.length === 0 || (type.type === "money" && type.currency === "*")) return v.gap;
      const known = fold(value.fn, good, type) as Extract<Naive, { is: "number" }>;
      const others = maybe.map(valueIn);
      const isOpen = cut || readings.some(({ is }) => is === "gap") || others.some(({ is }) => is === "gap");
      const reach = isOpen ? undefined : (fold(value.fn, [...good, ...others], type) as typeof known).low;
      if (value.fn === "max") return { ...known, high: reach };
      return { ...known, low: reach ?? v.lowest, high: known.low };
    }
    case "sum":
    case "avg": {
      if (cut || bad > 0) return v.gap;
      return fold(value.fn, good, fieldOf(value, place));
    }
    case "medianGap": {
      if (cut || bad > 0) return v.gap;
      const days = sure.map((item) => time.dayOf(atOf(item, place) as number, place.frame.timeZone));
      const distinct = [...new Set(days)].sort((a, b) => a - b);
      const gaps = distinct.slice(1).map((day, i) => day - (distinct[i] as number));
      if (gaps.length < 2) return v.missing;
      gaps.sort((a, b) => a - b);
      const middle = gaps.length / 2;
      const median =
        gaps.length % 2 === 1
          ? gaps[Math.floor(middle)]
          : ((gaps[middle - 1] as number) + (gaps[middle] as number)) / 2;
      return v.exactly(median as number);
    }
    default: {
      const isFirst = value.fn === "first" || value.fn === "daysSinceFirst";
      if (isFirst && cut) return v.gap;
      if (maybe.some((item) => atOf(item, place) === undefined)) return v.gap;
      const order = inOrder([...sure, ...maybe], place);
      const end = isFirst ? order[0] : order[order.length - 1];
      if (end === undefined) return cut ? v.gap : v.missing;
      const together = order.filter((item) => atOf(item, place) === atOf(end, place));
      if (!needsValue) {
        if (together.every((item) => maybe.includes(item))) return v.gap;
        return v.exactly(daysSince(atOf(end, place) as number, place.frame));
      }
      const id = (item: Item): unknown => (typeof item.id === "string" && item.id !== "" ? item.id : undefined);
      const tied = together.filter((item) => id(item) === id(end));
      if (tied.some((item) => maybe.includes(item))) return v.gap;
      const readings = tied.map(valueIn);
      const shown = new Set(
        readings.map((reading) => JSON.stringify(reading, (_, part) => (typeof part === "bigint" ? `${part}` : part))),
      );
      const [reading] = readings as [Naive];
      return shown.size > 1 || reading.is === "gap" ? v.gap : reading;
    }
  }
}

function fold(fn: "sum" | "avg" | "min" | "max", readings: readonly Naive[], field: Field): Naive {
  const numbers = readings as readonly Extract<Naive, { is: "number" }>[];
  const isAny = field.type === "money" && field.currency === "*";
  if (new Set(numbers.map(({ currency }) => currency)).size > 1) return v.gap;
  const currency = numbers[0]?.currency;
  if (numbers.length === 0)
    return fn === "sum" && !isAny ? v.point([0n, 1n], field.type === "money" ? field.currency : undefined) : v.missing;
  const fractions = numbers.map(({ low }) => low);
  if (fn === "min" || fn === "max") {
    const sorted = [...fractions].sort(v.compare);
    return v.point(sorted[fn === "min" ? 0 : sorted.length - 1] as Fraction, currency);
  }
  const sum = fractions.reduce(v.plus);
  if (field.type === "number") {
    if (fn === "sum") return Number.isFinite(v.nearest(sum)) ? v.exactly(v.nearest(sum)) : v.gap;
    return v.exactly(v.nearest([sum[0], sum[1] * BigInt(numbers.length)]));
  }
  return v.point(fn === "sum" ? sum : [sum[0], sum[1] * BigInt(numbers.length)], currency);
}

type Sequence = Extract<Condition, { type: "sequence" }>;

/** With a field in common: one run for every value that the first event could have. */
function judgeSequence(condition: Sequence, place: Place): Truth {
  const { same, ...plain } = condition;
  if (same === undefined) return judgeRuns(condition, place, () => "same");
  const of = (item: Item, collection: Collection): unknown => {
    const key = read({ type: "item", field: same }, { ...place, item, collection });
    return key.is === "text" ? key.text : undefined;
  };
  const { sure, maybe, collection } = itemsOf(plain.steps[0] as Look, place);
  const keys = new Set([...sure, ...maybe].map((item) => of(item, collection)));
  return any(
    [...keys].map((key) =>
      judgeRuns(plain as Sequence, place, (item, collection) => {
        const own = of(item, collection);
        return own === undefined ? "perhaps" : own === key ? "same" : "other";
      }),
    ),
  );
}

/** Tries every choice of events. */
function judgeRuns(
  condition: Sequence,
  place: Place,
  belongs: (item: Item, collection: Collection) => "same" | "perhaps" | "other",
): Truth {
  const ofRun = (found: Found): Found => {
    const here = (items: readonly Item[], ...how: readonly string[]): readonly Item[] =>
      items.filter((item) => how.includes(belongs(item, found.collection)));
    const maybe = [...here(found.sure, "perhaps"), ...here(found.maybe, "same", "perhaps")];
    return { ...found, sure: here(found.sure, "same"), maybe };
  };
  const { within, ties } = condition;
  const { asOf, timeZone } = place.frame;
  const steps = condition.steps.filter(({ absent }) => absent !== true);
  const last = condition.steps.find(({ absent }) => absent === true);
  const found = steps.map((step) =>
    ofRun(itemsOf({ ...step, ...(condition.window === undefined ? {} : { window: condition.window }) }, place)),
  );
  const gone = last === undefined ? undefined : ofRun(itemsOf(last, place));
  const dated = (items: readonly Item[]): readonly Item[] => items.filter((item) => atOf(item, place) !== undefined);
  const at = (item: Item): number => atOf(item, place) as number;
  const isQuiet = (end: number, isCertain: boolean): boolean => {
    if (gone === undefined) return true;
    const deadline = time.move(end, within as Duration, timeZone, 1);
    if (deadline > asOf || (isCertain && gone.since > end)) return false;
    const lies = (item: Item): boolean => at(item) > end && at(item) <= deadline;
    if (!isCertain) return !dated(gone.sure).some(lies);
    return (
      !dated([...gone.sure, ...gone.maybe]).some(lies) && gone.maybe.every((item) => atOf(item, place) !== undefined)
    );
  };
  const search = (chosen: readonly Item[], isCertain: boolean): boolean => {
    const before = chosen[chosen.length - 1];
    if (chosen.length === steps.length) {
      const [start, end] = [at(chosen[0] as Item), at(before as Item)];
      return (within === undefined || end <= time.move(start, within, timeZone, 1)) && isQuiet(end, isCertain);
    }
    const { sure, maybe } = found[chosen.length] as Found;
    return dated(isCertain ? sure : [...sure, ...maybe]).some((next) => {
      if (chosen.includes(next)) return false;
      if (before !== undefined && (ties === "allowed" ? at(next) < at(before) : at(next) <= at(before))) return false;
      return search([...chosen, next], isCertain);
    });
  };
  if (search([], true)) return true;
  if (found.some(({ cut, maybe }) => cut || maybe.some((item) => atOf(item, place) === undefined))) return "unknown";
  return search([], false) ? "unknown" : false;
}
