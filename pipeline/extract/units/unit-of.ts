import type { Unit } from '../../../schemas/task.js';
import { recordWords } from '../../model/characters.js';
import type { Passage } from '../../model/passage.js';
import type { Mention } from './mention.js';

/** A remark inside a name's bracket that is no part of it: `各区人民政府〈含开发区管委会，下同〉`. */
const REMARK = /[，,、；;]?(?:以)?下同(?=[）)〕】\]〉>])/;
const EMPTY = /[（(〔【[〈<][）)〕】\]〉>]/;

/** The record of a body that a text names; `canonical` is told later, when the region is known. */
export function unitOf(passage: Passage, mention: Mention, inherited = false): Unit {
  const { start, end, role, basis, rule } = mention;
  return {
    name: recordWords(passage.words.slice(start, end)).replace(REMARK, '').replace(EMPTY, ''),
    canonical: null,
    role,
    basis,
    inherited,
    rule,
    ...passage.grounding(start, end),
  };
}
