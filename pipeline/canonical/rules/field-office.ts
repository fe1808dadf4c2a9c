import type { Rule } from '../../model/rule.js';
import { type BodyName, placeOfLevel } from '../body-name.js';
import { fieldOfficeOf } from '../field-office.js';

export const fieldOffice: Rule<BodyName, string> = {
  id: 'canonical.field-office',
  summary:
    "An office of a body of the centre in a place: taxes, customs, banks' supervisors, State Grid.",
  example: '【人行莆田市中支】: 中国人民银行莆田市中心支行',
  read: ({ bare, home }) => fieldOfficeOf(bare, (level) => placeOfLevel(level, home), home),
};
