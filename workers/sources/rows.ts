/**
 * Lets work of one row wait for each other, and work of different rows go on at the same time, so
 * much at once. What waits for its row takes nobody's place.
 */
export class Rows {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private atWork = 0;

  constructor(private readonly atOnce: number) {}

  /** Does some work when the row (null: none) and a place are free; gives what it gives. */
  async take<Result>(row: string | null, work: () => Promise<Result>): Promise<Result> {
    if (row === null) return this.placed(work);
    const former = this.last.get(row) ?? Promise.resolve();
    const mine = former.then(() => this.placed(work));
    const ended = mine.catch(() => {});
    this.last.set(row, ended);
    try {
      return await mine;
    } finally {
      if (this.last.get(row) === ended) this.last.delete(row);
    }
  }

  private async placed<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.atWork >= this.atOnce) await new Promise<void>((free) => this.waiting.push(free));
    else this.atWork++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.atWork--;
    }
  }
}
