/** A rule's path: `*` stands for any characters, `$` at the end for the end of the path. */
export interface PathPattern {
  /** Characters as written. */
  readonly length: number;
  matches(path: string): boolean;
}

/**
 * A pattern that looks at a path once from its begin to its end: what stands between two `*` is taken
 * where it is met first, which leaves the most to what follows.
 */
export function patternOf(written: string): PathPattern {
  const toEnd = written.endsWith('$');
  const pieces = (toEnd ? written.slice(0, -1) : written).split('*');
  const [first = '', ...others] = pieces;
  const last = toEnd ? others.pop() : undefined;
  const between = others.filter((piece) => piece !== '');
  const matches = (path: string): boolean => {
    if (!path.startsWith(first)) return false;
    let at = first.length;
    for (const piece of between) {
      const found = path.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    if (!toEnd) return true;
    if (last === undefined) return at === path.length;
    return path.length - last.length >= at && path.endsWith(last);
  };
  return { length: written.length, matches };
}
