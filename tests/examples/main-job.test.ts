import { describe, expect, it } from "vitest";
import { superstoreLines } from "../support/superstore.js";
import { command, filesOfTest, mainJob } from "./support/main-job.js";

const file = filesOfTest();

/** Run once for all that look at it. */
const onTheSample = await mainJob();

describe("the main job on the Superstore orders", () => {
  const { printed, status } = onTheSample;

  it("says who was read, rejected and ignored", () => {
    expect(status).toBe(0);
    expect(printed).toContain("Read 9,994 rows: 5,009 orders of 793 customers, 2,297,200.8603 USD in all.");
    expect(printed).toContain("Rejected no row.");
    expect(printed).toContain("Ignored 0 after that day, 0 of guests, 0 not completed, 0 excluded.");
  });

  it("says in five sentences who carries the business, who slips away, what to do and how far to trust it", () => {
    expect(printed).toContain("793 customers, 538 of them new or active.");
    expect(printed).toContain("159 of them, the best fifth, bring 48.15 % of the money.");
    expect(printed).toContain("On Monday begin with SC-20095: send an offer.");
    // Invented customers return at random, and the report says so before any list.
    const [screen = ""] = printed.split("\n\nRFM segments");
    expect(screen).toContain("no better than guessing.");
    // One screen, and no word that only statisticians know.
    expect(screen.split("\n").length).toBeLessThanOrEqual(24);
    expect(screen).not.toMatch(/AUC|Gini|lift|decile|RFM/);
    expect(screen).toContain(
      "Customers of Tableau's sample Superstore, whose orders are invented, as of 2017-12-31 (UTC)",
    );
  });

  it("tells value by stage with a reason each, and what a programme of points would cost", () => {
    expect(printed).toMatch(/High value: AA-10315: Number 92 of 793 buyers by net/);
    expect(printed).toContain("227,144 points given, 165,274 redeemed");
    expect(printed).toContain("370 orders earn nothing.");
  });

  it("says that leaving cannot be foretold, whom to expect, and who takes money away", () => {
    expect(printed).toContain("the simpler model nbd explains them as well (log-likelihood -18611.7)");
    expect(printed).toContain(
      "Even one rate for everybody, 0.0323 purchases a week, explains them almost as well (log-likelihood -18612.5341 against -18611.6646)",
    );
    const topTen = printed.split("Expected most often (nbd)")[1]?.split("\n\n")[0] ?? "";
    expect(topTen).toMatch(/^SM-20320 +25,043\.05 +EP-13915 +1\.89$/m);
    expect(topTen.match(/^[A-Z]{2}-\d{5} +[\d,.]+ +[A-Z]{2}-\d{5} +1\.\d\d$/gm)).toHaveLength(10);
    expect(printed).toContain(
      "The best 638 of 793 customers make 124.87 % of the profit; 155 lose 71,224.47 USD.\nCS-12505: -1,758.93 USD a year",
    );
    expect(printed).toContain("87 % of the spend is on low-margin goods: they bring 3.9 %, where 13.1 % is usual");
    expect(printed).toContain("→ Buying at the margin rate of comparable customers: 1,976.66 USD a year");
    expect(printed).toContain("→ Buying the goods that comparable customers buy: 138.30 USD a year");
  });

  it("shows a value with its interval on customers that it says are simulated", () => {
    const simulated = printed.split("Simulated: the most valuable of 3,000 invented customers who do leave")[1] ?? "";
    expect(simulated).toMatch(/^Customer +Worth in 12 months +90 % from +to$/m);
    const [, ...amounts] = /^s790 +([\d.]+) +([\d.]+) +([\d.]+)$/m.exec(simulated) ?? [];
    expect(amounts).toEqual(["450.05", "433.48", "463.40"]);
  });

  it("tests the warnings on the past on one page", () => {
    const page =
      onTheSample.printed.split("The warnings, tested on the past\n\n")[1]?.split("\n\nWhat to expect")[0] ?? "";
    expect(page).toMatch(/^As of +Judged +Left +AUC +95 % interval +Lift of the top tenth$/m);
    expect(page).toMatch(/^2016-09-30 +\d+ +\d+\.\d\d % +0\.\d\d +0\.\d\d – 0\.\d\d +\d\.\d\d$/m);
    expect(page.match(/^\d+\.00 % .* \d+\.\d\d %$/gm)).toHaveLength(10);
    expect(page).toMatch(/^100\.00 % .* 1\.00 +100\.00 %$/m);
  });

  it("shares all customers, orders and revenue out among the segments", () => {
    const lines = [...printed.matchAll(/^(\D+?) +(\d+) +(\d+) +([\d,.]+) +([\d.]+) %$/gm)];
    const sum = (column: number): number =>
      lines.reduce((total, line) => total + Math.round(Number(line[column]?.replaceAll(",", "")) * 1e4), 0) / 1e4;
    expect(lines.length).toBe(11);
    // Each line is rounded to cents; the exact total is told once, above.
    expect([sum(2), sum(3)]).toEqual([793, 5009]);
    expect(sum(4)).toBeCloseTo(2297200.8603, 1);
  });

  it("tells concentration and the best ten with their reasons", () => {
    expect(printed).toContain("The top 20 % (159 of 793 customers) make 48.15 % of revenue; Gini 0.4413.");
    expect(printed).toContain(
      " 1. SM-20320  25,043.05  Potential loyalists\n    Last bought 80 days ago: recency 3 of 5",
    );
    expect(printed).toContain(
      "25,043.05 USD in all: monetary 5 of 5\n    Frequency and monetary value together: 3 of 5",
    );
    expect(printed.match(/^ ?\d+\. /gm)?.length).toBe(10);
  });

  it("tells the stages of life with what they were worth, and that they do not tell buyers apart here", () => {
    expect(printed).toMatch(/^Active customer +534 +458 +352 +76\.86 %/m);
    expect(printed).toMatch(/^Lost customer +36 +47 +35 +74\.47 %/m);
    expect(printed).toContain(
      "Customers usually buy every 146.5 days, and are new for 146.5 days from their first purchase.",
    );
    expect(printed).toContain(
      "The stages “Dormant customer” and “Lost customer” do not tell apart who buys again: 66.67 % and 74.47 % did",
    );
  });

  it("says that the sample is invented, and why RFM and the stages count the lost differently", () => {
    expect(printed).toContain("These customers are invented, and return at random");
    expect(printed).toContain("RFM calls 73 customers lost and the stages 36, and both are right");
  });

  it("speaks Chinese", async () => {
    const { printed } = await mainJob("--lang", "zh-CN");
    expect(printed).toContain("前 20% 的客户（793 位中的 159 位）贡献 48.15% 的金额");
    expect(printed).toContain("阶段“沉睡客户”与“流失客户”未能区分谁会再次购买：分别有 66.67% 与 74.47% 再次购买");
    expect(printed).toContain("累计 25,043.05 USD");
    expect(printed).not.toContain(" %");
  });
});

