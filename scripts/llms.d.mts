export interface PublicFunction {
  readonly name: string;
  readonly signatures: readonly string[];
  readonly sentence: string;
}
export interface RoomFunctions {
  readonly room: string;
  readonly about: string;
  readonly functions: readonly PublicFunction[];
  readonly values: readonly string[];
}
export declare function publicFunctions(): RoomFunctions[];
export declare function firstSentence(text: string): string;
export declare function renderLlms(gathered: readonly RoomFunctions[], agents: string): string;
