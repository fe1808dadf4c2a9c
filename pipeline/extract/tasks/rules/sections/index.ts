import { aims } from './aims.js';
import { closedByClause } from './closed-by-clause.js';
import { container } from './container.js';
import { headingBody } from './heading-body.js';
import { itemList } from './item-list.js';
import { itemWithOwnClause } from './item-with-own-clause.js';
import { labelledBlock } from './labelled-block.js';
import type { SectionRule } from './section-rule.js';

export type { SectionInput, SectionReading } from './section-rule.js';

/** What a section is; the last rule takes all that the others leave. */
export const SECTION_RULES: readonly SectionRule[] = [
  aims,
  itemList,
  closedByClause,
  labelledBlock,
  itemWithOwnClause,
  headingBody,
  container,
];
