/** Texts, written side by side: a text that was seen long ago is still near the others, wherever the string itself lies in memory. */
export interface TextPool {
  /** Writes a text and its number, and returns the place. */
  add(text: string, number: number): number;
  holds(place: number, text: string): boolean;
  numberAt(place: number): number;
}

const FIRST_ROOM = 1024;

/** A number, a length and two code units a word. */
export function textPool(): TextPool {
  let words = new Int32Array(FIRST_ROOM);
  let length = 0;
  return {
    add(text, number) {
      const place = length;
      length += 2 + ((text.length + 1) >>> 1);
      if (length > words.length) {
        const wider = new Int32Array(Math.max(2 * words.length, length));
        wider.set(words);
        words = wider;
      }
      words[place] = number;
      words[place + 1] = text.length;
      const last = text.length - 1;
      let word = place + 2;
      let at = 0;
      for (; at < last; at += 2) words[word++] = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
      if (at === last) words[word] = text.charCodeAt(at);
      return place;
    },
    holds(place, text) {
      if (words[place + 1] !== text.length) return false;
      const last = text.length - 1;
      let word = place + 2;
      let at = 0;
      for (; at < last; at += 2) {
        if (words[word++] !== (text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16))) return false;
      }
      return at !== last || words[word] === text.charCodeAt(at);
    },
    numberAt: (place) => words[place] as number,
  };
}
