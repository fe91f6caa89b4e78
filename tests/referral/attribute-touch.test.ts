import { attributeTouch } from "clientele/referral";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const program = { attribution: { touch: "last", window: { days: 30 } }, timeZone: "UTC" } as const;
const touch = { code: "ANN", how: "click", at: "2026-03-01T00:00:00Z" } as const;

test.each([
  ["a way that there is not", { ...touch, how: "clik" }, ["touches", 1, "how"]],
  ["a name that every object has", { ...touch, how: "toString" }, ["touches", 1, "how"]],
  ["no code", { how: "click", at: touch.at }, ["touches", 1]],
  ["nothing", null, ["touches", 1]],
])("a touch is refused by its place: %s", (_, wrong, path) => {
  const call = () => attributeTouch([touch, wrong as never], "2026-03-13T00:00:00Z", program);
  expect(faultOf(call)).toMatchObject({ code: "INVALID_ARGUMENT", path });
});

test("a window that is none says where it stands", () => {
  const wrong = { ...program, attribution: { touch: "last", window: { day: 30 } as never } } as const;
  expect(faultOf(() => attributeTouch([touch], "2026-03-13T00:00:00Z", wrong))).toMatchObject({
    code: "INVALID_DURATION",
    path: ["program", "attribution", "window"],
  });
});
