import type { Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import type { Mention } from './roles.js';

/** The record of a body that a text names; `canonical` is told later, when the region is known. */
export function unitOf(passage: Passage, mention: Mention, inherited = false): Unit {
  const { start, end, role, basis } = mention;
  return {
    name: passage.text.slice(start, end),
    canonical: null,
    role,
    basis,
    inherited,
    ...passage.grounding(start, end),
  };
}
