import type { HeadRules, Nature, Reference, Warning } from '../../../schemas/document.js';
import type { PageProperties } from '../../model/document.js';
import type { TextBlock } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';

/**
 * What a block of a notice is. `body` is all that may hold tasks; the rest is its frame:
 * - `title`: the compendium's heading, the title, a draft mark below it
 * - `properties`: 索引号, 主题分类 … of a web page's head
 * - `issuer`: a body's name printed above, 某某文件, 公告, 令
 * - `doc_number`, `recipients` (主送), `signature` (names and 成文日期 below a letter)
 * - `attachment_list` (附件：1.… above the signature), `attachment_heading` (附件1 and its title)
 * - `carried_title`: title of what a transmittal carries
 * - `contents`: 目录; `note`: （此件公开发布）, 抄送, 印发
 */
export type BlockRole =
  | 'title'
  | 'properties'
  | 'issuer'
  | 'doc_number'
  | 'recipients'
  | 'signature'
  | 'attachment_list'
  | 'attachment_heading'
  | 'carried_title'
  | 'contents'
  | 'note'
  | 'body';

/** An attachment that stands in the notice itself. */
export interface Attachment {
  /** Index of the block that says 附件. */
  readonly block: number;
  readonly title: string | null;
}

/** Everything the frame of a notice says. */
export interface DocumentHead {
  readonly title: string;
  /** Where the title stands, null where the text has none. */
  readonly titlePassage: Passage | null;
  readonly carries: readonly string[];
  readonly doc_number: string | null;
  readonly issuers: readonly string[];
  /** ISO date. */
  readonly issued_on: string | null;
  readonly stage: 'draft' | 'final';
  readonly genre: string | null;
  readonly region: string | null;
  /** The place that short names of bodies are read by: the region, else the place that the text names most. */
  readonly place: string | null;
  readonly nature: Nature;
  /** ISO dates. */
  readonly effective_on: string | null;
  readonly expires_on: string | null;
  /** `P3Y`. */
  readonly valid_for: string | null;
  readonly supersedes: readonly Reference[];
  /** 主送机关 as printed, without the colon. */
  readonly recipients: string | null;
  /** Articles of a 条例, 办法 or 规定: they give no tasks. */
  readonly lawLike: boolean;
  readonly attachments: readonly Attachment[];
  /** 索引号, 主题分类, 发布日期, where the text itself begins with a web page's head. */
  readonly properties: PageProperties;
  /** One a block, in the notice's order. */
  readonly roles: readonly BlockRole[];
  /** Index of the first block of the body; the number of blocks where there is none. */
  readonly bodyStart: number;
  /** Ids of the rules that decided. */
  readonly rules: HeadRules;
  /** Dates that no calendar has. */
  readonly warnings: readonly Warning[];
}

/** A stretch of blocks that was read as one thing, `end` exclusive. */
export interface BlockStretch {
  readonly start: number;
  readonly end: number;
}

/** Blocks of a notice as the readers of its head see them. */
export type Blocks = readonly TextBlock[];
