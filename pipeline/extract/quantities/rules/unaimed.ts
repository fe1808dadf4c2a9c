import { DESCRIPTION, type QuantityRule } from '../rule.js';

/** Nothing says that the number is to come about, or that anybody gets, pays or needs it. */
export const unaimed: QuantityRule = {
  id: 'quantity.unaimed',
  summary:
    'No word says that the number is to come about, or that somebody gets, pays or needs it.',
  example: '健全【三项】制度',
  read: () => DESCRIPTION,
};
