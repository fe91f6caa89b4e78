import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";

/** The file's line that a row ends on, kept in the row itself under this name. */
export const LINE = "#line";

const PROGRESS_EVERY = 100_000;

/** Reads a CSV file into rows by column name. While the input is long, it says on the error channel how far it is. */
export async function readRows(file, columns) {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  const name = basename(path);
  if (!existsSync(path)) throw new Error(`${path}: expected a CSV file, received nothing there`);
  const rows = [];
  const parser = parse({ bom: true, info: true, columns: (header) => checkedHeader(header, columns, name) });
  const input = createReadStream(path).on("error", (error) => parser.destroy(error));
  for await (const { record, info } of input.pipe(parser)) {
    record[LINE] = String(info.lines);
    rows.push(record);
    if (rows.length % PROGRESS_EVERY === 0)
      process.stderr.write(`\r${name}: ${rows.length.toLocaleString("en")} rows …`);
  }
  if (rows.length >= PROGRESS_EVERY) process.stderr.write("\r\u001b[K");
  if (rows.length === 0) throw new Error(`${name}: expected rows below the header, received no rows`);
  return { name, rows };
}

function checkedHeader(header, columns, name) {
  const missing = columns.filter((column) => column !== undefined && !header.includes(column));
  if (missing.length === 0) return header;
  const list = (names) => names.map((column) => JSON.stringify(column)).join(", ");
  const separator = [";", "\t"].find((mark) => header.length === 1 && header[0].includes(mark));
  const hint =
    separator && `. The columns seem to be separated by ${JSON.stringify(separator)}: save the file with commas`;
  throw new Error(`${name}:1: expected a column ${list(missing)}, received ${list(header)}${hint ?? ""}`);
}
