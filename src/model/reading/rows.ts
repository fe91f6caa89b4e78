/**
 * Rows one after the other: a list, or anything iterable. The lists stand beside what they are cases of for the sake of messages: a
 * compiler then says what one bad row lacks, and not how two iterators differ.
 * @category Records
 */
export type Rows<T> = T[] | readonly T[] | Iterable<T>;
