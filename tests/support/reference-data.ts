import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";

// Reference data are not ours to redistribute: they stand beside the checkout and are read in place.
const beside = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const folder = process.env.CLIENTELE_REFERENCE_DATA ?? beside;

/** The absolute path of a reference file or folder, or undefined where it is not at hand. */
export function referenceData(...path: readonly string[]): string | undefined {
  const absolute = join(folder, ...path);
  return existsSync(absolute) ? absolute : undefined;
}

/**
 * A `describe` over reference data: `fn` receives the absolute path. Without the folder it is skipped, by a name that says so;
 * with the folder at hand and `CI=true` a missing file is a failure.
 */
export function describeWithReference(name: string, path: string, fn: (absolutePath: string) => void): void {
  const absolute = referenceData(path);
  if (absolute !== undefined) {
    describe(name, () => fn(absolute));
  } else if (process.env.CI === "true" && existsSync(folder)) {
    test(`${name}: reference data ${path}`, () => {
      throw new Error(`${path} is missing from the reference data folder`);
    });
  } else {
    test.skip(`${name} (no reference data at hand: ${path})`);
  }
}
