import type { NoticeHeading } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import type { Rule } from '../../model/rule.js';
import type { Blocks } from './document-head.js';
import type { Opening } from './opening.js';
import type { Signature } from './signature.js';
import type { PrintedTitle } from './title.js';
import type { PageFacts } from './web-properties.js';

/** What was seen of a head, before any field is decided. */
export interface Seen {
  readonly blocks: Blocks;
  readonly heading: NoticeHeading | null;
  readonly opening: Opening;
  readonly facts: PageFacts;
  readonly signature: Signature | null;
  /** The title of what stands below an order's signature. */
  readonly proclaimed: PrintedTitle | null;
}

/** The head with its title known, and what a transmittal carries. */
export interface Titled extends Seen {
  readonly title: string;
  readonly genre: string | null;
  readonly carries: readonly string[];
}

/** The head with its issuers and date known. */
export interface Issued extends Titled {
  readonly issuers: readonly string[];
  readonly issued_on: string | null;
  /** Articles of a 条例, 办法 or 规定. */
  readonly articles: boolean;
}

/** A title, with where it stands; null where the text has it nowhere. */
export interface TitleRead {
  readonly title: string;
  readonly passage: Passage | null;
}

export type TitleRule = Rule<Seen, TitleRead>;
export type NumberRule = Rule<Seen, string>;
export type IssuersRule = Rule<Titled, readonly string[]>;
export type DateRule = Rule<Titled, string>;
export type RegionRule = Rule<Issued, string>;
