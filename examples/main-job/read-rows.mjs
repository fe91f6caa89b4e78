import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";

const PROGRESS_EVERY = 100_000;

/**
 * Reads a CSV file into rows by column name, with the file's line of each row.
 * Says on the error channel how far it is while the input is long.
 */
export async function readRows(file, columns) {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  const name = basename(path);
  const rows = [];
  const lines = [];
  const parser = createReadStream(path)
    .on("error", (error) => parser.destroy(error))
    .pipe(parse({ bom: true, info: true, columns: (header) => checkHeader(header, columns, name) }));
  for await (const { record, info } of parser) {
    rows.push(record);
    lines.push(info.lines);
    if (rows.length % PROGRESS_EVERY === 0)
      process.stderr.write(`\r${name}: ${rows.length.toLocaleString("en")} rows …`);
  }
  if (rows.length >= PROGRESS_EVERY) process.stderr.write("\r\u001b[K");
  return { name, rows, lines };
}

function checkHeader(header, columns, name) {
  const missing = columns.filter((column) => column !== undefined && !header.includes(column));
  if (missing.length === 0) return header;
  throw new Error(
    `${name}:1: no column ${missing.map((column) => JSON.stringify(column)).join(", ")}; the file has ${header.map((column) => JSON.stringify(column)).join(", ")}`,
  );
}
