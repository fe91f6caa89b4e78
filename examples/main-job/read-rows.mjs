import { closeSync, createReadStream, existsSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";

/** The file's line that a row ends on, kept in the row itself under this name. */
export const LINE = "#line";

const PROGRESS_EVERY = 100_000;
const SEPARATORS = [",", ";", "\t", "|"];

/**
 * Reads a file of cells into rows by column name, and the lines that are none. While the input is long, it says on the error channel how far it is.
 */
export async function readRows(file, columns, { encoding, words }) {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  const name = basename(path);
  if (!existsSync(path)) throw new Error(words.noFile(path));
  const [rows, misfits] = [[], []];
  const delimiter = separatorOf(path, encoding);
  const parser = parse({
    bom: true,
    info: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on("skip", ({ lines }) => misfits.push({ line: lines, complaint: words.brokenRow }));
  let header;
  try {
    const texts = Readable.toWeb(createReadStream(path)).pipeThrough(new TextDecoderStream(encoding, { fatal: true }));
    for await (const { record, info } of Readable.fromWeb(texts)
      .on("error", (error) => parser.destroy(error))
      .pipe(parser)) {
      if (header === undefined) {
        header = checkedHeader(record, columns, name, words);
        continue;
      }
      if (record.length !== header.length) {
        misfits.push({ line: info.lines, complaint: words.cells(header.length, record.length) });
        continue;
      }
      const row = { [LINE]: String(info.lines) };
      for (let cell = 0; cell < header.length; cell++) row[header[cell]] = record[cell];
      rows.push(row);
      if (rows.length % PROGRESS_EVERY === 0)
        process.stderr.write(`\r${name}: ${rows.length.toLocaleString("en")} rows …`);
    }
  } catch (error) {
    throw error.code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? new Error(words.wrongEncoding(name, encoding)) : error;
  }
  if (rows.length >= PROGRESS_EVERY) process.stderr.write("\r\u001b[K");
  if (rows.length + misfits.length === 0) throw new Error(words.noRows(name));
  return { name, rows, misfits };
}

/** The mark that the first line has most of, outside quotes. */
function separatorOf(path, encoding) {
  const bytes = Buffer.alloc(65_536);
  const file = openSync(path);
  const length = readSync(file, bytes);
  closeSync(file);
  const [line] = new TextDecoder(encoding).decode(bytes.subarray(0, length)).split(/\r?\n/);
  const bare = line.replace(/"[^"]*"/g, "");
  const count = (mark) => bare.split(mark).length;
  return SEPARATORS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function checkedHeader(header, columns, name, words) {
  const list = (names) => names.map((column) => JSON.stringify(column)).join(", ");
  const twice = header.filter((column, index) => column !== "" && header.indexOf(column) !== index);
  if (twice.length > 0) throw new Error(words.namedTwice(name, list([...new Set(twice)])));
  const missing = columns.filter((column) => column !== undefined && !header.includes(column));
  if (missing.length > 0) throw new Error(words.missingColumns(name, list(missing), list(header)));
  return header;
}
