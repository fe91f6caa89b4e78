/** A typed column that is written at its end; twice the room whenever it is full. */
export interface GrowingColumn<T extends Int32Array | Float64Array | Uint8Array> {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** What was written, cut to its length; the column must not be written any more. */
  finish(): T;
}

const FIRST_ROOM = 64;

/** `expected`: how many values will come, where that is known: room that is never outgrown is never copied. */
export const growingInt32 = (expected = 0): GrowingColumn<Int32Array> =>
  growing((room) => new Int32Array(room), expected);
export const growingFloat64 = (expected = 0): GrowingColumn<Float64Array> =>
  growing((room) => new Float64Array(room), expected);

function growing<T extends Int32Array | Float64Array>(make: (room: number) => T, expected: number): GrowingColumn<T> {
  let column = make(Math.max(FIRST_ROOM, expected));
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === column.length) {
        const wider = make(2 * length);
        wider.set(column);
        column = wider;
      }
      column[length++] = value;
    },
    at: (index) => column[index] as number,
    finish: () => column.subarray(0, length) as T,
  };
}
