import { BIGINT, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";
import { digestOf } from "../../internal/digest.mjs";
import { AS_OF_DAY, transactionColumns, transactionRows, transactionTexts } from "../../internal/transactions.mjs";

const CHUNK = 2048;

/** DuckDB counts distinct days and cuts quintiles in one statement; its quantile_cont is type 7. The result stays in the engine. */
const SCORE = `
CREATE OR REPLACE TABLE scored AS
WITH summary AS (
  SELECT customer, count(*) AS orders, sum(cents)::BIGINT AS cents, count(DISTINCT instant // 86400000) AS days, ${AS_OF_DAY} - max(instant // 86400000) AS since
  FROM orders GROUP BY customer),
edge AS (
  SELECT quantile_cont(since, [0.2, 0.4, 0.6, 0.8]) AS r, quantile_cont(orders, [0.2, 0.4, 0.6, 0.8]) AS f,
         quantile_cont(cents, [0.2, 0.4, 0.6, 0.8]) AS m FROM summary)
SELECT customer, orders, cents, days, since, 5 - ${above("since", "r")} AS recency, 1 + ${above("orders", "f")} AS frequency, 1 + ${above("cents", "m")} AS monetary
FROM summary, edge`;

const DIGEST = `SELECT count(*) AS customers, sum(cents)::BIGINT AS cents, sum(days)::BIGINT AS days, sum(recency)::BIGINT AS recency,
  sum(frequency)::BIGINT AS frequency, sum(monetary)::BIGINT AS monetary FROM scored`;

function above(column, edges) {
  return `(${[1, 2, 3, 4].map((i) => `(${column} > ${edges}[${i}])::INT`).join(" + ")})`;
}

async function connect(customerType) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE orders (customer ${customerType}, instant BIGINT, cents BIGINT)`);
  return connection;
}

async function append(connection, types, length, columnsOf) {
  const appender = await connection.createAppender("orders");
  for (let from = 0; from < length; from += CHUNK) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(columnsOf(from, Math.min(from + CHUNK, length)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const digest = async (connection) => digestOf((await (await connection.run(DIGEST)).getRowObjects())[0]);

/** Integer ids in its own in-memory table, loaded before the clock starts. */
export const duckdb = {
  async prepare(size) {
    const connection = await connect("INTEGER");
    const { customer, at, cents } = transactionColumns(size);
    await append(connection, [INTEGER, BIGINT, BIGINT], size, (from, to) => [
      Array.from(customer.subarray(from, to)),
      Array.from(at.subarray(from, to), BigInt),
      Array.from(cents.subarray(from, to), BigInt),
    ]);
    return connection;
  },
  async run(connection) {
    await connection.run(SCORE);
    return connection;
  },
  digest,
};

/** The same objects that the library takes: loading them is part of the job. */
export const duckdbRows = {
  prepare: transactionTexts,
  fresh: transactionRows,
  async run(rows) {
    const connection = await connect("VARCHAR");
    await append(connection, [VARCHAR, BIGINT, BIGINT], rows.length, (from, to) => {
      const part = rows.slice(from, to);
      return [
        part.map((row) => row.customerId),
        part.map((row) => BigInt(Date.parse(row.at))),
        part.map((row) => BigInt(Math.round(Number(row.amount) * 100))),
      ];
    });
    await connection.run(SCORE);
    return connection;
  },
  digest,
};
