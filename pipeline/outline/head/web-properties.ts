import type { PageProperties } from '../../model/document.js';
import { matchesIn } from '../../model/matches.js';
import { LINE_LABELS, type PageFact } from '../../model/page-labels.js';
import { looksLikeBody, splitBodyNames } from './body-names.js';
import { dateOfValue } from './date-line.js';
import { docNumberOfLine } from './doc-number.js';
import { endsTitle, genreOf } from './genre.js';
import { squeezed } from './squeeze.js';

const LABELS = [...LINE_LABELS.keys()].sort((one, other) => other.length - one.length);
const BULLET = '[\\s•·●◆■▪*>|；;【\\[-]';
const SPACED = LABELS.map((label) => [...label].join('\\s*')).join('|');
/** `索引号：`, `【索 引 号】2019…`; without a colon or brackets where its characters stand apart: `索   引   号 2019…`. */
const LABEL_IN_LINE = new RegExp(
  `[[【]\\s*(?<bracketed>${SPACED})\\s*[\\]】]\\s*[：:]?|(?:^|(?<=${BULLET}))(?:(?<colon>${SPACED})[\\]】*]*\\s*[：:]|(?<bare>${LABELS.map((label) => [...label].join('\\s+')).join('|')})(?=\\s|$))`,
  'g',
);
const WHOLE_LABEL = new RegExp(`^${BULLET}*(${LABELS.join('|')})[\\]】*]*$`);
/** `文件名称 某市关于…的通知`: what names a title with no colon behind. */
const TITLE_LABEL = /^(?:文件名称|信息名称|文件标题|政策名称|法规标题|标题)$/;
/** `状态:有效` in front of `发布日期:2004-05-19`: a field whose label is none of those known. */
const UNKNOWN_FIELD = /^[\u4e00-\u9fff]{2,6}[：:][^：:。，；]{0,20}$/;
/** `title: 关于…` of a text's front matter, and what parts it from the text. */
const FRONT_MATTER = /^([A-Za-z][A-Za-z_ ]{2,20})[：:]\s*['"]?(.*?)['"]?$/;
/** ` - 广州市人民政府门户网站`, the site behind a page's title. */
const SITE = /\s*[-_–|｜]\s*[\u4e00-\u9fff]{2,24}(?:网站|门户网|政府网|网)$/;
const FRONT_LABELS: Readonly<Record<string, string>> = {
  title: '标题',
  doc_title: '标题',
  doc_number: '文号',
  document_number: '文号',
  issuer: '发文机关',
  issued_on: '成文日期',
  date: '发布日期',
  published_at: '发布日期',
  effective_from: '生效日期',
};
/** `- 某政办发〔2025〕3号`: a page's fields that a tool made a list of. */
const LIST_MARK = /^[-•·*]\s*(?=\S)/;
const LONGEST_LINE = 300;
const LONGEST_VALUE = 120;

/** What the lines of a web page's head say: values by label, the first of each. */
export class PageLines {
  readonly values = new Map<string, string>();
  private open: string | null = null;
  /** Labels met, with and without a value. */
  private labels = 0;

  /** True where the line is one of such a head: labels with values, a label, or the value of one. */
  take(line: string): boolean {
    if (line.length > LONGEST_LINE) return this.close();
    const front = FRONT_MATTER.exec(line.trim());
    if (front) {
      const label = front[1]!.toLowerCase();
      return this.note(FRONT_LABELS[label] ?? label, front[2]!.replace(SITE, ''));
    }
    const whole = WHOLE_LABEL.exec(squeezed(line));
    if (whole) return this.note(whole[1]!, '');
    const row = line.includes('|') ? barredCells(line) : labelledWords(line);
    const isTitle = row.length === 1 && TITLE_LABEL.test(row[0]!.label) && endsTitle(row[0]!.value);
    if (row.length >= 2 || isTitle || (row.length === 1 && this.isHead && row[0]!.value !== '')) {
      for (const { label, value } of row) this.note(label, value);
      return true;
    }
    const found = matchesIn(LABEL_IN_LINE, line);
    const bare = found.filter(({ groups }) => groups!.bare !== undefined).length;
    if (found.length === 0 || (bare === found.length && bare < 2 && !this.isHead))
      return this.value(line);
    const printed = line.slice(0, found[0]!.index);
    const before = printed.replace(new RegExp(BULLET, 'g'), '');
    const spaced = before === '' ? [] : labelledWords(printed);
    const isField = spaced.length > 0 || UNKNOWN_FIELD.test(before);
    if (before !== '' && this.open === null && !isField) return false;
    if (spaced.length > 0) for (const { label, value } of spaced) this.note(label, value);
    else if (before !== '') this.value(before);
    for (const [index, match] of found.entries()) {
      const end = found[index + 1]?.index ?? line.length;
      const { bracketed, colon, bare: apart } = match.groups!;
      const label = squeezed((bracketed ?? colon ?? apart)!);
      this.note(label, line.slice(match.index + match[0].length, end));
    }
    return true;
  }

  /** Two labels make a head; one may be any line's beginning. */
  get isHead(): boolean {
    return this.labels >= 2;
  }

  private close(): boolean {
    this.open = null;
    return false;
  }

  private note(label: string, value: string): boolean {
    const words = value.replace(/[\s*|；;•·]+$/, '').trim();
    const own = label === '字号' && docNumberOfLine(words) !== null ? '文号' : label;
    this.labels++;
    this.open = words === '' ? own : null;
    if (words !== '' && !this.values.has(own)) this.values.set(own, words);
    return true;
  }

  private value(line: string): boolean {
    const { open } = this;
    this.open = null;
    const words = line.trim().replace(LIST_MARK, '');
    if (open === null || words.length > LONGEST_VALUE || !mayBeValue(open, words)) return false;
    if (!this.values.has(open)) this.values.set(open, words);
    return true;
  }
}

/**
 * `文  号 某农〔2023〕45号 主题分类 农业`: the cells of a page's head set out with white space alone, each label
 * with the words up to the next one; none where the line begins with no label, or a colon stands in it.
 */
function labelledWords(line: string): { label: string; value: string }[] {
  const words = line.trim().split(/\s+/);
  if (words.length < 2 || /[：:]/.test(words.slice(0, 3).join(''))) return [];
  const row: { label: string; value: string }[] = [];
  for (let at = 0; at < words.length; ) {
    const length = labelLength(words, at);
    if (length === 0 && row.length === 0) return [];
    if (length > 0) row.push({ label: words.slice(at, at + length).join(''), value: '' });
    else row.at(-1)!.value = `${row.at(-1)!.value} ${words[at]}`.trim();
    at += Math.max(1, length);
  }
  return row;
}

/** `索 引 号 | 0160-9 | 文 号 | 某政办发〔2020〕17号 | |`: a table of fields as text, each label with the cell behind it. */
function barredCells(line: string): { label: string; value: string }[] {
  const cells = line.split('|').map((cell) => cell.trim());
  return cells.flatMap((cell, at) => {
    const label = squeezed(cell);
    const value = cells[at + 1] ?? '';
    if (!LINE_LABELS.has(label)) return [];
    return [{ label, value: LINE_LABELS.has(squeezed(value)) ? '' : value }];
  });
}

/** Number of the words from `at` on that are a label, its characters set apart or not. */
function labelLength(words: readonly string[], at: number): number {
  let label = '';
  for (let length = 1; length <= 5 && at + length <= words.length; length++) {
    label += words[at + length - 1]!;
    if (LINE_LABELS.has(label)) return length;
  }
  return 0;
}

/** A label without value stands above a line that is none: `主题分类：` above the title. */
function mayBeValue(label: string, words: string): boolean {
  const fact = LINE_LABELS.get(label);
  if (fact === 'doc_number') return docNumberOfLine(words) !== null;
  if (docNumberOfLine(words) !== null) return false;
  if (fact === 'issuers') return words.length <= 40 && !words.includes('关于');
  if (fact === 'title') return true;
  if (fact === 'index_number') return /[A-Za-z\d]/.test(words) && !/[，。：]/.test(words);
  if (fact === 'subject') return words.length <= 30 && !/关于|的通知|[，。：]/.test(words);
  if (fact !== null && fact !== undefined) return dateOfValue(words) !== null;
  return words.length <= 20 && !/关于|[。：？！]/.test(words) && genreOf(words) === null;
}

/** What the head says of the document; null or empty where it says nothing. */
export interface PageFacts extends PageProperties {
  readonly title: string | null;
  readonly doc_number: string | null;
  readonly issuers: readonly string[];
  /** ISO dates. */
  readonly issued_on: string | null;
  readonly effective_on: string | null;
  readonly expires_on: string | null;
}

/** The facts that a web page's head gives, whichever of their labels it uses. */
export function pageFacts(values: ReadonlyMap<string, string>): PageFacts {
  const valueFor = (fact: PageFact): string | null => {
    for (const [label, value] of values) if (LINE_LABELS.get(label) === fact) return value;
    return null;
  };
  const dateFor = (fact: PageFact): string | null => dateOfValue(valueFor(fact) ?? '');
  const issuers = valueFor('issuers') ?? '';
  return {
    index_number: valueFor('index_number'),
    subject: valueFor('subject'),
    published_on: dateFor('published_on'),
    title: valueFor('title'),
    doc_number: docNumberOfLine(valueFor('doc_number') ?? ''),
    issuers: looksLikeBody(squeezed(issuers)) ? splitBodyNames(issuers) : [],
    issued_on: dateFor('issued_on'),
    effective_on: dateFor('effective_on'),
    expires_on: dateFor('expires_on'),
  };
}
