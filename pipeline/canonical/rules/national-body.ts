import { nationalBodyOf } from '../../lexicon/bodies.js';
import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';

export const nationalBody: Rule<BodyName, string> = {
  id: 'canonical.national-body',
  summary: 'A body of the centre; by a bare short name only in what binds the whole country.',
  example: '【工信部】: 工业和信息化部',
  read: ({ bare, isNationwide }) => nationalBodyOf(bare, isNationwide),
};
