import type { Reference } from '../../../../schemas/document.js';
import type { Rule } from '../../../model/rule.js';
import { abolishedIn } from '../abolished.js';
import type { Valid } from './validity.js';

/** What it abolishes. */
export const ABOLITION_RULES: readonly Rule<Valid, readonly Reference[]>[] = [
  {
    id: 'head.supersedes-abolished',
    summary: 'Documents in 《》 that a sentence says are abolished or hold no longer.',
    example: '原【《上海市科技专家库管理办法》（沪科规〔2024〕2号）】同时废止。',
    read({ sentences, title, carries }) {
      const found = sentences.flatMap((sentence) => abolishedIn(sentence, [title, ...carries]));
      const distinct = found.filter((reference, index) => !isNamedFully(reference, index, found));
      return distinct.length > 0 ? distinct : null;
    },
  },
];

/** A heading `废止《X》` above the sentence that names `《X》（X号）`: one document, told twice. */
const isNamedFully = (
  { title, doc_number }: Reference,
  index: number,
  all: readonly Reference[],
): boolean =>
  doc_number === null &&
  all.some(
    (other, at) =>
      at !== index && other.title === title && (other.doc_number !== null || at < index),
  );
