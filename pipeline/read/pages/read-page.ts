import type { PageContent } from '../../layout/page.js';

/** What a page holds, and what tells whether its text can be trusted. */
export interface ReadPage {
  readonly content: PageContent;
  /** Share of the page that its largest image covers, 0 to 1. */
  readonly imageShare: number;
  /** Glyphs that the font gives no character for. */
  readonly unmapped: number;
  /** Share of the characters that are searched but not seen, 0 to 1. */
  readonly hiddenShare: number;
  /** Whether words were left out that stand in a layer which is not shown. */
  readonly layerLeftOut?: boolean;
}
