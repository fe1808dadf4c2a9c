/** Numbers of drawing steps, each followed by its coordinates, as rulings are read from them. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** More steps than any ruling has: a drawing. */
const MOST_WORDS = 100_000;

/** Coordinates behind each operator of `AbbreviatedData`. */
const COORDINATES: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
const STEPS: Readonly<Record<string, number>> = {
  S: MOVE,
  M: MOVE,
  L: LINE,
  Q: QUADRATIC,
  B: CURVE,
};

/** `M 0 0 L 156 0 C` as numbers; stops at what it does not know. An arc (A) is given by its end. */
export function readPathData(data: string): number[] {
  const words = data.trim().split(/[\s,]+/);
  const path: number[] = [];
  if (words.length > MOST_WORDS) return path;
  for (let at = 0; at < words.length; ) {
    const operator = words[at++]!;
    const count = COORDINATES[operator];
    if (count === undefined) break;
    const values = words.slice(at, at + count).map(Number);
    at += count;
    if (values.length < count || !values.every(Number.isFinite)) break;
    if (operator === 'C') path.push(CLOSE);
    else if (operator === 'A') {
      const [x, y] = values.slice(5) as [number, number];
      path.push(CURVE, x, y, x, y, x, y);
    } else path.push(STEPS[operator]!, ...values);
  }
  return path;
}
