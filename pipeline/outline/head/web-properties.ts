import type { PageProperties } from '../../model/document.js';
import { PAGE_LABELS, type PageFact } from '../../model/page-labels.js';
import { splitBodyNames } from './body-names.js';
import { dateOfValue } from './date-line.js';
import { docNumberOfLine } from './doc-number.js';
import type { Blocks } from './document-head.js';
import { squeezed } from './squeeze.js';

const LABEL = new RegExp(`^(${[...PAGE_LABELS.keys()].join('|')})：(.*)$`);
const MOST_BLOCKS = 60;

/** Head of a government web page: its labels with their values, and the first block below it. */
export interface WebProperties {
  readonly values: ReadonlyMap<string, string>;
  readonly end: number;
}

/** Reads 索引号：… 主题分类：… at a text's beginning; a value stands behind its label or below it. */
export function readWebProperties(blocks: Blocks): WebProperties {
  const values = new Map<string, string>();
  let open: string | null = null;
  let end = 0;
  for (let index = 0; index < Math.min(blocks.length, MOST_BLOCKS); index++) {
    const block = blocks[index]!;
    if (block.kind === 'table' || block.passage.length > 200) break;
    const line = squeezed(block.passage.reading);
    const match = LABEL.exec(line);
    if (match) {
      open = match[2] === '' ? match[1]! : null;
      if (match[2] !== '') values.set(match[1]!, match[2]!);
    } else if (open !== null && open !== '主题词') {
      values.set(open, line);
      open = null;
    } else break;
    end = index + 1;
  }
  return values.size >= 2 ? { values, end } : { values: new Map(), end: 0 };
}

/** What the head says of the document; null or empty where it says nothing. */
export interface WebFacts extends PageProperties {
  readonly title: string | null;
  readonly doc_number: string | null;
  readonly issuers: readonly string[];
  /** ISO date. */
  readonly issued_on: string | null;
}

/** The facts that a web page's head gives, whichever of their labels it uses. */
export function webFacts({ values }: WebProperties): WebFacts {
  const valueFor = (fact: PageFact): string | null => {
    for (const [label, value] of values) if (PAGE_LABELS.get(label) === fact) return value;
    return null;
  };
  return {
    index_number: valueFor('index_number'),
    subject: valueFor('subject'),
    published_on: dateOfValue(valueFor('published_on') ?? ''),
    title: valueFor('title'),
    doc_number: docNumberOfLine(valueFor('doc_number') ?? ''),
    issuers: splitBodyNames(valueFor('issuers') ?? ''),
    issued_on: dateOfValue(valueFor('issued_on') ?? ''),
  };
}
