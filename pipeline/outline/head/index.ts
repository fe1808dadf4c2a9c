import { warningOf } from '../../../schemas/codes.js';
import type { HeadRules, Warning } from '../../../schemas/document.js';
import { recordWords } from '../../model/characters.js';
import type { Notice, TextBlock } from '../../model/outline.js';
import { isPageButton } from '../../model/page-furniture.js';
import { type Passage, Passage as PassageClass } from '../../model/passage.js';
import { decide, type Rule } from '../../model/rule.js';
import { isCaption } from '../../tables/caption.js';
import { readAttachmentHeading, readAttachmentList } from './attachments.js';
import { readCarried, titleBelow } from './carries.js';
import { isCalendarDay, placeOfDate } from './date-line.js';
import type { Attachment, BlockRole, BlockStretch, Blocks, DocumentHead } from './document-head.js';
import { draftMarkAbove } from './draft-mark.js';
import type { Issued, Seen, TitleRead } from './evidence.js';
import { isFrameNote } from './frame-notes.js';
import { genreOf, stageOf } from './genre.js';
import { headingLength } from './heading.js';
import { isLawLike, readLawContents } from './law.js';
import { type Opening, readOpening } from './opening.js';
import { mostNamedPlace } from './region.js';
import { HEAD_RULES } from './rules/index.js';
import { readSignature, readUndatedSignature } from './signature.js';
import { siteFooterStart } from './site-footer.js';
import { validitySentences } from './validity.js';

export type { Attachment, BlockRole, DocumentHead } from './document-head.js';

/** Reads the frame of a notice: what it is, who signs it and when, and which blocks are its body. */
export function readHead(notice: Notice): DocumentHead {
  const { blocks, heading } = notice;
  const roles: BlockRole[] = new Array(blocks.length).fill('body');
  const top = heading ? headingLength(blocks, heading) : 0;
  mark(roles, { start: 0, end: top }, 'title');
  const opening = readOpening(blocks, top, heading?.title ?? null, roles);
  const signature =
    readSignature(blocks, opening.end) ??
    (opening.recipients ? readUndatedSignature(blocks, opening.end) : null);
  if (signature) mark(roles, signature, 'signature');
  const below = signature ? titleBelow(blocks, opening.end, signature) : null;
  const fields = new Fields(blocks);
  const { facts } = opening;
  const seen: Seen = { blocks, heading, opening, facts, signature, proclaimed: below };

  const title: TitleRead = fields.read('title', HEAD_RULES.title, seen) ?? {
    title: '',
    passage: null,
  };
  const carried = readCarried(title.title, blocks, signature?.end ?? opening.end);
  if (signature) markLaterSignatures(blocks, signature.end, roles);
  if (carried.printed) mark(roles, carried.printed, 'carried_title');
  else if (below && below.title === title.title) mark(roles, below, 'title');
  const attachments = markFrame(blocks, opening.end, roles);
  const footer = siteFooterStart(blocks, roles, opening.end);
  if (footer >= 0) mark(roles, { start: footer, end: blocks.length }, 'note');
  for (const index of blocks.keys()) {
    if (roles[index] === 'body' && isCaption(blocks, index)) roles[index] = 'title';
  }

  const genre = genreOf(title.title);
  const titled = { ...seen, title: title.title, genre, carries: carried.titles };
  const issuers = fields.read('issuers', HEAD_RULES.issuers, titled) ?? [];
  const issued_on = fields.readDate('issued_on', HEAD_RULES.issued_on, titled);
  const articles = isLawLike(
    carried.titles.length > 0 ? carried.titles.map(genreOf) : [genre],
    blocks,
  );
  const issued: Issued = {
    ...titled,
    issuers: [...new Set(issuers.map(recordWords))],
    issued_on,
    articles,
  };
  const region = fields.read('region', HEAD_RULES.region, issued);
  const valid = { ...issued, sentences: validitySentences(blocks) };
  const bodyStart = roles.indexOf('body', opening.end);
  return {
    title: title.title,
    titlePassage: heading && top > 0 ? joined(blocks, top) : title.passage,
    carries: carried.titles,
    doc_number: fields.read('doc_number', HEAD_RULES.doc_number, seen),
    issuers: issued.issuers,
    issued_on,
    stage: stageOf(
      draftMarkAbove(blocks, roles) + draftLines(title.title, opening, carried.printed?.draftMark),
    ),
    genre,
    region,
    place: region ?? mostNamedPlace(blocks),
    nature: fields.read('nature', HEAD_RULES.nature, issued) ?? 'other',
    effective_on: fields.readDate('effective_on', HEAD_RULES.effective_on, valid),
    expires_on: fields.readDate('expires_on', HEAD_RULES.expires_on, valid),
    valid_for: fields.read('valid_for', HEAD_RULES.valid_for, valid),
    supersedes: fields.read('supersedes', HEAD_RULES.supersedes, valid) ?? [],
    recipients: opening.recipients?.text ?? null,
    lawLike: articles,
    attachments,
    properties: {
      index_number: facts.index_number,
      subject: facts.subject,
      published_on: fields.calendarDay(facts.published_on),
    },
    roles,
    bodyStart: bodyStart < 0 ? blocks.length : bodyStart,
    rules: fields.rules(),
    warnings: fields.warnings,
  };
}

