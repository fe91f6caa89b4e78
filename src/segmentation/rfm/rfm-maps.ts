import type { RfmMap, RfmMapId } from "./rfm-map.js";
import { eightClassesChina, recencyMonetary7 } from "./rfm-maps-for-shops.js";

/** The default: recency by the joint quintile of frequency and monetary, 25 cells, each named once. */
const elevenSegments25Cells: RfmMap = {
  kind: "rfm-map",
  id: "eleven-segments-25-cells",
  version: 1,
  schemaVersion: 1,
  label: { en: "Eleven segments, 25 cells", "zh-CN": "十一类，25 格" },
  bins: 5,
  axes: "r-fm-quintile",
  segments: [
    "champions",
    "potential-loyalists",
    "loyal-customers",
    "recent-customers",
    "promising",
    "customers-needing-attention",
    "about-to-sleep",
    "at-risk",
    "cant-lose-them",
    "hibernating",
    "lost",
  ],
  rules: [
    { segment: "champions", cells: "55 54 45".split(" ") },
    { segment: "potential-loyalists", cells: "52 42 33 43".split(" ") },
    { segment: "loyal-customers", cells: "53 44 35 34".split(" ") },
    { segment: "recent-customers", cells: "51".split(" ") },
    { segment: "promising", cells: "41 31".split(" ") },
    { segment: "customers-needing-attention", cells: "32 23 22".split(" ") },
    { segment: "about-to-sleep", cells: "21".split(" ") },
    { segment: "at-risk", cells: "25 24 13".split(" ") },
    { segment: "cant-lose-them", cells: "15 14".split(" ") },
    { segment: "hibernating", cells: "12".split(" ") },
    { segment: "lost", cells: "11".split(" ") },
  ],
};

/** All three scores, 125 cells, each named once; found in several public SQL and Python files. */
const elevenSegments125Cells: RfmMap = {
  kind: "rfm-map",
  id: "eleven-segments-125-cells",
  version: 1,
  schemaVersion: 1,
  label: { en: "Eleven segments, 125 cells", "zh-CN": "十一类，125 格" },
  bins: 5,
  axes: "r-f-m",
  segments: [
    "champions",
    "loyal",
    "potential-loyalist",
    "recent-customers",
    "promising",
    "customers-needing-attention",
    "about-to-sleep",
    "at-risk",
    "cant-lose-them",
    "hibernating",
    "lost",
  ],
  rules: [
    { segment: "champions", cells: "555 554 544 545 454 455 445".split(" ") },
    { segment: "loyal", cells: "543 444 435 355 354 345 344 335".split(" ") },
    {
      segment: "potential-loyalist",
      cells: "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323".split(
        " ",
      ),
    },
    { segment: "recent-customers", cells: "512 511 422 421 412 411 311".split(" ") },
    { segment: "promising", cells: "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313".split(" ") },
    { segment: "customers-needing-attention", cells: "535 534 443 434 343 334 325 324".split(" ") },
    { segment: "about-to-sleep", cells: "331 321 312 221 213".split(" ") },
    {
      segment: "at-risk",
      cells: "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124".split(" "),
    },
    { segment: "cant-lose-them", cells: "155 154 144 214 215 115 114 113".split(" ") },
    { segment: "hibernating", cells: "332 322 231 241 251 233 232 223 222 132 123 122 212 211".split(" ") },
    { segment: "lost", cells: "111 112 121 131 141 151".split(" ") },
  ],
};

/** Recency by the mean of frequency and monetary, the table popularised by Putler: four of its names can never win. */
const elevenSegmentsRXFm: RfmMap = {
  kind: "rfm-map",
  id: "eleven-segments-r-x-fm",
  version: 1,
  schemaVersion: 1,
  label: {
    en: "Eleven segments, recency by mean of frequency and monetary",
    "zh-CN": "十一类，最近消费 × 频次与金额均值",
  },
  bins: 5,
  axes: "r-fm-mean",
  segments: [
    "champions",
    "loyal-customers",
    "potential-loyalist",
    "recent-customers",
    "promising",
    "customers-needing-attention",
    "about-to-sleep",
    "at-risk",
    "cant-lose-them",
    "hibernating",
    "lost",
  ],
  rules: [
    { segment: "champions", r: [4, 5], fm: [4, 5] },
    { segment: "loyal-customers", r: [2, 5], fm: [3, 5] },
    { segment: "potential-loyalist", r: [3, 5], fm: [1, 3] },
    { segment: "recent-customers", r: [4, 5], fm: [0, 1] },
    { segment: "promising", r: [3, 4], fm: [0, 1] },
    { segment: "customers-needing-attention", r: [2, 3], fm: [2, 3] },
    { segment: "about-to-sleep", r: [2, 3], fm: [0, 2] },
    { segment: "at-risk", r: [0, 2], fm: [2, 5] },
    { segment: "cant-lose-them", r: [0, 1], fm: [4, 5] },
    { segment: "hibernating", r: [1, 2], fm: [1, 2] },
    { segment: "lost", r: [0, 2], fm: [0, 2] },
  ],
};

