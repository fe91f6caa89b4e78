/** Runs one contender in this process: cold once, then warm; prints one line of JSON for the parent. */
export async function measure(contender, size, repetitions) {
  const input = await contender.prepare(size);
  const runs = [];
  let digest;
  for (let repetition = 0; repetition <= repetitions; repetition++) {
    const fresh = contender.fresh === undefined ? input : await contender.fresh(input, size);
    globalThis.gc?.();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const result = await contender.run(fresh);
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    runs.push({ wallMs, cpuMs: (user + system) / 1000 });
    digest = await contender.digest(result, fresh);
  }
  const [cold, ...warm] = runs;
  return { cold, warm, digest, peakMB: process.resourceUsage().maxRSS / 1024 };
}
