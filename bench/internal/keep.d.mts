import type { Benchmarks } from "../../scripts/benchmarks-page.mjs";

export type Kept = Omit<Benchmarks, "reasons">;
export interface BenchRun {
  readonly suite: string;
  readonly title: string;
  readonly size: number;
  readonly rows: readonly {
    readonly contender: string;
    readonly warm: readonly number[];
    readonly cold: readonly number[];
    readonly cpu: readonly number[];
    readonly peakMB: number;
    readonly agrees: boolean;
  }[];
}
export declare function keep(
  earlier: Kept | undefined,
  machine: Kept["machine"] & { readonly forced: boolean },
  results: readonly BenchRun[],
  order: readonly string[],
): Kept;
