// The long property runs: every law on 2,000 random cases (LAWS_RUNS overrides).
import { runVitest } from "./run-vitest.mjs";

runVitest([".laws.test.ts"], { LAWS_RUNS: process.env.LAWS_RUNS ?? "2000" });
