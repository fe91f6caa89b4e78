// Completes every package-lock.json of the checkout: a registry that serves a tool's native package for some platforms only leaves the
// others out of the lock file, and then `npm ci` refuses it everywhere. It also writes the version of package.json into the lock beside it.
// Run it after `npm install` and after `npx changeset version`; tests/house holds the locks to it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folders that have a lock file of their own. */
export const lockedFolders = [".", "bench", "mutants", "examples/points-in-postgresql"];

/** The optional packages that a lock file asks for and does not list: path, version and the package that asks. */
export function missingOptionalPackages(lock) {
  const missing = [];
  for (const [asking, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!isListed(lock, asking, name)) missing.push({ path: `node_modules/${name}`, version, asking });
    }
  }
  return missing;
}

/** Node's own search: beside the asking package, then in each folder above it. */
function isListed(lock, asking, name) {
  const outer = asking.split("/node_modules/");
  for (let depth = outer.length; depth >= 0; depth--) {
    const folder = outer.slice(0, depth).join("/node_modules/");
    if (lock.packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`] !== undefined) return true;
  }
  return false;
}

/** `@biomejs/cli-linux-arm64-musl` runs on linux, arm64, with musl. */
function platformOf(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const [, os, cpu] = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)/.exec(
    name,
  );
  const libc = os !== "linux" ? undefined : /musl/.test(name) ? ["musl"] : ["glibc"];
  return { os: [os], cpu: [cpu], libc };
}

/** The same lock file with the packages that were missing, in the order in which npm lists them. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const { path, version, asking } of missingOptionalPackages(lock)) {
    const { dev, license } = packages[asking];
    const { os, cpu, libc } = platformOf(path);
    packages[path] = { version, cpu, dev, libc, license, optional: true, os };
  }
  return {
    ...lock,
    packages: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"))),
  };
}

/** The same lock file, of the version that package.json has; a package without a version has a lock without. */
export const lockOfVersion = (lock, version) =>
  version === undefined
    ? lock
    : { ...lock, version, packages: { ...lock.packages, "": { ...lock.packages[""], version } } };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of lockedFolders) {
    const at = (name) => new URL(`../${folder}/${name}`, import.meta.url);
    const read = (name) => JSON.parse(readFileSync(at(name), "utf8"));
    const { version } = existsSync(at("package.json")) ? read("package.json") : {};
    const lock = lockOfVersion(completeLock(read("package-lock.json")), version);
    writeFileSync(at("package-lock.json"), `${JSON.stringify(lock, null, 2)}\n`);
  }
}
