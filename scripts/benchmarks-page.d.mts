/** What was kept of a run: figures are texts, as the page shows them. */
export interface Benchmarks {
  readonly machine: { readonly node: string; readonly cpus: number; readonly model: string; readonly memoryGB: number };
  readonly results: readonly BenchmarkResult[];
  /** By suite and goal: why it was missed. */
  readonly reasons: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
export interface BenchmarkResult {
  readonly suite: string;
  readonly title: string;
  readonly size: number;
  readonly rows: readonly { readonly contender: string; readonly agrees: boolean }[];
  readonly goals: readonly { readonly goal: string; readonly measured: string; readonly ok: boolean }[];
  readonly recorded: readonly { readonly name: string; readonly ms: number }[];
  /** The machine had other work. */
  readonly busy: boolean;
}
export declare function readBenchmarks(): Benchmarks;
export declare function renderBenchmarks(benchmarks: Benchmarks): string;
