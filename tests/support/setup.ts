import fc from "fast-check";

// Every law runs 200 cases in `npm test`, the same ones for everybody, and 2,000 new ones in `npm run laws`.
const longRun = process.env.LAWS_RUNS;
fc.configureGlobal(longRun === undefined ? { numRuns: 200, seed: 20_261_121 } : { numRuns: Number(longRun) });
