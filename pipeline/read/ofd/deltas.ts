/**
 * The steps between glyphs of `DeltaX` or `DeltaY`, as many as are needed: `g n v` stands for n
 * times v.
 * `2.1167 g 3 4.2333` gives 2.1167 4.2333 4.2333 4.2333.
 */
export function readDeltas(value: string | undefined, needed: number): number[] {
  const steps: number[] = [];
  const words = (value ?? '').trim().split(/[\s,]+/);
  for (let at = 0; at < words.length && steps.length < needed; at++) {
    const word = words[at]!;
    if (word !== 'g' && word !== 'G') {
      const step = Number(word);
      if (word !== '' && Number.isFinite(step)) steps.push(step);
      continue;
    }
    const count = Number(words[at + 1]);
    const step = Number(words[at + 2]);
    at += 2;
    if (!Number.isInteger(count) || !Number.isFinite(step)) continue;
    for (let time = 0; time < count && steps.length < needed; time++) steps.push(step);
  }
  return steps;
}
