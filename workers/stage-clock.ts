/** Adds up how long each stage of a piece of work takes, in milliseconds. */
export class StageClock {
  readonly timings: Record<string, number> = {};
  private readonly begun = performance.now();
  private last = this.begun;

  /** The time since the last stage ended, or since the start, was spent on this one. */
  ended(stage: string): void {
    const now = performance.now();
    this.timings[stage] = (this.timings[stage] ?? 0) + Math.round(now - this.last);
    this.last = now;
  }

  /** From the start to now. */
  get milliseconds(): number {
    return Math.round(performance.now() - this.begun);
  }
}
