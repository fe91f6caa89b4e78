export interface MissingPackage {
  readonly path: string;
  readonly version: string;
  readonly asking: string;
}
interface Lock {
  readonly packages: object;
}
export declare const lockedFolders: readonly string[];
export declare function missingOptionalPackages(lock: Lock): MissingPackage[];
export declare function completeLock(lock: Lock): Lock;
