import type { Passage } from '../../model/passage.js';

/** Labels of group rows, the outermost first. */
const RANKS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+[章部编篇]/,
  /^[一二三四五六七八九十]+/,
  /^（[一二三四五六七八九十]+）/,
  /^\d+[.、]/,
];

/** The group rows that are open at a row of a table: headings that fill a row from end to end. */
export class GroupRows {
  private open: { rank: number; heading: Passage }[] = [];

  /** A heading closes those of its own rank and below; one without label closes all but labelled ones. */
  add(heading: Passage): void {
    const found = RANKS.findIndex((rank) => rank.test(heading.reading));
    const rank = found < 0 ? RANKS.length : found;
    this.open = this.open.filter((above) => above.rank < rank);
    this.open.push({ rank, heading });
  }

  path(): Passage[] {
    return this.open.map(({ heading }) => heading);
  }
}
