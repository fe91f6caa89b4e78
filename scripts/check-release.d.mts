export declare function faultsOfRelease(
  tag: string,
  release: {
    readonly manifest: { readonly version: string; readonly repository?: unknown };
    readonly lock: { readonly version: string; readonly packages: { readonly "": { readonly version: string } } };
    readonly changelog: string;
  },
): string[];
