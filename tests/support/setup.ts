import fc from "fast-check";

// Every law runs 200 cases in `npm test` and 2,000 in `npm run laws`.
fc.configureGlobal({ numRuns: Number(process.env.LAWS_RUNS ?? 200) });
