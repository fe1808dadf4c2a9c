import { type Bigrams, bigramsOf, dice, normalised } from './similarity.js';

/** What tells whether two readings are of one task. */
export interface TaskTraits {
  readonly id: string;
  readonly path: readonly string[];
  readonly title: string;
  readonly text: string;
}

/** Texts at least this alike (Dice over bigrams) may be one task's. */
export const SIMILAR = 0.5;
/** The same where number, part and path are the same too. */
export const SIMILAR_IN_PLACE = 0.3;
/** What the same place counts where two pairs compete. */
const PLACE_BONUS = 0.1;
/** Most pairs that are weighed between two settled ones; beyond, only those of one place are. */
const MOST_PAIRS = 20_000;

/**
 * For each latter task, the index of the former one that it is, or -1; no former one twice. Equal
 * words go first, since a number that is inserted gives each task the place of its forerunner; then
 * the words most alike, in order, between those that are settled; then the same place, then the same
 * title, wherever it stands.
 */
export function matchTasks(latter: readonly TaskTraits[], former: readonly TaskTraits[]): number[] {
  return new TaskMatch(latter, former).run();
}

class TaskMatch {
  private readonly pairs: number[];
  private readonly claimed: boolean[];
  private readonly texts: { readonly now: string[]; readonly former: string[] };
  private readonly grams = new Map<string, Bigrams>();

  constructor(
    private readonly latter: readonly TaskTraits[],
    private readonly former: readonly TaskTraits[],
  ) {
    this.pairs = latter.map(() => -1);
    this.claimed = former.map(() => false);
    this.texts = {
      now: latter.map(({ text }) => normalised(text)),
      former: former.map(({ text }) => normalised(text)),
    };
  }

  run(): number[] {
    const { now, former } = this.texts;
    const placed = (tasks: readonly TaskTraits[], texts: readonly string[]) => (index: number) =>
      `${tasks[index]!.path.map(normalised).join('\n')}\n\n${texts[index]}`;
    this.pairEqual(placed(this.latter, now), placed(this.former, former), () => true);
    this.pairEqual(
      (index) => now[index]!,
      (index) => former[index]!,
      () => true,
    );
    for (const gap of this.gaps()) this.align(...gap);
    this.pairEqual(
      (index) => this.latter[index]!.id,
      (index) => this.former[index]!.id,
      (one, other) => this.similarity(one, other) >= SIMILAR_IN_PLACE,
    );
    this.pairEqual(
      (index) => normalised(this.latter[index]!.title),
      (index) => normalised(this.former[index]!.title),
      (one, other) => this.similarity(one, other) >= SIMILAR,
    );
    return this.pairs;
  }

  /** Pairs tasks of equal keys: all in order where there are as many, else those of one id first. */
  private pairEqual(
    keyNow: (index: number) => string,
    keyThen: (index: number) => string,
    accepts: (now: number, then: number) => boolean,
  ): void {
    const before = grouped(this.former.length, keyThen, (index) => !this.claimed[index]);
    const after = grouped(this.latter.length, keyNow, (index) => this.pairs[index] === -1);
    for (const [key, nows] of after) {
      const thens = before.get(key);
      if (!thens) continue;
      if (nows.length !== thens.length) this.pairSameIds(nows, thens);
      const left = thens.filter((then) => !this.claimed[then]);
      for (const now of nows.filter((index) => this.pairs[index] === -1)) {
        if (left.length === 0) break;
        if (accepts(now, left[0]!)) this.settle(now, left.shift()!);
      }
    }
  }

  private pairSameIds(nows: readonly number[], thens: readonly number[]): void {
    const byId = new Map(thens.map((then) => [this.former[then]!.id, then]));
    for (const now of nows) {
      const then = byId.get(this.latter[now]!.id);
      if (then !== undefined && this.texts.now[now] === this.texts.former[then]) {
        this.settle(now, then);
      }
    }
  }

  private settle(now: number, then: number): void {
    this.pairs[now] = then;
    this.claimed[then] = true;
  }

  /** Runs of tasks that are not settled, between neighbours that are. */
  private gaps(): [nows: number[], thens: number[]][] {
    const gaps: [number[], number[]][] = [];
    let nows: number[] = [];
    let from = 0;
    const close = (to: number): void => {
      const thens: number[] = [];
      for (let then = from; then < to; then++) if (!this.claimed[then]) thens.push(then);
      if (nows.length > 0 && thens.length > 0) gaps.push([nows, thens]);
      nows = [];
    };
    for (let now = 0; now < this.latter.length; now++) {
      const then = this.pairs[now]!;
      if (then === -1) nows.push(now);
      else if (then >= from) {
        close(then);
        from = then + 1;
      }
    }
    close(this.former.length);
    return gaps;
  }

  /** The pairs, in the order of both, that are most alike together. */
  private align(nows: readonly number[], thens: readonly number[]): void {
    if (nows.length * thens.length > MOST_PAIRS) return;
    const width = thens.length + 1;
    const best = new Float64Array((nows.length + 1) * width);
    const scores = new Float64Array((nows.length + 1) * width);
    for (let i = nows.length - 1; i >= 0; i--) {
      for (let j = thens.length - 1; j >= 0; j--) {
        const cell = i * width + j;
        const score = this.score(nows[i]!, thens[j]!);
        scores[cell] = score;
        const paired = score > 0 ? score + best[cell + width + 1]! : 0;
        best[cell] = Math.max(paired, best[cell + width]!, best[cell + 1]!);
      }
    }
    for (let i = 0, j = 0; i < nows.length && j < thens.length; ) {
      const cell = i * width + j;
      const score = scores[cell]!;
      if (score > 0 && best[cell] === score + best[cell + width + 1]!) {
        this.settle(nows[i++]!, thens[j++]!);
      } else if (best[cell] === best[cell + width]) i++;
      else j++;
    }
  }

  /** How much speaks for a pair; 0 where too little does. */
  private score(now: number, then: number): number {
    const samePlace = this.latter[now]!.id === this.former[then]!.id;
    const similarity = this.similarity(now, then);
    if (similarity < (samePlace ? SIMILAR_IN_PLACE : SIMILAR)) return 0;
    return similarity + (samePlace ? PLACE_BONUS : 0);
  }

  private similarity(now: number, then: number): number {
    return dice(this.gramsOf(this.texts.now[now]!), this.gramsOf(this.texts.former[then]!));
  }

  private gramsOf(text: string): Bigrams {
    let grams = this.grams.get(text);
    if (grams === undefined) {
      grams = bigramsOf(text);
      this.grams.set(text, grams);
    }
    return grams;
  }
}

function grouped(
  length: number,
  keyOf: (index: number) => string,
  isOpen: (index: number) => boolean,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < length; index++) {
    if (!isOpen(index)) continue;
    const key = keyOf(index);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return groups;
}
