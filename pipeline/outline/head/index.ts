import type { Notice } from '../../model/outline.js';
import { type Passage, Passage as PassageClass } from '../../model/passage.js';
import { readAttachmentHeading, readAttachmentList } from './attachments.js';
import { readCarried } from './carries.js';
import { dateOfLine } from './date-line.js';
import { docNumberOfLine } from './doc-number.js';
import type { Attachment, BlockRole, BlockStretch, Blocks, DocumentHead } from './document-head.js';
import { isFrameNote } from './frame-notes.js';
import { genreOf, stageOf } from './genre.js';
import { headingLength } from './heading.js';
import { isIssuerLine, issuersOfLine } from './issuer-lines.js';
import { issuersOfTitle } from './issuers.js';
import { isLawLike, readLawContents } from './law.js';
import { type Recipients, readRecipients } from './recipients.js';
import { readRegion } from './region.js';
import { readSignature } from './signature.js';
import { squeezed, titleLikeness } from './squeeze.js';
import { findPrintedTitle, type PrintedTitle, readPrintedTitle } from './title.js';
import { readWebProperties, webFacts } from './web-properties.js';

export type { Attachment, BlockRole, DocumentHead } from './document-head.js';

/** Blocks of a head before its body: heading, title, number, recipients. */
const HEAD_BLOCKS = 40;

/** Reads the frame of a notice: what it is, who signs it and when, and which blocks are its body. */
export function readHead(notice: Notice): DocumentHead {
  const { blocks, heading } = notice;
  const roles: BlockRole[] = new Array(blocks.length).fill('body');
  const web = readWebProperties(blocks);
  const facts = webFacts(web);
  mark(roles, { start: 0, end: web.end }, 'properties');
  const top = heading ? headingLength(blocks, heading) : web.end;
  if (heading) mark(roles, { start: 0, end: top }, 'title');

  const opening = readOpening(blocks, top, heading?.title ?? null, roles);
  const signature = readSignature(blocks, opening.end);
  const proclaimed =
    opening.issuers.length > 0 && signature ? readPrintedTitle(blocks, signature.end) : null;
  const title = heading?.title ?? opening.title?.title ?? facts.title ?? proclaimed?.title ?? '';
  if (signature) mark(roles, signature, 'signature');
  const carried = readCarried(title, blocks, signature?.end ?? opening.end);
  if (signature) markLaterSignatures(blocks, signature.end, roles);
  if (carried.printed) mark(roles, carried.printed, 'carried_title');
  const attachments = markFrame(blocks, opening.end, roles);

  const issuers =
    [signature?.issuers, issuersOfTitle(title), opening.issuers, facts.issuers].find(
      (names) => names?.length,
    ) ?? [];
  const genre = genreOf(title);
  const bodyStart = roles.indexOf('body', opening.end);
  const draftLines = `${title}${opening.title?.draftMark ?? ''}${carried.printed?.draftMark ?? ''}`;
  return {
    title,
    titlePassage: heading && top > 0 ? joined(blocks, top) : (opening.title?.passage ?? null),
    carries: carried.titles,
    doc_number: opening.docNumber ?? facts.doc_number,
    issuers,
    issued_on: signature?.date ?? heading?.date ?? opening.date ?? facts.issued_on,
    stage: stageOf(draftLines),
    genre,
    region: readRegion(issuers, title, carried.titles, heading?.section ?? null, blocks),
    recipients: opening.recipients?.text ?? null,
    lawLike: isLawLike(carried.titles.length > 0 ? carried.titles.map(genreOf) : [genre], blocks),
    attachments,
    properties: {
      index_number: facts.index_number,
      subject: facts.subject,
      published_on: facts.published_on,
    },
    roles,
    bodyStart: bodyStart < 0 ? blocks.length : bodyStart,
  };
}

interface Opening {
  readonly title: PrintedTitle | null;
  readonly docNumber: string | null;
  readonly date: string | null;
  /** Bodies whose names are printed above the text: 某某会议 公告. */
  readonly issuers: readonly string[];
  readonly recipients: Recipients | null;
  /** First block that is none of them. */
  readonly end: number;
}

/** Reads what stands above the body, in whatever order it is printed; stops at the first body block. */
function readOpening(
  blocks: Blocks,
  top: number,
  known: string | null,
  roles: BlockRole[],
): Opening {
  let title: PrintedTitle | null = null;
  let docNumber: string | null = null;
  let date: string | null = null;
  let recipients: Recipients | null = null;
  const issuers: string[] = [];
  let index = top;
  while (index < Math.min(blocks.length, top + HEAD_BLOCKS) && !recipients) {
    const block = blocks[index]!;
    if (block.kind === 'table' || block.passage.length > 400) break;
    const line = squeezed(block.passage.reading);
    const contents = readLawContents(blocks, index);
    if (contents) {
      mark(roles, contents, 'contents');
      index = contents.end;
    } else if (docNumberOfLine(line)) {
      docNumber ??= docNumberOfLine(line);
      roles[index++] = 'doc_number';
    } else if (dateOfLine(line)) {
      date ??= dateOfLine(line);
      roles[index++] = 'signature';
    } else if (isIssuerLine(blocks, index)) {
      issuers.push(...issuersOfLine(block.passage.text));
      roles[index++] = 'issuer';
    } else if (isFrameNote(line)) roles[index++] = 'note';
    else if (/^附件\d?：?$/.test(line) && !title) roles[index++] = 'attachment_heading';
    else {
      const printed: PrintedTitle | null = title ? null : ownTitle(blocks, index, known);
      if (printed) {
        title = printed;
        mark(roles, { start: index, end: printed.start }, 'note');
        mark(roles, printed, 'title');
        index = printed.end;
        continue;
      }
      recipients = readRecipients(blocks, index);
      if (recipients?.alone) mark(roles, recipients, 'recipients');
      if (recipients) index = recipients.alone ? recipients.end : recipients.end - 1;
      break;
    }
  }
  return { title, docNumber, date, issuers, recipients, end: index };
}

/** An attachment may be signed once more; a date with no name above it is none there. */
function markLaterSignatures(blocks: Blocks, from: number, roles: BlockRole[]): void {
  for (let next = readSignature(blocks, from); next; next = readSignature(blocks, next.end))
    if (next.issuers.length > 0) mark(roles, next, 'signature');
}

/**
 * The title at block `index`, or below lines of a web page that say nothing. Below a compendium's
 * heading only the same title once more is the notice's own.
 */
function ownTitle(blocks: Blocks, index: number, known: string | null): PrintedTitle | null {
  if (known === null) return findPrintedTitle(blocks, index);
  const printed = readPrintedTitle(blocks, index);
  return printed && titleLikeness(printed.title, known) > 0.8 ? printed : null;
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
    } else if (isFrameNote(blocks[index]!.passage.reading)) roles[index] = 'note';
  }
  return attachments;
}

function mark(roles: BlockRole[], stretch: BlockStretch, role: BlockRole): void {
  for (let index = stretch.start; index < Math.min(stretch.end, roles.length); index++)
    roles[index] = role;
}

function joined(blocks: Blocks, end: number): Passage {
  const passages = blocks.slice(0, end).map((block) => block.passage);
  return PassageClass.concat(passages[0]!.source, passages);
}
