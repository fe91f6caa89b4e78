const english = {
  usage: `npm run demo                     customers, segments and concentration of the Superstore orders
npm run demo -- --orders my.csv --customer COLUMN --date COLUMN --amount COLUMN

  --cost COLUMN       what the goods of a row cost the shop            (default: not told)
  --category COLUMN   which goods a row is about, for the mix of goods (default: not told)
  --order COLUMN      several rows with the same value are one order   (default: a row is an order)
  --date-format M/d/yyyy   how dates are written                       (default: 2026-04-01, maybe with a time)
  --decimal-mark ,    before the decimals of an amount                 (default: .)
  --group-mark .      between the thousands of an amount               (default: none)
  --currency-mark ￥   before or after an amount                        (default: none)
  --currency EUR      of all amounts                                   (default: USD)
  --scale 4           decimals of an amount                            (default: the currency's)
  --as-of 2026-04-01  the day you look from                            (default: the last day in the file)
  --time-zone ZONE    of the days and of times without an offset       (default: UTC)
  --encoding NAME     utf-8, gb18030 or latin1                         (default: utf-8)
  --lang zh-CN        words in Chinese                                 (default: en)

Cells may be separated by comma, semicolon, tab or |.`,
  comma: ", ",
  unknownOption: (option) => `Unknown option ${option}`,
  wantsValue: (option) => `${option} wants a value`,
  alsoWants: (name) => `--orders also wants --${name} COLUMN`,
  wrong: (name, value, expected) => `--${name}: expected ${expected}, received ${JSON.stringify(value)}`,
  day: "a day that exists, such as 2026-04-01",
  oneOf: (names) => `one of ${names.join(", ")}`,
  decimals: "a whole number from 0 to 8",
  zone: "a time zone, such as Europe/Berlin",
  currency: "a currency of ISO 4217, such as EUR",
  noFile: (path) => `${path}: expected a CSV file, received nothing there`,
  noRows: (name) => `${name}: expected rows below the header, received no rows`,
  nothingRead: (name) =>
    `${name}: no row could be read. Say how its days and amounts are written: --date-format, --decimal-mark, --group-mark, --currency-mark`,
  wrongEncoding: (name, encoding) =>
    `${name}: expected text in ${encoding}, received bytes that are none. Save it as UTF-8, or pass --encoding gb18030 or latin1`,
  missingColumns: (name, missing, header) => `${name}:1: expected a column ${missing}, received ${header}`,
  namedTwice: (name, columns) => `${name}:1: expected each column once, received ${columns} more than once`,
  cells: (of, received) => `expected ${of} cells, received ${received}`,
  brokenRow: "expected a row of cells, received quotes that do not match",
};

const chinese = {
  usage: `npm run demo                     Superstore 示例订单的客户、细分与集中度
npm run demo -- --orders my.csv --customer 列 --date 列 --amount 列

  --cost 列           该行商品的成本                 （默认：未提供）
  --category 列       该行商品的品类，用于商品结构   （默认：未提供）
  --order 列          值相同的多行为同一订单         （默认：一行一单）
  --date-format M/d/yyyy   日期的写法                （默认：2026-04-01，可带时间）
  --decimal-mark ,    小数点的写法                   （默认：.）
  --group-mark .      千位分隔符                     （默认：无）
  --currency-mark ￥   金额前后的货币符号             （默认：无）
  --currency EUR      所有金额的货币                 （默认：USD）
  --scale 4           金额的小数位数                 （默认：该货币的位数）
  --as-of 2026-04-01  从哪一天看                     （默认：文件中的最后一天）
  --time-zone 时区    日期以及不带时差的时间所在时区 （默认：UTC）
  --encoding 编码     utf-8、gb18030 或 latin1       （默认：utf-8）
  --lang zh-CN        中文                           （默认：en）

单元格可用逗号、分号、制表符或 | 分隔。`,
  comma: "、",
  unknownOption: (option) => `没有这个选项：${option}`,
  wantsValue: (option) => `${option} 需要一个值`,
  alsoWants: (name) => `使用 --orders 时还需要 --${name} 列`,
  wrong: (name, value, expected) => `--${name}：应为${expected}，实为 ${JSON.stringify(value)}`,
  day: "存在的日期，例如 2026-04-01",
  oneOf: (names) => `以下之一：${names.join("、")}`,
  decimals: "0 到 8 的整数",
  zone: "时区，例如 Asia/Shanghai",
  currency: "ISO 4217 货币代码，例如 CNY",
  noFile: (path) => `${path}：应为 CSV 文件，实际没有此文件`,
  noRows: (name) => `${name}：表头之下应有数据行，实际没有`,
  nothingRead: (name) =>
    `${name}：没有一行可以读取。请说明日期和金额的写法：--date-format、--decimal-mark、--group-mark、--currency-mark`,
  wrongEncoding: (name, encoding) =>
    `${name}：应为 ${encoding} 编码的文本，实际字节不符。请另存为 UTF-8，或使用 --encoding gb18030 或 latin1`,
  missingColumns: (name, missing, header) => `${name}:1：应有列 ${missing}，实际为 ${header}`,
  namedTwice: (name, columns) => `${name}:1：每列只应出现一次，${columns} 出现了多次`,
  cells: (of, received) => `应有 ${of} 个单元格，实有 ${received} 个`,
  brokenRow: "应为一行单元格，实际引号不配对",
};

/** What the example says of its command line and of a file that it cannot read. */
export const complaintsIn = (lang) => (lang.startsWith("zh") ? chinese : english);
