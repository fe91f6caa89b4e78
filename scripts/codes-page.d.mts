export interface RoomCodes {
  readonly room: string;
  readonly errors: readonly string[];
  readonly refusals: readonly string[];
  readonly reasons: readonly string[];
  readonly en: Readonly<Record<string, string>>;
  readonly zhCN: Readonly<Record<string, string>>;
}
export declare function gatherCodes(load: (path: string) => Promise<object | undefined>): Promise<RoomCodes[]>;
export declare function renderCodesPage(gathered: readonly RoomCodes[]): string;
