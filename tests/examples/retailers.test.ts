import { seededRandom } from "clientele/math";
import { describe, expect, test } from "vitest";
import { filesOfTest, mainJob } from "./support/main-job.js";

const file = filesOfTest();

/** One line of an order, before a retailer writes it down. */
interface Line {
  readonly order: number;
  readonly line: number;
  readonly who: number;
  readonly at: Date;
  readonly cents: number;
}

/** Forty orders of nine customers with one to three lines each. */
function linesOf(seed: number): readonly Line[] {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(most * random());
  return Array.from({ length: 40 }, (_, order) => {
    const [who, at] = [upTo(9), new Date(Date.UTC(2024, upTo(12), 1 + upTo(28), 10 + upTo(10), upTo(60), upTo(60)))];
    return Array.from({ length: 1 + upTo(3) }, (_, line) => ({ order, line, who, at, cents: 100 + upTo(300_000) }));
  }).flat();
}

const two = (value: number): string => String(value).padStart(2, "0");
const day = (at: Date): string => at.toISOString().slice(0, 10);
const clock = (at: Date): string => at.toISOString().slice(11, 19);
const plain = (cents: number): string => (cents / 100).toFixed(2);
const grouped = (cents: number): string => plain(cents).replace(/\B(?=(\d{3})+\.)/g, ",");

/** As gb18030 writes the characters used here, which Node decodes and does not encode. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => (character < "\u0080" ? [character.charCodeAt(0)] : (codes.get(character) ?? []))),
  );
}

interface Habit {
  readonly name: string;
  readonly currency: string;
  readonly header: readonly string[];
  readonly separator?: string;
  readonly cells: (line: Line) => readonly string[];
  readonly encode?: (text: string) => Uint8Array;
  readonly options: readonly string[];
}

const habits: readonly Habit[] = [
  {
    name: "Northwind: datetimes of SQL Server, money with four decimals",
    currency: "USD",
    header: ["OrderID", "CustomerID", "OrderDate", "ProductName", "Quantity", "Discount", "ExtendedPrice"],
    cells: ({ order, line, who, at, cents }) => [
      String(10_248 + order),
      `CUST${who}`,
      `${day(at)} 00:00:00.000`,
      `"Chef's ""Best"" ${line}, small"`,
      "1",
      "0",
      `${plain(cents)}00`,
    ],
    options: ["--customer", "CustomerID", "--date", "OrderDate", "--amount", "ExtendedPrice", "--order", "OrderID"],
  },
  {
    name: "Olist: hashes for ids, local times of Brazil",
    currency: "BRL",
    header: ["order_id", "order_item_id", "customer_unique_id", "order_purchase_timestamp", "price", "freight_value"],
    cells: ({ order, line, who, at, cents }) => [
      `e481f51cbdc54678b7cc49136f2d${two(order)}aa`,
      String(line + 1),
      `7c396fd4830fd04220f754e42b4e${two(who)}bb`,
      `${day(at)} ${clock(at)}`,
      plain(cents),
      "8.72",
    ],
    options: [
      ...["--customer", "customer_unique_id", "--date", "order_purchase_timestamp", "--amount", "price"],
      ...["--order", "order_id", "--time-zone", "America/Sao_Paulo"],
    ],
  },
  {
    name: "Shopify: what is of the order stands in its first row only, offsets without a colon",
    currency: "USD",
    header: ["Name", "Email", "Financial Status", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price"],
    cells: ({ order, line, who, at, cents }) => [
      `#${1001 + order}`,
      ...(line > 0 ? ["", "", ""] : [`c${who}@example.com`, "paid", `${day(at)} ${clock(at)} -0500`]),
      "1",
      "Tea - 100 g",
      plain(cents),
    ],
    options: [
      ...["--customer", "Email", "--date", "Created at", "--amount", "Lineitem price", "--order", "Name"],
      ...["--time-zone", "America/New_York"],
    ],
  },
  {
    name: "Taobao: Chinese headers in gb18030, order numbers as formulas, yuan signs",
    currency: "CNY",
    header: ["订单编号", "买家会员名", "订单付款时间", "宝贝标题", "买家实际支付金额"],
    cells: ({ order, who, at, cents }) => [
      `="${180_000_000_000_000_000n + BigInt(order)}"`,
      `买家${who}`,
      `${at.getUTCFullYear()}/${at.getUTCMonth() + 1}/${at.getUTCDate()} ${at.getUTCHours()}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`,
      "茶叶礼盒",
      `￥${plain(cents)}`,
    ],
    encode: gb18030,
    options: [
      ...["--customer", "买家会员名", "--date", "订单付款时间", "--amount", "买家实际支付金额", "--order", "订单编号"],
      ...["--encoding", "gb18030", "--date-format", "yyyy/M/d H:mm:ss", "--currency-mark", "￥"],
      ...["--time-zone", "Asia/Shanghai"],
    ],
  },
  {
    name: "Tableau: American dates, dollars with commas, tabs, names in latin1",
    currency: "USD",
    separator: "\t",
    header: ["Row ID", "Order ID", "Order Date", "Customer Name", "Sales"],
    cells: ({ order, line, who, at, cents }) => [
      String(100 * order + line),
      `CA-2024-${100_000 + order}`,
      `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`,
      `Ren\u00e9e Z\u00fc${who}`,
      `$${grouped(cents)}`,
    ],
    encode: (text) => Buffer.from(text, "latin1"),
    options: [
      ...["--customer", "Customer Name", "--date", "Order Date", "--amount", "Sales", "--order", "Order ID"],
      ...["--encoding", "latin1", "--date-format", "M/d/yyyy", "--group-mark", ",", "--currency-mark", "$"],
    ],
  },
];

describe("files as retailers export them are read by one command", () => {
  test.each(habits)("$name", async ({ currency, header, separator = ",", cells, encode, options }) => {
    const lines = linesOf(habits.length);
    const text = [header, ...lines.map(cells)].map((row) => row.join(separator)).join("\r\n");
    const path = file("export.csv", encode?.(text) ?? text);
    const { printed, complained, status } = await mainJob("--orders", path, "--currency", currency, ...options);
    const total = grouped(lines.reduce((all, { cents }) => all + cents, 0));
    const customers = new Set(lines.map(({ who }) => who)).size;
    expect([status, complained]).toEqual([0, ""]);
    expect(printed).toContain(`Read ${lines.length} rows: 40 orders of ${customers} customers, ${total}`);
    expect(printed).toContain(`${currency} in all.`);
    expect(printed).toContain("Rejected no row.");
  });
});
