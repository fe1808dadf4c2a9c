import { namedBodyOf } from '../../lexicon/bodies.js';
import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';

export const namedBody: Rule<BodyName, string> = {
  id: 'canonical.named-body',
  summary: 'A company, exchange or body that the lexicon holds by its own name.',
  example: '【上港集团】 in 上海市: 上海国际港务（集团）股份有限公司',
  read: ({ whole, bare, home }) => namedBodyOf(whole, home) ?? namedBodyOf(bare, home),
};
