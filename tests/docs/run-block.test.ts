import { expect, test } from "vitest";
import { examplesOf, fencedBlocksOf } from "./doc-blocks.js";
import { runBlock } from "./run-block.js";

const run = (code: string): ReturnType<typeof runBlock> =>
  runBlock(
    code,
    async () => ({ double: (x: number) => x * 2 }),
    (line) => `guide.md:${line + 1}`,
  );

test("a claim that holds passes: values, declarations, decimals, prints, errors, blocks, literals over several lines", async () => {
  const { checked, printed } = await run(`import { double as twice, type Unused } from "clientele/math";
const six: number = twice(3); // => 6
({ list: new Float64Array([1, 2]) }); // => { list: [1, 2] }
1 / 3; // ≈ 0.333
for (const i of [1, 2]) console.log(i); // => 1
// 2
if (six > 5) {
  six; // => 6
}
[{ a: 1 }]; // => [
//   { a: 1 },
// ]
Promise.reject({ code: "LATE" }); // => throws LATE`);
  expect({ checked, printed }).toEqual({ checked: 7, printed: "1\n2" });
});

const wrong: Record<string, [code: string, message: RegExp]> = {
  "a value": ["1 + 1; // => 3", /guide\.md:1/],
  "a line far down": ["const a = 1;\n\na; // => 2", /guide\.md:3/],
  "a declaration": ["const a = 1; // => 2", /guide\.md:1/],
  "the last decimal": ["1 / 3; // ≈ 0.334", /guide\.md:1/],
  "printed text": ["console.log(1); // => 2", /guide\.md:1/],
  "an error that does not come": ["1; // => throws INVALID_DAY", /guide\.md:1/],
  "a literal that is none": ["1; // => one thing", /not a JavaScript literal/],
  "a claim away from a statement": ["// => 1\n1;", /1 claims are written/],
  "a claim that is never reached": ["if (false) {\n  1; // => 1\n}", /guide\.md:2: the claim was never reached/],
};

test.each(Object.entries(wrong))("a wrong claim fails: %s", async (_, [code, message]) => {
  await expect(run(code)).rejects.toThrow(message);
});

test("finds examples in comments, with their line", () => {
  const text =
    "/**\n * Doubles.\n * @example\n * double(1); // => 2\n * @category A\n */\n/**\n * @example not-run\n * x();\n */\n";
  expect(examplesOf("src/a.ts", text)).toEqual([
    { file: "src/a.ts", line: 4, marks: [], code: "double(1); // => 2" },
    { file: "src/a.ts", line: 9, marks: ["not-run"], code: "x();" },
  ]);
});

test("finds ts blocks in Markdown, with the text that they print", () => {
  const text = "# A\n\n```ts continued\n1;\n```\n\n```text\n2\n3\n```\n\n```sh\nnpm ci\n```\n\n```ts\n4;\n```\n";
  expect(fencedBlocksOf("a.md", text)).toEqual([
    { file: "a.md", line: 4, marks: ["continued"], code: "1;", output: "2\n3" },
    { file: "a.md", line: 17, marks: [], code: "4;", output: undefined },
  ]);
});
