// Rules edited by a shop owner: JSON in, words out, in two languages.
import { describeCondition, lintCondition, validateCondition } from "clientele/conditions";
import { describeIssues } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import { customerSchema } from "clientele/model";

const schema = customerSchema("CNY");
// What a form in the back office saves.
const saved = JSON.parse(`{
  "type": "all",
  "of": [
    { "type": "compare", "subject": { "type": "attribute", "field": "net" }, "op": "gte", "value": { "amount": "3000.00", "currency": "CNY" } },
    { "type": "none", "over": { "collection": "order" }, "window": { "type": "rolling", "last": { "days": 60 } } }
  ]
}`);
for (const [language, words] of [
  ["en", en],
  ["zh-CN", zhCN],
]) {
  console.log(`${language}: ${describeCondition(saved, schema, words)}`);
}
console.log(`${validateCondition(saved, schema).length} faults, ${lintCondition(saved, schema).length} warnings`);

// A slip of the hand is told with its place and how to mend it.
const slipped = {
  type: "compare",
  subject: { type: "attribute", field: "nett" },
  op: "gte",
  value: { amount: "3000.00", currency: "CNY" },
};
const issues = validateCondition(slipped, schema);
for (const words of [en, zhCN]) console.log(describeIssues(issues, words)[0]);
