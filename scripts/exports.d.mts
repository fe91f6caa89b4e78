export declare const rooms: () => string[];
export declare const expectedExports: () => Record<string, unknown>;
