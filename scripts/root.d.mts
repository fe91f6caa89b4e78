export declare const leftToRooms: Readonly<Record<string, readonly string[]>>;
export declare function namesOf(room: string): string[];
export declare function renderRoot(): Readonly<Record<string, string>>;
