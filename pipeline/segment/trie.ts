import type { DictionaryArrays } from './dictionary.js';

/** The nodes of a trie, and the one at which each word ends. */
export interface Trie extends Pick<DictionaryArrays, 'first' | 'unit'> {
  readonly nodes: ReadonlyMap<string, number>;
}

/** A stretch of the sorted words that begin alike, as far as `depth`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Numbers the beginnings of words level by level, those of one parent in the order of their units. */
export function trieOf(words: readonly string[]): Trie {
  const sorted = [...words].sort();
  const nodes = new Map<string, number>();
  const stretches: Stretch[] = [{ from: 0, to: sorted.length, depth: 0 }];
  const first: number[] = [];
  const unit: number[] = [0];
  for (let node = 0; node < stretches.length; node++) {
    const { to, depth, from } = stretches[node]!;
    first.push(stretches.length);
    let begin = from;
    // The shortest of words that begin alike stands first.
    if (sorted[begin]?.length === depth) nodes.set(sorted[begin++]!, node);
    while (begin < to) {
      const leads = sorted[begin]!.charCodeAt(depth);
      let end = begin + 1;
      while (end < to && sorted[end]!.charCodeAt(depth) === leads) end++;
      stretches.push({ from: begin, to: end, depth: depth + 1 });
      unit.push(leads);
      begin = end;
    }
  }
  first.push(stretches.length);
  return { first: Uint32Array.from(first), unit: Uint16Array.from(unit), nodes };
}
