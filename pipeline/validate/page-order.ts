import type { At } from '../../schemas/index.js';

/** Checks that the places of one document are on pages that follow each other as the text does. */
export class PageOrder {
  private readonly pages = new Map<number, { first: number; last: number }>();

  add({ page, start }: At): void {
    if (page === null) return;
    const known = this.pages.get(page);
    if (known) {
      known.first = Math.min(known.first, start);
      known.last = Math.max(known.last, start);
    } else this.pages.set(page, { first: start, last: start });
  }

  /** Two pages that stand in each other, in words; null where there are none. */
  problem(): string | null {
    const ordered = [...this.pages].sort(([a], [b]) => a - b);
    for (let index = 1; index < ordered.length; index++) {
      const [page, { last }] = ordered[index - 1]!;
      const [next, { first }] = ordered[index]!;
      if (last >= first) {
        return `a value at ${last} is said to be on page ${page}, one at ${first} on page ${next}`;
      }
    }
    return null;
  }
}
