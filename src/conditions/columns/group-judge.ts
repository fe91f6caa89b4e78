import { BLOCK_WORDS, type ColumnJudge, makePlanes, type Planes } from "./planes.js";

/** `all` of its children, cheapest first: a word in which no row is possible any more is not asked again. */
export function allOf(children: readonly ColumnJudge[]): ColumnJudge {
  const { certain, possible } = makePlanes();
  const planes = { certain, possible };
  const left = new Int32Array(BLOCK_WORDS);
  return (block, open) => {
    certain.fill(-1);
    possible.fill(-1);
    for (const child of children) {
      let any = 0;
      for (let word = 0; word < block.words; word++) {
        left[word] = (open[word] as number) & (possible[word] as number);
        any |= left[word] as number;
      }
      if (any === 0) break;
      const found = child(block, left);
      for (let word = 0; word < block.words; word++) {
        if (left[word] === 0) continue;
        certain[word] = (certain[word] as number) & (found.certain[word] as number);
        possible[word] = (possible[word] as number) & (found.possible[word] as number);
      }
    }
    return planes;
  };
}

/** `any` of its children: a word in which every row is certain is not asked again. */
export function anyOf(children: readonly ColumnJudge[]): ColumnJudge {
  const { certain, possible } = makePlanes();
  const planes = { certain, possible };
  const left = new Int32Array(BLOCK_WORDS);
  return (block, open) => {
    certain.fill(0);
    possible.fill(0);
    for (const child of children) {
      let any = 0;
      for (let word = 0; word < block.words; word++) {
        left[word] = (open[word] as number) & ~(certain[word] as number);
        any |= left[word] as number;
      }
      if (any === 0) break;
      const found = child(block, left);
      for (let word = 0; word < block.words; word++) {
        if (left[word] === 0) continue;
        certain[word] = (certain[word] as number) | (found.certain[word] as number);
        possible[word] = (possible[word] as number) | (found.possible[word] as number);
      }
    }
    return planes;
  };
}

/** At least `count` of its children: counted 32 rows at a time, one plane per binary digit of the counts. */
export function atLeastOf(children: readonly ColumnJudge[], count: number): ColumnJudge {
  const digits = 32 - Math.clz32(children.length);
  const certainCounts = Array.from({ length: digits }, () => new Int32Array(BLOCK_WORDS));
  const possibleCounts = Array.from({ length: digits }, () => new Int32Array(BLOCK_WORDS));
  const planes = makePlanes();
  return (block, open) => {
    for (const digit of [...certainCounts, ...possibleCounts]) digit.fill(0);
    for (const child of children) {
      const found = child(block, open);
      addTo(certainCounts, found.certain, block.words);
      addTo(possibleCounts, found.possible, block.words);
    }
    reach(certainCounts, count, planes.certain, block.words);
    reach(possibleCounts, count, planes.possible, block.words);
    return planes;
  };
}

function addTo(counts: readonly Int32Array[], plane: Int32Array, words: number): void {
  for (let word = 0; word < words; word++) {
    let carry = plane[word] as number;
    for (const digit of counts) {
      const before = digit[word] as number;
      digit[word] = before ^ carry;
      carry &= before;
    }
  }
}

/** Rows whose count is `count` or more, compared from the highest digit down. */
function reach(counts: readonly Int32Array[], count: number, out: Int32Array, words: number): void {
  for (let word = 0; word < words; word++) {
    let more = 0;
    let equal = -1;
    for (let digit = counts.length - 1; digit >= 0; digit--) {
      const ours = counts[digit]?.[word] as number;
      const theirs = (count >> digit) & 1 ? -1 : 0;
      more |= equal & ours & ~theirs;
      equal &= ~(ours ^ theirs);
    }
    out[word] = more | equal;
  }
}

/** The opposite: both planes swapped and turned. */
export function notOf(child: ColumnJudge): ColumnJudge {
  const planes = makePlanes();
  return (block, open) => {
    const found = child(block, open);
    for (let word = 0; word < block.words; word++) {
      planes.certain[word] = ~(found.possible[word] as number);
      planes.possible[word] = ~(found.certain[word] as number);
    }
    return planes;
  };
}

/** Unknown settled one way or the other. */
export function assumeOf(child: ColumnJudge, unknown: boolean): ColumnJudge {
  return (block, open) => {
    const { certain, possible } = child(block, open);
    const settled = unknown ? possible : certain;
    return { certain: settled, possible: settled };
  };
}

/** Asked once per block for all who share it, and then for every row. */
export function shared(child: ColumnJudge, everyRow: Int32Array): ColumnJudge {
  let asked: unknown;
  let found: Planes;
  return (block) => {
    if (asked !== block) {
      asked = block;
      found = child(block, everyRow);
    }
    return found;
  };
}
