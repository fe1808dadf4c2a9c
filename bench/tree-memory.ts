import { execFileSync } from 'node:child_process';

/** Milliseconds between two looks. */
const LOOK_AGAIN = 500;

/** The memory of a process with all that it has started, as `ps` tells it. */
export class TreeMemory {
  /** MiB of all together at the look at which it was most. */
  peak = 0;
  /** MiB of the processes that the roots have started themselves, each alone, at most. */
  firstPeak = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly roots: readonly number[]) {
    this.timer = setInterval(() => this.look(), LOOK_AGAIN);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
    const processes = listed
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
    const tree = new Set(this.roots);
    let kib = 0;
    // A process stands behind the one that started it, but where ids have begun anew.
    for (const [pid, parent, rss] of processes) {
      if (tree.has(parent)) tree.add(pid);
      if (tree.has(pid)) kib += rss;
      if (this.roots.includes(parent)) this.firstPeak = Math.max(this.firstPeak, rss / 1024);
    }
    this.peak = Math.max(this.peak, kib / 1024);
  }
}