/** Recency by frequency, 25 cells, each named once; monetary is not used. Known from many public notebooks. */
const rfGrid10: RfmMap = {
  kind: "rfm-map",
  id: "rf-grid-10",
  version: 1,
  schemaVersion: 1,
  label: { en: "Ten segments, recency by frequency", "zh-CN": "十类，最近消费 × 消费频次" },
  bins: 5,
  axes: "r-f",
  segments: [
    "hibernating",
    "at-risk",
    "cannot-lose",
    "about-to-sleep",
    "need-attention",
    "loyal-customers",
    "promising",
    "new-customers",
    "potential-loyalists",
    "champions",
  ],
  rules: [
    { segment: "hibernating", cells: "11 12 21 22".split(" ") },
    { segment: "at-risk", cells: "13 14 23 24".split(" ") },
    { segment: "cannot-lose", cells: "15 25".split(" ") },
    { segment: "about-to-sleep", cells: "31 32".split(" ") },
    { segment: "need-attention", cells: "33".split(" ") },
    { segment: "loyal-customers", cells: "34 35 44 45".split(" ") },
    { segment: "promising", cells: "41".split(" ") },
    { segment: "new-customers", cells: "51".split(" ") },
    { segment: "potential-loyalists", cells: "42 43 52 53".split(" ") },
    { segment: "champions", cells: "54 55".split(" ") },
  ],
};

/** The rules in the README of the R package rfm: ten cells have no name. */
const rfmRPackage: RfmMap = {
  kind: "rfm-map",
  id: "rfm-r-package",
  version: 1,
  schemaVersion: 1,
  label: { en: "Ten segments of the R package rfm", "zh-CN": "R 语言 rfm 包十类" },
  bins: 5,
  axes: "r-f-m",
  segments: [
    "champions",
    "potential-loyalist",
    "loyal-customers",
    "promising",
    "new-customers",
    "cant-lose-them",
    "at-risk",
    "need-attention",
    "about-to-sleep",
    "lost",
  ],
  rules: [
    { segment: "champions", r: [5, 5], f: [5, 5], m: [5, 5] },
    { segment: "potential-loyalist", r: [3, 5], f: [3, 5], m: [2, 5] },
    { segment: "loyal-customers", r: [2, 4], f: [2, 4], m: [2, 4] },
    { segment: "promising", r: [3, 4], f: [1, 3], m: [3, 5] },
    { segment: "new-customers", r: [4, 5], f: [1, 3], m: [1, 5] },
    { segment: "cant-lose-them", r: [1, 2], f: [3, 4], m: [4, 5] },
    { segment: "at-risk", r: [1, 2], f: [2, 5], m: [4, 5] },
    { segment: "need-attention", r: [1, 3], f: [3, 5], m: [3, 5] },
    { segment: "about-to-sleep", r: [2, 3], f: [1, 3], m: [1, 4] },
    { segment: "lost", r: [1, 1], f: [1, 5], m: [1, 5] },
  ],
  otherwise: "others",
};

/** The rules in the test of the R package rfm: 36 cells have no name, three names can never win. */
const rfmRPackageTest: RfmMap = {
  kind: "rfm-map",
  id: "rfm-r-package-test",
  version: 1,
  schemaVersion: 1,
  label: { en: "Ten segments of the R package rfm's test", "zh-CN": "R 语言 rfm 包测试用十类" },
  bins: 5,
  axes: "r-f-m",
  segments: [
    "champions",
    "loyal-customers",
    "potential-loyalist",
    "new-customers",
    "promising",
    "need-attention",
    "about-to-sleep",
    "at-risk",
    "cant-lose-them",
    "lost",
  ],
  rules: [
    { segment: "champions", r: [4, 5], f: [4, 5], m: [4, 5] },
    { segment: "loyal-customers", r: [2, 5], f: [3, 5], m: [3, 5] },
    { segment: "potential-loyalist", r: [3, 5], f: [1, 3], m: [1, 3] },
    { segment: "new-customers", r: [4, 5], f: [1, 1], m: [1, 1] },
    { segment: "promising", r: [3, 4], f: [1, 1], m: [1, 1] },
    { segment: "need-attention", r: [2, 3], f: [2, 3], m: [2, 3] },
    { segment: "about-to-sleep", r: [2, 3], f: [1, 2], m: [1, 2] },
    { segment: "at-risk", r: [1, 2], f: [2, 5], m: [2, 5] },
    { segment: "cant-lose-them", r: [1, 1], f: [4, 5], m: [4, 5] },
    { segment: "lost", r: [1, 2], f: [1, 2], m: [1, 2] },
  ],
  otherwise: "others",
};

/**
 * RFM name maps by id, spelt as each was published. `analyzeRfmMap` tells their gaps, overlaps and names that can never win; `segmentByRfm` takes
 * `eleven-segments-25-cells` by default. `eight-classes-china` wants scores of two bins; `recency-monetary-7` is for shops where most buy once.
 * @category RFM
 */
export const rfmMaps: Readonly<Record<RfmMapId, RfmMap>> = {
  "eleven-segments-25-cells": elevenSegments25Cells,
  "eleven-segments-125-cells": elevenSegments125Cells,
  "eleven-segments-r-x-fm": elevenSegmentsRXFm,
  "rf-grid-10": rfGrid10,
  "rfm-r-package": rfmRPackage,
  "rfm-r-package-test": rfmRPackageTest,
  "eight-classes-china": eightClassesChina,
  "recency-monetary-7": recencyMonetary7,
};
