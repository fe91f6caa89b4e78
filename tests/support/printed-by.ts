import { Console } from "node:console";
import { Writable } from "node:stream";

/** What code printed, and what it gave. */
export interface Printed<T> {
  readonly printed: string;
  readonly complained: string;
  readonly result: T;
}

/** Runs a script's own code in this process, as far as it prints by `console` and tells its progress on the error channel. */
export async function printedBy<T>(act: () => T | Promise<T>): Promise<Printed<T>> {
  const [out, err]: [string[], string[]] = [[], []];
  const into = (texts: string[]): Writable =>
    new Writable({ decodeStrings: false, write: (text, _, done) => done(void texts.push(String(text)) as undefined) });
  const [{ console }, { stderr }] = [globalThis, process];
  const { write } = stderr;
  globalThis.console = new Console({ stdout: into(out), stderr: into(err) });
  stderr.write = (text: string | Uint8Array): boolean => err.push(String(text)) > 0;
  try {
    const result = await act();
    return { printed: out.join(""), complained: err.join(""), result };
  } finally {
    globalThis.console = console;
    stderr.write = write;
  }
}
