import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./checkout.js";

/** The codes that one room lists, with the text of the file that lists them. */
export interface RoomCodes {
  readonly room: string;
  readonly source: string;
  readonly codes: readonly string[];
}

const src = join(root, "src");

/** Every folder of `src`. */
export const rooms: readonly string[] = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** The code lists of all rooms: arrays named `…ErrorCodes` and `…RefusalCodes` in errors.ts, `…ReasonCodes` in reasons.ts. */
export async function codesOfRooms(file: "errors" | "reasons"): Promise<readonly RoomCodes[]> {
  const listing = rooms.filter((room) => existsSync(join(src, room, `${file}.ts`)));
  return Promise.all(
    listing.map(async (room) => {
      const path = join(src, room, `${file}.ts`);
      const exported: Record<string, unknown> = await import(path);
      const lists = Object.entries(exported).filter(([name]) => /(Error|Refusal|Reason)Codes$/.test(name));
      const codes = lists.flatMap(([, list]) => list as readonly string[]);
      return { room, source: readFileSync(path, "utf8"), codes };
    }),
  );
}
