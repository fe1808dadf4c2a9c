import { type QuantityRule, REFERENCE } from '../rule.js';

/** Numbers in a title or a name in quotation marks. */
export const quoted: QuantityRule = {
  id: 'quantity.quoted',
  summary: 'A number in a title or in quotation marks is part of a name.',
  example: '落实“民营经济【32条】”',
  read: ({ enclosure }) => (enclosure !== null && enclosure.kind !== 'bracket' ? REFERENCE : null),
};
