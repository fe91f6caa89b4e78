import { readFileSync } from "node:fs";

/** The records of a CSV text (RFC 4180: quoted fields may hold commas, line breaks and doubled quotes). Empty lines are skipped. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  const endRecord = (): void => {
    record.push(field);
    if (record.length > 1 || field !== "") records.push(record);
    record = [];
    field = "";
  };
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      record.push(field);
      field = "";
    } else if (character === "\n") endRecord();
    else if (character !== "\r") field += character;
  }
  endRecord();
  return records;
}

/** The rows of a CSV file by column name. */
export function readCsv(path: string): Record<string, string>[] {
  const [header = [], ...records] = parseCsv(readFileSync(path, "utf8"));
  return records.map((record) => Object.fromEntries(header.map((name, column) => [name, record[column] ?? ""])));
}
