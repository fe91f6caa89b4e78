import type { CodeTree } from "./code-tree.js";

const regions: Readonly<Record<string, readonly string[]>> = {
  north: ["BJ", "TJ", "HE", "SX", "NM"],
  northeast: ["LN", "JL", "HL"],
  east: ["SH", "JS", "ZJ", "AH", "FJ", "JX", "SD"],
  central: ["HA", "HB", "HN"],
  south: ["GD", "GX", "HI"],
  southwest: ["CQ", "SC", "GZ", "YN", "XZ"],
  northwest: ["SN", "GS", "QH", "NX", "XJ"],
  "hong-kong-macao-taiwan": ["HK", "MO", "TW"],
};

/**
 * The provinces of China (ISO 3166-2:CN) by the seven customary regions: north, northeast, east, central, south, southwest, northwest (华北 东北
 * 华东 华中 华南 西南 西北), and Hong Kong, Macao and Taiwan apart. A convention of trade, not of law; replace it by your own.
 * @category Classes
 */
export const regionsOfChina: CodeTree = {
  kind: "code-tree",
  id: "regions-of-china",
  version: 1,
  schemaVersion: 1,
  label: { en: "Regions of China", "zh-CN": "大区" },
  separator: "-",
  nodes: Object.fromEntries(
    Object.entries(regions).flatMap(([name, provinces]) => provinces.map((code) => [`CN-${code}`, { class: name }])),
  ),
};

/**
 * The same provinces by north and south (北方 / 南方), with the line of the Qinling and the Huai: Jiangsu and Anhui, through which it runs, count as
 * south.
 * @category Classes
 */
export const northAndSouthOfChina: CodeTree = {
  kind: "code-tree",
  id: "north-and-south-of-china",
  version: 1,
  schemaVersion: 1,
  label: { en: "North and south of China", "zh-CN": "南北方" },
  separator: "-",
  nodes: Object.fromEntries(
    Object.entries(regions).flatMap(([name, provinces]) =>
      provinces.map((code) => {
        const north = ["north", "northeast", "northwest"].includes(name) || ["SD", "HA"].includes(code);
        return [`CN-${code}`, { class: north ? "north" : "south" }];
      }),
    ),
  ),
};