/** Decides field by field, and keeps which rule decided. */
class Fields {
  private readonly decided = new Map<keyof HeadRules, string>();
  readonly warnings: Warning[] = [];

  constructor(private readonly blocks: Blocks) {}

  read<In, Out>(field: keyof HeadRules, rules: readonly Rule<In, Out>[], input: In): Out | null {
    const decision = decide(rules, input);
    if (decision === null || decision.value === null) return null;
    this.decided.set(field, decision.rule);
    return decision.value;
  }

  /** A date that no calendar has is none, whatever rule read it. */
  readDate<In>(field: keyof HeadRules, rules: readonly Rule<In, string>[], input: In) {
    const date = this.calendarDay(this.read(field, rules, input));
    if (date === null) this.decided.delete(field);
    return date;
  }

  /** The date, or null and a warning at its place where no calendar has it. */
  calendarDay(date: string | null): string | null {
    if (date === null || isCalendarDay(date)) return date;
    this.warnings.push(impossibleDate(this.blocks, date));
    return null;
  }

  rules(): HeadRules {
    const names = Object.keys(HEAD_RULES) as (keyof HeadRules)[];
    return Object.fromEntries(
      names.map((name) => [name, this.decided.get(name) ?? null]),
    ) as HeadRules;
  }
}

/** The warning of a date that no calendar has, at the place where the text first prints it. */
function impossibleDate(blocks: Blocks, date: string): Warning {
  for (const { passage } of blocks) {
    const place = placeOfDate(passage.reading, date);
    if (place === null) continue;
    const { raw, at } = passage.grounding(place.start, place.end);
    return warningOf('date_impossible', at, raw.replace(/\s+/g, ''));
  }
  return warningOf('date_impossible', null, date);
}

const draftLines = (title: string, opening: Opening, carriedMark = ''): string =>
  [title, ...opening.titles.map(({ draftMark }) => draftMark), carriedMark].join('');

/** An attachment may be signed once more; a date with no name above it is none there. */
function markLaterSignatures(blocks: Blocks, from: number, roles: BlockRole[]): void {
  for (let next = readSignature(blocks, from); next; next = readSignature(blocks, next.end))
    if (next.issuers.length > 0) mark(roles, next, 'signature');
}

/** Marks attachment lists and headings and notes of the frame from `from` on. */
function markFrame(blocks: Blocks, from: number, roles: BlockRole[]): Attachment[] {
  const attachments: Attachment[] = [];
  const signed = roles.indexOf('signature', from);
  for (let index = from; index < blocks.length; index++) {
    if (roles[index] !== 'body' || blocks[index]!.kind === 'table') continue;
    const first = blocks[index]!.passage.reading.replace(/^（略）/, '').charAt(0);
    if (first === '附') {
      const list = readAttachmentList(blocks, index);
      if (list && (index < signed || list.numbered)) {
        mark(roles, list, 'attachment_list');
        index = list.end - 1;
        continue;
      }
      const attachment = readAttachmentHeading(blocks, index);
      if (!attachment) continue;
      attachments.push(attachment);
      roles[index] = 'attachment_heading';
    } else if (first === '目') {
      const contents = readLawContents(blocks, index);
      if (contents) mark(roles, contents, 'contents');
    } else if (isFrameNote(blocks[index]!.passage.reading) || isButton(blocks[index]!))
      roles[index] = 'note';
  }
  return attachments;
}

const isButton = ({ passage }: TextBlock): boolean => isPageButton(passage.reading);

function mark(roles: BlockRole[], stretch: BlockStretch, role: BlockRole): void {
  for (let index = stretch.start; index < Math.min(stretch.end, roles.length); index++)
    roles[index] = role;
}

function joined(blocks: Blocks, end: number): Passage {
  const passages = blocks.slice(0, end).map((block) => block.passage);
  return PassageClass.concat(passages[0]!.source, passages);
}
