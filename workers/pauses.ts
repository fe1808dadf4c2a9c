import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which the process looks at its signals. */
const WORK = 20;

/** Lets long work pause now and then, by the time that it took and not by its pieces: a pause has its price. */
export class Pauses {
  private last = performance.now();

  /** Whether it is time for `pause`. */
  get due(): boolean {
    return performance.now() - this.last > WORK;
  }

  async pause(): Promise<void> {
    await setImmediate();
    this.last = performance.now();
  }
}
