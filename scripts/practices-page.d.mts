export interface Said {
  readonly en: string;
  readonly zhCN: string;
}
export interface Practice {
  readonly id: string;
  readonly practice: Said;
  readonly means: Said;
  /** `room.name` each; none while the practice waits. */
  readonly functions: readonly string[];
  readonly see?: string | undefined;
  /** What is missing of a practice done in part. */
  readonly waits?: Said | undefined;
  /** Why a practice is out of scope. */
  readonly outside?: Said | undefined;
}
export interface Practices {
  readonly chapters: readonly { readonly id: string; readonly title: Said; readonly rows: readonly Practice[] }[];
  readonly outside: readonly Pick<Practice, "id" | "practice">[];
}
export type PracticeState = "done" | "partly" | "waiting" | "outside";
export declare function readPractices(): Practices;
export declare function stateOf(row: Practice): PracticeState;
export declare function countStates(rows: readonly Practice[]): Readonly<Record<PracticeState, number>>;
export declare function renderPractices(practices: Practices, language: "en" | "zhCN"): string;
