import type { PageProperties } from '../../model/document.js';
import { dateOfLine } from './date-line.js';
import type { Blocks } from './document-head.js';
import { squeezed } from './squeeze.js';

const LABEL =
  /^(索引号|主题分类|发文机关|成文日期|标题|发文字号|发布日期|主题词|公文种类|有效性|信息分类|公开日期|文号|体裁分类|发布机构|来源)：(.*)$/;
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

/** The properties that a record gives. */
export function pageProperties({ values }: WebProperties): PageProperties {
  return {
    index_number: values.get('索引号') ?? null,
    subject: values.get('主题分类') ?? null,
    published_on: dateOfLine(values.get('发布日期') ?? ''),
  };
}
