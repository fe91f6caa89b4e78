const WARM_MS = 1500;
const MOST_REPETITIONS = 40;

/**
 * Runs one contender in this process: cold once, then warm so many times at least, and short ones until the compiler has settled.
 * Whoever is asked for no repetition runs once.
 */
export async function measure(contender, size, repetitions) {
  const input = await contender.prepare(size);
  const runs = [];
  let last;
  let spent = 0;
  const goesOn = (repetition) =>
    repetition <= repetitions || (repetitions > 0 && spent < WARM_MS && repetition <= MOST_REPETITIONS);
  for (let repetition = 0; goesOn(repetition); repetition++) {
    last = undefined; // or two of them would be in memory
    const fresh = contender.fresh === undefined ? input : await contender.fresh(input, size);
    // What was made for the run is cleared away before it. Not before every run: a collection takes compiled code along.
    if (repetition === 0 || contender.fresh !== undefined) globalThis.gc?.();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const result = await contender.run(fresh);
    const wallMs = performance.now() - start;
    if (repetition > 0) spent += wallMs;
    const { user, system } = process.cpuUsage(cpu);
    runs.push({ wallMs, cpuMs: (user + system) / 1000 });
    last = { result, fresh };
  }
  const [cold, ...warm] = runs;
  // Once and at the end: what a look at the result leaves behind would be cleared away at the cost of the next run.
  const digest = await contender.digest(last.result, last.fresh);
  return { cold, warm, digest, peakMB: process.resourceUsage().maxRSS / 1024 };
}
