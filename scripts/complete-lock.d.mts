export interface MissingPackage {
  readonly path: string;
  readonly version: string;
  readonly asking: string;
}
export declare function missingOptionalPackages(lock: { readonly packages: object }): MissingPackage[];
