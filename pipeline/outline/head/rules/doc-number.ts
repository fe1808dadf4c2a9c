import { numberBesideTitle } from '../doc-number.js';
import type { NumberRule } from '../evidence.js';
import { squeezed } from '../squeeze.js';

const MOST_BELOW = 3;
const LONGEST_LINE = 160;

/** 发文字号, the surest first. */
export const NUMBER_RULES: readonly NumberRule[] = [
  {
    id: 'head.doc_number-line',
    summary: 'A number on a line of its own above the text, or beside the title.',
    example: '温州市教育局文件 【温教发〔2025〕12号】 关于印发数字化改革工作方案的通知',
    source: 'GB/T 9704-2012, 7.2.5',
    read: ({ opening }) => opening.docNumber,
  },
  {
    id: 'head.doc_number-page',
    summary: "The number in the fields of a government page's head.",
    example: '名称：… 文号：【亳政办〔2025〕1号】',
    read: ({ facts }) => facts.doc_number,
  },
  {
    id: 'head.doc_number-order',
    summary: 'The number of an order or an announcement.',
    example: '中华人民共和国国务院令 【第837号】',
    read: ({ opening }) => opening.orderNumber,
  },
  {
    id: 'head.doc_number-adoption',
    summary: 'The order that published a law, in the bracket below its title.',
    example: '（2025年12月30日…审议通过 2026年2月24日【中国证监会令第233号】公布 …）',
    read: ({ opening }) => opening.adoption?.docNumber ?? null,
  },
  {
    id: 'head.doc_number-file',
    summary:
      'The number beside the title once more below the text: the name of the file to take away.',
    example: '关于秋季学期开学的通知 … 【某院办〔2023〕6号】 关于秋季学期开学的通知',
    read({ opening: { titles }, blocks }) {
      for (const { kind, passage } of blocks.slice(-MOST_BELOW)) {
        if (kind === 'table' || passage.length > LONGEST_LINE) continue;
        const beside = numberBesideTitle(passage.reading.trim());
        if (beside === null) continue;
        const name = squeezed(passage.reading.trim().slice(beside.start, beside.end));
        if (titles.some(({ title }) => title === name)) return beside.number;
      }
      return null;
    },
  },
];
