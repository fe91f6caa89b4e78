import { textIndex } from "../../../dist/history/texts/text-index.js";
import { sum } from "../../internal/digest.mjs";
import { transactionRows, transactionTexts } from "../../internal/transactions.mjs";

// Every id is a string of its own, as a parser makes them: ids that were looked up before have their hash at hand.
const fresh = (texts) => transactionRows(texts).map((row) => row.customerId);
const digest = (numbers) => ({ sum: sum(numbers) });

export const index = {
  prepare: transactionTexts,
  fresh,
  digest,
  run(ids) {
    const numbers = textIndex();
    return Int32Array.from(ids, (id) => numbers.numberOf(id));
  },
};

export const map = {
  prepare: transactionTexts,
  fresh,
  digest,
  run(ids) {
    const numbers = new Map();
    return Int32Array.from(ids, (id) => {
      let number = numbers.get(id);
      if (number === undefined) numbers.set(id, (number = numbers.size));
      return number;
    });
  },
};
