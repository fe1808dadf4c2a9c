import { type CheerioAPI, load } from 'cheerio';
import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import { MODEL_VERSION, type SourceDocument } from '../../model/document.js';
import { SourceText } from '../../model/source-text.js';
import { replacementWarnings } from '../encoding/decode.js';
import type { ReaderInput } from '../reader.js';
import { type ArticleBlocks, articleBlocks, findArticle, isDocumentLink } from './article.js';
import { withCutParagraphs } from './cut-paragraphs.js';
import { isDataTable } from './data-table.js';
import { decodeHtml } from './decode-html.js';
import { ancestry, type ElementNode, type HtmlNode, isElement, squeeze } from './dom.js';
import { rejectWordless } from './empty-pages.js';
import { type FlowSettings, flowOf } from './flow.js';
import type { FlowBlock } from './flow-block.js';
import { readFlowTable } from './flow-table.js';
import { isStruck } from './hidden.js';
import { withJoinedTables } from './join-tables.js';
import { firstWords } from './list-numbers.js';
import { isoDay, readMetaTags } from './meta-tags.js';
import { publishedIn } from './page-furniture.js';
import { type PageProperty, propertiesIn, propertyElements } from './properties.js';
import { slimSource } from './slim-source.js';
import { TextWriter } from './text-writer.js';
import { Weights } from './weights.js';

/**
 * Reads a web page, or a fragment of one, into the document model. The text is the article alone, a
 * line for each paragraph and for each paragraph of a cell; the properties of the page's head
 * (索引号：…) stand above it, a line each, as they do in a page's text. Navigation, buttons and
 * footers are left out.
 * @throws ReadError `no_words`, `too_complex`, and what decoding says of the bytes
 */
export function htmlDocument(input: ReaderInput): SourceDocument {
  return readHtmlPage(input).document;
}

/** The same, with the addresses of the attachments that its article links to, as it writes them. */
export function readHtmlPage(input: ReaderInput): HtmlPage {
  const { encoding, charset } = input.options;
  const decoded = decodeHtml(input.bytes, encoding, charset);
  const $ = load(slimSource(decoded.text));
  const root = $.root().children().last().get(0) as unknown as ElementNode;
  const tags = readMetaTags($);
  const page = readPage(root);
  const article = articleBlocks(page.blocks, page.article, tags.titles);
  const writer = new TextWriter();
  for (const { label, value } of page.properties) writer.paragraph(`${label}：${value}`);
  const blocks = withCutParagraphs(withJoinedTables([...article.title, ...article.blocks]));
  for (const block of blocks) writer.block(block);
  const { text } = writer;
  rejectWordless($, article.blocks);
  const document: SourceDocument = {
    version: MODEL_VERSION,
    format: 'html',
    source: new SourceText(text),
    blocks: writer.blocks,
    properties: {
      index_number: null,
      subject: null,
      published_on: tags.published_on ?? publishedBeside(article),
    },
    warnings: [
      ...replacementWarnings(text, decoded.encoding, decoded.badBytes),
      ...attachmentWarnings(writer),
      ...struckWarnings(page.article),
    ],
  };
  const attachments = writer.links.filter(isDocumentLink).map(({ href }) => href.trim());
  return { document, attachments, base: namedBase($) };
}

/** A web page as it is read. */
export interface HtmlPage {
  readonly document: SourceDocument;
  readonly attachments: readonly string[];
  /** What the page says that its links are relative to. */
  readonly base: string | null;
}

/** The base that a page names for its links. */
export const namedBase = ($: CheerioAPI): string | null =>
  $('base[href]').first().attr('href') ?? null;

interface Page {
  readonly blocks: readonly FlowBlock[];
  readonly article: ElementNode;
  readonly properties: readonly PageProperty[];
}

function readPage(root: ElementNode): Page {
  const dataTables = new Set<ElementNode>();
  const holdData = new Set<ElementNode>();
  const weights = new Weights(root, (element, known) => {
    if (element.name !== 'table') return false;
    const holds = holdData.has(element);
    if (isDataTable(element, known, holds)) dataTables.add(element);
    else if (!holds) return false;
    for (const outer of ancestry(element)) {
      if (outer === element || outer.name !== 'table') continue;
      holdData.add(outer);
      break;
    }
    return dataTables.has(element);
  });
  const skipped = new Set<ElementNode>();
  const settings: FlowSettings = {
    skipped,
    tableOf: (element) =>
      dataTables.has(element) ? readFlowTable(element, (cell) => flowOf(cell, settings)) : null,
  };
  const elements = propertyElements(root, weights);
  const properties = elements.flatMap((element) =>
    propertiesIn(linesOf(flowOf(element, { skipped, tableOf: () => null }))),
  );
  for (const element of elements) skipped.add(element);
  const article = findArticle(root, weights, (element) => dataTables.has(element));
  return { blocks: flowOf(root, settings), article, properties: eachOnce(properties) };
}

const linesOf = (blocks: readonly FlowBlock[]): string[] =>
  blocks.flatMap((block) => block.lines.map((line) => line.text));

const eachOnce = (properties: readonly PageProperty[]): PageProperty[] =>
  [
    ...new Map([...properties].reverse().map((property) => [property.label, property])).values(),
  ].reverse();

/** 发布时间：… in the line below the title. */
function publishedBeside(article: ArticleBlocks): string | null {
  for (const line of linesOf(article.frame)) {
    const date = isoDay(squeeze(publishedIn(line) ?? ''));
    if (date !== null) return date;
  }
  return null;
}

/** Attachments lie outside the page; each link to one is told. */
const attachmentWarnings = (writer: TextWriter): Warning[] =>
  writer.links
    .filter(isDocumentLink)
    .map(({ start, end, href }) =>
      warningOf('attachment_link', { page: null, start, end }, href.trim().slice(0, 500)),
    );

/** What is struck through is left out, and is said so. */
function struckWarnings(article: ElementNode): Warning[] {
  let struck = 0;
  const open: HtmlNode[] = [article];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    if (isStruck(node) && firstWords(node, 1) !== '') struck++;
    else for (const child of node.children) open.push(child);
  }
  if (struck === 0) return [];
  return [warningOf('struck_text_left_out', null, String(struck))];
}
