import { closeSync, createReadStream, existsSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";

/** The file's line that a row ends on, kept in the row itself under this name. */
export const LINE = "#line";

const PROGRESS_EVERY = 100_000;
const SEPARATORS = [",", ";", "\t", "|"];
const UTF_16 = { fffe: "utf-16le", feff: "utf-16be" };

/**
 * Reads a file of cells into rows by column name, and the lines that are none. While the input is long, it says on the error channel how far it is.
 */
export async function readRows(file, columns, { encoding, words }) {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  const name = basename(path);
  if (!existsSync(path)) throw new Error(words.noFile(path));
  const [rows, misfits] = [[], []];
  const start = startOf(path, encoding);
  const texts = Readable.toWeb(createReadStream(path))
    .pipeThrough(new TextDecoderStream(start.encoding, { fatal: true }))
    .pipeThrough(plainLineEnds());
  let header;
  try {
    for await (const { cells, line } of rowsOf(Readable.fromWeb(texts), start, () => header?.length)) {
      if (header === undefined) {
        header = checkedHeader(cells, columns, name, words);
        continue;
      }
      if (cells?.length !== header.length) {
        misfits.push({ line, complaint: cells ? words.cells(header.length, cells.length) : words.brokenRow });
        continue;
      }
      const row = { [LINE]: String(line) };
      for (let cell = 0; cell < header.length; cell++) row[header[cell]] = cells[cell];
      rows.push(row);
      if (rows.length % PROGRESS_EVERY === 0)
        process.stderr.write(`\r${name}: ${rows.length.toLocaleString("en")} rows …`);
    }
  } catch (error) {
    throw error.code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? new Error(words.wrongEncoding(name, encoding)) : error;
  }
  if (rows.length >= PROGRESS_EVERY) process.stderr.write("\r\u001b[K");
  if (rows.length + misfits.length === 0) throw new Error(words.noRows(name));
  return { name, rows, misfits: misfits.sort((a, b) => a.line - b.line) };
}

/**
 * The cells of each row with the line it ends on. A quote that is never closed, or closed far below, makes one row of many: its first line comes
 * without cells, and the lines below it are read anew.
 */
async function* rowsOf(texts, { delimiter, firstLine = 1 }, width, linesAbove = 0) {
  const parser = parse({
    bom: true,
    info: true,
    raw: true,
    delimiter,
    from_line: firstLine,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  const broken = [];
  parser.on("skip", ({ lines }, raw) => broken.push({ lines, raw }));
  for await (const { record, info, raw } of texts.on("error", (error) => parser.destroy(error)).pipe(parser)) {
    const isBroken = width() !== undefined && record.length !== width() && /\n./.test(raw);
    if (isBroken) broken.push({ lines: info.lines, raw });
    else yield { cells: record.map((cell) => cell.trim()), line: linesAbove + info.lines };
  }
  for (const { lines, raw } of broken) {
    const [, ...below] = raw.replace(/\n$/, "").split("\n");
    const line = linesAbove + lines - below.length;
    yield { line };
    if (below.length > 0) yield* rowsOf(Readable.from([below.join("\n")]), { delimiter }, width, line);
  }
}

/** Ends every line with one character, so that lines are counted alike inside quotes and outside. */
function plainLineEnds() {
  let held = "";
  return new TransformStream({
    transform(chunk, controller) {
      const text = held + chunk;
      held = text.endsWith("\r") ? "\r" : "";
      controller.enqueue(text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n"));
    },
    flush: (controller) => controller.enqueue(held && "\n"),
  });
}

/** What the first bytes tell: UTF-16 by its mark, the separator that Excel names on a line of its own, or the one that the first line has most of. */
function startOf(path, asked) {
  const bytes = Buffer.alloc(65_536);
  const file = openSync(path);
  const length = readSync(file, bytes);
  closeSync(file);
  const encoding = UTF_16[bytes.toString("hex", 0, 2)] ?? asked;
  const [line] = new TextDecoder(encoding).decode(bytes.subarray(0, length)).split(/\r?\n|\r/);
  const named = /^sep=(.)$/.exec(line)?.[1];
  if (named !== undefined) return { encoding, delimiter: named, firstLine: 2 };
  const bare = line.replace(/"[^"]*"/g, "");
  const count = (mark) => bare.split(mark).length;
  return { encoding, delimiter: SEPARATORS.reduce((best, mark) => (count(mark) > count(best) ? mark : best)) };
}

function checkedHeader(header, columns, name, words) {
  const list = (names) => names.map((column) => JSON.stringify(column)).join(words.comma);
  const twice = header.filter((column, index) => column !== "" && header.indexOf(column) !== index);
  if (twice.length > 0) throw new Error(words.namedTwice(name, list([...new Set(twice)])));
  const missing = columns.filter((column) => column !== undefined && !header.includes(column));
  if (missing.length > 0) throw new Error(words.missingColumns(name, list(missing), list(header)));
  return header;
}
