// Which channel for whom? A table of defaults by age, and above it what one's own messages have shown.
import { contactResponses, summarizeInteractions } from "clientele/history";
import { defineSchema } from "clientele/model";
import { decideByTable, defineDecisionTable } from "clientele/scorecards";

// What came of earlier messages, channel by channel.
const sent = (id, customerId, at, channel, direction) => ({ id, customerId, at, kind: "message", channel, direction });
const log = [..."abcdefgh"].flatMap((customer, i) => {
  const channel = i % 2 === 0 ? "wechat" : "sms";
  const answers = customer !== "g" && (channel === "wechat" || customer === "b");
  const out = sent(`${customer}1`, customer, "2026-03-02T09:00:00Z", channel, "outbound");
  return answers ? [out, sent(`${customer}2`, customer, "2026-03-02T11:00:00Z", channel, "inbound")] : [out];
});
const summary = summarizeInteractions(log, { asOf: "2026-04-01" });
const rates = contactResponses(summary, { within: { days: 7 } });
for (const { channel, contacts, answered, interval } of rates) {
  const [low, high] = interval.map((bound) => (bound * 100).toFixed(0));
  console.log(`${channel}: ${answered} of ${contacts} answered (95 %: ${low} to ${high} %)`);
}

const channels = ["sms", "wechat", "phone"];
const schema = defineSchema({
  attributes: {
    age: { type: "number" },
    answersOn: { type: "strings", values: channels },
    agreedTo: { type: "strings", values: channels },
  },
});
const [age, answersOn, agreedTo] = ["age", "answersOn", "agreedTo"].map((field) => ({ type: "attribute", field }));
const has = (channel) => ({ op: "hasAny", values: [channel] });
const table = defineDecisionTable(
  {
    id: "channel",
    version: 1,
    hitPolicy: "first",
    gaps: "allowed",
    inputs: [answersOn, age, agreedTo],
    outputs: { channel: { type: "string", values: channels } },
    rows: [
      ...channels.map((channel) => ({ cells: [has(channel), null, has(channel)], output: { channel } })),
      { cells: [null, { op: "lt", value: 50 }, has("wechat")], output: { channel: "wechat" } },
      { cells: [null, { op: "gte", value: 50 }, has("phone")], output: { channel: "phone" } },
    ],
  },
  schema,
);
for (const [who, attributes] of Object.entries({
  "62, answers on WeChat": { age: 62, answersOn: ["wechat"], agreedTo: channels },
  "62, never answered": { age: 62, answersOn: [], agreedTo: channels },
  "30, agreed to nothing": { age: 30, answersOn: [], agreedTo: [] },
})) {
  const { value } = decideByTable({ attributes }, table, { schema, asOf: "2026-04-01" });
  console.log(`${who}: ${value?.output?.channel ?? "no channel"}`);
}
