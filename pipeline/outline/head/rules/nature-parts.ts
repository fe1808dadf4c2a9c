import type { Nature } from '../../../../schemas/document.js';
import type { Rule } from '../../../model/rule.js';
import type { Issued } from '../evidence.js';

/** A rule that tells what a document does. */
export type NatureRule = Rule<Issued, Nature>;

const OPENING_BLOCKS = 12;

/** The first paragraphs below a head, of each its beginning. */
export const opening = ({ blocks, opening: { end } }: Issued): string[] =>
  blocks
    .slice(end, end + OPENING_BLOCKS)
    .filter(({ table }) => table === null)
    .map(({ passage }) => passage.reading.slice(0, 400).trim());

/** The nature where something says so, else null. */
export const say = (nature: Nature, says: boolean): Nature | null => (says ? nature : null);
