import { formatDay, type Issue } from "clientele/core";

type Path = Issue["path"];

/** The input after each way in which a hint may be followed to the letter; none for a hint that asks a person. */
export function followHint(input: unknown, { path, received, hint = "" }: Issue): readonly unknown[] {
  const at = (...steps: (string | number)[]): Path => [...path, ...steps];
  const parent = path.slice(0, -1);
  let found: RegExpExecArray | null;
  const is = (form: RegExp): boolean => {
    found = form.exec(hint);
    return found !== null;
  };
  const said = (group = 1): unknown => JSON.parse(found?.[group] as string);
  const word = (group: number): string => JSON.parse(`"${found?.[group]}"`);
  if (is(/^Write ("[^"]*")(?:, or ("[^"]*") if .*)?(?:: .*)?$/u)) {
    return [1, 2].flatMap((group) => (found?.[group] === undefined ? [] : [changed(input, path, said(group))]));
  }
  if (is(/^Write (\{.*\})$/u)) return [changed(input, path, said())];
  if (is(/^Write it (?:without the sign|without quotes|as a text|as a list): (.*)$/su)) {
    return [changed(input, path, said())];
  }
  if (is(/^Write (\w+): (\d+)$/)) return [changed(input, [...parent, word(1)], said(2))];
  if (is(/^Write (\w+): (".*")$/)) return [changed(input, at(word(1)), said(2))];
  if (is(/^For money given back, set kind: "refund" and write (.*)$/)) {
    return [changed(changed(input, ["kind"], "refund"), path, said())];
  }
  if (is(/^Rename "(.*)" to "(.*)"$/su)) {
    // Of a missing field the path ends with its name; of a birthday it is the birthday's.
    const from = Object.hasOwn(Object(valueAt(input, path)), word(1)) ? path : parent;
    return [renamed(input, from, word(1), word(2))];
  }
  if (is(/^Did you mean "(.*)"\?$/)) {
    const name = path.at(-1) as string;
    const isKey = received === JSON.stringify(name) && name in Object(valueAt(input, parent));
    return [isKey ? renamed(input, parent, name, word(1)) : changed(input, path, word(1))];
  }
  if (is(/^Leave out what is not known/) || is(/^Leave it out/)) return [without(input, path)];
  if (is(/^Leave out "(.*)"$/su) || is(/^Leave "(.*)" out, or/su)) return [without(input, at(word(1)))];
  if (is(/^Set kind: "refund", or leave refundOf out$/)) {
    return [changed(input, path, "refund"), without(input, [...parent, "refundOf"])];
  }
  if (is(/append "Z" or an offset such as "\+08:00"$/)) {
    return ["Z", "+08:00"].map((offset) => changed(input, path, `${valueAt(input, path)}${offset}`));
  }
  if (is(/^Pass the text: formatDay/)) return [changed(input, path, formatDay(valueAt(input, path) as number))];
  if (is(/^Write the day as YYYY-MM-DD$/)) return [];
  throw new Error(`no way is known to follow the hint: ${hint}`);
}

type Row = Record<string | number, unknown>;

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => Object(value)[step], input);

function changed(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const copy = copyOf(input);
  return Object.defineProperty(copy, step, { value: changed(copy[step], rest, value), ...ofItsOwn });
}

function without(input: unknown, path: Path): unknown {
  const parent = path.slice(0, -1);
  const copy = copyOf(valueAt(input, parent));
  delete copy[path.at(-1) as string];
  return changed(input, parent, copy);
}

function renamed(input: unknown, parent: Path, from: string, to: string): unknown {
  const record = valueAt(input, parent) as Row;
  return changed(without(input, [...parent, from]), [...parent, to], record[from]);
}

const ofItsOwn = { enumerable: true, configurable: true, writable: true };

/** All that a loop over names sees, inherited fields too, and what stands behind a getter. */
function copyOf(value: unknown): Row {
  if (Array.isArray(value)) return [...value] as unknown as Row;
  const copy: Row = {};
  const names = new Set<string>();
  for (const name in Object(value)) names.add(name);
  for (const name of Object.getOwnPropertyNames(Object(value))) names.add(name);
  for (const name of names) Object.defineProperty(copy, name, { value: (value as Row)[name], ...ofItsOwn });
  return copy;
}