describe("the command prints and ends as the job does", () => {
  it("on the sample", () => {
    expect(command()).toEqual(onTheSample);
  });

  it.each([
    [["--help"], 0],
    [["--orders", "nowhere.csv", "--customer", "who", "--date", "when", "--amount", "paid"], 1],
    [["--order-by", "x", "--lang", "zh-CN"], 2],
  ])("with %j", async (args, status) => {
    const run = command(...args);
    expect(run).toEqual(await mainJob(...args));
    expect(run.status).toBe(status);
    expect(status === 0 ? run.complained : run.printed).toBe("");
  });
});

describe("the main job on a file of your own", () => {
  const columns = ["--customer", "who", "--date", "when", "--amount", "paid"];

  it("gives the same for the same lines under other names", async () => {
    const lines = superstoreLines().map((line) => [
      line["Customer ID"],
      line["Order Date"],
      line.Sales,
      line["Order ID"],
      (Number(line.Sales) - Number(line.Profit)).toFixed(4),
      line["Sub-Category"],
    ]);
    const path = file(
      "mine.csv",
      ["who,when,paid,order,cost,goods", ...lines.map((line) => line.join(","))].join("\n"),
    );
    const more = ["--order", "order", "--cost", "cost", "--category", "goods", "--scale", "4", "--as-of", "2017-12-31"];
    const mine = await mainJob("--orders", path, ...columns, ...more);
    const ofInvented = /^These customers are invented.*\n\n|^Simulated: [\s\S]*?(?=Who brings profit)/gm;
    expect(mine.printed).not.toMatch(ofInvented);
    const firstLine = /^Customers of .*, as of/;
    expect(mine.printed.replace("mine.csv", "superstore.csv").replace(firstLine, "")).toBe(
      onTheSample.printed.replace(ofInvented, "").replace(firstLine, ""),
    );
  });

  it("takes rows without an order column as orders, guests apart, and looks from the last day", async () => {
    const path = file("rows.csv", "who,when,paid\nann,2026-01-05,12.50\n,2026-01-06,3\nann,2026-01-07,1\n");
    const { printed } = await mainJob("--orders", path, ...columns);
    expect(printed).toContain("Customers of rows.csv, as of 2026-01-07 (UTC)");
    expect(printed).toContain("Read 3 rows: 2 orders of 1 customer, 13.50 USD in all.");
    expect(printed).toContain("1 of guests");
  });

  it("says of a shop that is too small what cannot be told", async () => {
    const { printed, status } = await mainJob(
      "--orders",
      file("first.csv", "who,when,paid\nann,2026-01-05,1\n"),
      ...columns,
    );
    expect(status).toBe(0);
    expect(printed).toContain("Nobody.");
    expect(printed).toContain("10 customers or more with a repeat purchase");
    expect(printed).not.toContain("Who brings profit");
  });

  it("names file, line, column and what was expected, and reads the rest", async () => {
    const path = file("bad.csv", "who,when,paid\nann,2026-01-05,12.50\nben,05/01/2026,3\ncai,2026-01-06,abc\n");
    const { printed, status } = await mainJob("--orders", path, ...columns);
    expect(status).toBe(0);
    expect(printed).toContain("Rejected 2 rows:");
    expect(printed).toMatch(
      /bad\.csv:3, column "when": expected .*, received "05\/01\/2026"\. Write "2026-05-01", or "2026-01-05"/,
    );
    expect(printed).toMatch(/bad\.csv:4, column "paid": expected .*, received "abc"/);
  });

  it("counts one of a thing as one, and says measures in words", async () => {
    const path = file("one.csv", "who,when,paid\nann,2026-01-05,12.50\nben,2026-01-05,abc\n");
    const { printed } = await mainJob("--orders", path, ...columns);
    expect(printed).toContain("Read 2 rows: 1 order of 1 customer, 12.50 USD in all.");
    expect(printed).toContain("1 customer, 1 of them new or active.\n1 of them, the best fifth, brings 100.00 %");
    expect(printed).toContain("Rejected 1 row:");
    expect(printed).toContain("Too few different values of monetary value");
    expect((await mainJob("--orders", path, ...columns, "--lang", "zh-CN")).printed).toContain(
      "最近消费的不同取值太少",
    );
  });

  it.each([
    ["empty.csv", ""],
    ["header.csv", "who,when,paid\n"],
  ])("reports nothing about no rows: %s", async (name, text) => {
    const run = await mainJob("--orders", file(name, text), ...columns);
    expect([run.status, run.printed]).toEqual([1, ""]);
    expect(run.complained).toContain(`${name}: expected rows below the header, received no rows`);
  });

  it.each([
    [["--orders", "nowhere.csv", ...columns], 1, "nowhere.csv: expected a CSV file, received nothing there"],
    [["--orders", "nowhere.csv"], 2, "--orders also wants --customer COLUMN"],
    [["--order-by", "x"], 2, "Unknown option --order-by"],
    [["--orders", "LICENSE", ...columns], 1, 'expected a column "who", "when", "paid"'],
    [["stray"], 2, "Unknown option stray"],
    [["--orders", "LICENSE", "--customer"], 2, "--customer wants a value"],
    [["--as-of", "2026-02-30"], 2, '--as-of: expected a day that exists, such as 2026-04-01, received "2026-02-30"'],
    [["--as-of", "soon", "--lang", "zh-CN"], 2, '--as-of：应为存在的日期，例如 2026-04-01，实为 "soon"'],
    [["--scale", "two"], 2, "--scale: expected a whole number from 0 to 8"],
    [["--currency", "euro"], 2, "--currency: expected a currency of ISO 4217"],
    [["--time-zone", "Mars"], 2, "--time-zone: expected a time zone"],
    [["--encoding", "utf-7"], 2, "--encoding: expected one of utf-8, gb18030, latin1"],
    [["--lang", "tlh"], 2, "--lang: expected one of en, zh-CN"],
    [["--orders", "nowhere.csv", ...columns, "--lang", "zh-CN"], 1, "nowhere.csv：应为 CSV 文件，实际没有此文件"],
  ])("ends with one clear sentence: %j", async (args, status, sentence) => {
    const run = await mainJob(...args);
    expect(run.status).toBe(status);
    expect(run.complained).toContain(sentence);
    expect(run.complained).not.toContain("    at ");
  });

  it("rejects lines that are too short or too long, or have broken quotes, and reads the rest", async () => {
    const lines = [
      "who,when,paid",
      "ann,2026-01-05,1",
      "ben",
      "",
      'cai,2026-01-06,"2"',
      "dan,2026-01-07,3,4",
      'eve,"2026',
    ];
    const path = file("ragged.csv", lines.join("\n"));
    const { printed, status } = await mainJob("--orders", path, ...columns);
    expect(status).toBe(0);
    expect(printed).toContain("2 orders of 2 customers, 3.00 USD in all.");
    expect(printed).toContain("ragged.csv:3: expected 3 cells, received 1");
    expect(printed).toContain("ragged.csv:6: expected 3 cells, received 4");
    expect(printed).toContain("Rejected 3 rows:");
    const inChinese = (await mainJob("--orders", path, ...columns, "--lang", "zh-CN")).printed;
    expect(inChinese).toContain("ragged.csv:3：应有 3 个单元格，实有 1 个");
  });

  it.each([
    ["bad cells", "who,when,paid\nann,soon,1\nben,2026-01-05,much\n"],
    ["short lines", "who,when,paid\nann\nben,2026-01-05\n"],
  ])("stops after the rejections where nothing can be read: %s", async (_, text) => {
    const { printed, complained, status } = await mainJob("--orders", file("nothing.csv", text), ...columns);
    expect(status).toBe(1);
    expect(complained).toMatch(
      /^nothing.csv: no row could be read. Say how its days and amounts are written: --date-format/,
    );
    expect(printed.split("\n").map((line) => line.slice(0, 15))).toEqual([
      "Rejected 2 rows",
      "  nothing.csv:2",
      "  nothing.csv:3",
      "",
    ]);
  });

  it.each([";", "|"])("reads cells separated by %s", async (mark) => {
    const lines = ["who,when,paid", "ann,2026-01-05,1", "ben,2026-01-06,2"].join("\n").replaceAll(",", mark);
    const { printed } = await mainJob("--orders", file("marks.csv", lines), ...columns);
    expect(printed).toContain("2 orders of 2 customers, 3.00 USD in all.");
  });

  it.each([
    [
      "to the end of the file",
      'who,when,paid\nann,2026-01-05,1\n"ben,2026-01-06,2\ncai,2026-01-07,3\ndan,2026-01-08,4\n',
    ],
    ["to a later quote", 'who,when,paid\nann,2026-01-05,1\nben,"2026-01-06,2\ncai,2026-01-07,3\n"dan",2026-01-08,4'],
    ["twice", 'who,when,paid\r\nann,2026-01-05,1\r\n"ben,1\r\ncai,2026-01-07,3\r\ndan,2026-01-08,4\r\n"eve,2'],
  ])("an open quote costs its own line, and what it would swallow is read: %s", async (_, text) => {
    const { printed, status } = await mainJob("--orders", file("open.csv", text), ...columns);
    expect(status).toBe(0);
    expect(printed).toContain("3 orders of 3 customers, 8.00 USD in all.");
    expect(printed).toContain("  open.csv:3: expected a row of cells, received quotes that do not match\n");
  });

  it.each<[string, Buffer]>([
    ["UTF-16, little end first", Buffer.from("\uFEFFwho,when,paid\nann,2026-01-05,1\n", "utf16le")],
    ["UTF-16, big end first", Buffer.from("\uFEFFwho,when,paid\nann,2026-01-05,1\n", "utf16le").swap16()],
    ["the separator named above", Buffer.from("sep=;\r\nwho;when;paid\r\nann;2026-01-05;1\r\n")],
    ["blanks around cells", Buffer.from("who , when , paid\n ann , 2026-01-05 , 1\n")],
    ["ends of lines as once on the Mac", Buffer.from("who,when,paid\rann,2026-01-05,1\r")],
  ])("reads a file as spreadsheets write it: %s", async (_, bytes) => {
    const { printed } = await mainJob("--orders", file("sheet.csv", bytes), ...columns);
    expect(printed).toContain("Read 1 row: 1 order of 1 customer, 1.00 USD in all.");
  });

  it("says a bad cell in Chinese to the end", async () => {
    const path = file("bad-zh.csv", "who,when,paid\nann,2026-01-05,12.50\nben,2026-01-06,abc\n");
    const { printed } = await mainJob("--orders", path, ...columns, "--lang", "zh-CN");
    expect(printed.split("\n").find((line) => line.includes("bad-zh.csv:3"))).not.toMatch(/expected|received|Write/);
  });

  it("refuses a column named twice, and bytes that are no text in the encoding", async () => {
    const twice = await mainJob("--orders", file("twice.csv", "who,when,paid,paid\nann,2026-01-05,1,2\n"), ...columns);
    expect([twice.status, twice.complained]).toEqual([
      1,
      'twice.csv:1: expected each column once, received "paid" more than once\n',
    ]);
    const path = file("latin.csv", Buffer.from("who,when,paid\nJos\u00e9,2026-01-05,1\n", "latin1"));
    const garbled = await mainJob("--orders", path, ...columns);
    expect(garbled.status).toBe(1);
    expect(garbled.complained).toContain("Save it as UTF-8, or pass --encoding gb18030 or latin1");
    expect((await mainJob("--orders", path, ...columns, "--encoding", "latin1")).status).toBe(0);
  });

  it("says on the error channel how far it is on long input", { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `c${index % 1000},2026-01-05,1`);
    const { complained } = await mainJob(
      "--orders",
      file("long.csv", ["who,when,paid", ...rows].join("\n")),
      ...columns,
    );
    expect(complained).toContain("long.csv: 100,000 rows …");
  });
});
