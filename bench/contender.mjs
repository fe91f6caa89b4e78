// One contender in a process of its own: node bench/contender.mjs SUITE CONTENDER SIZE REPETITIONS
import { measure } from "./internal/measure.mjs";
import { suites } from "./suites/index.mjs";

const [suite, contender, size, repetitions] = process.argv.slice(2);
const { module, name } = suites[suite].contenders[contender];
const loaded = await import(new URL(module, new URL("./suites/", import.meta.url)));
console.log(JSON.stringify(await measure(loaded[name], Number(size), Number(repetitions))));
process.exit(0);
