import { type QuantityRule, REFERENCE } from '../rule.js';

const ARTICLE_UNITS = new Set(['条', '款', '项']);
const CITED = /第[一二三四五六七八九十百\d]{1,4}[条款项][^，。；]{0,16}[、和及至]$/;

/** Articles of a law in a list whose first has its 第: 第十二条、十三条. */
export const citedArticle: QuantityRule = {
  id: 'quantity.cited-article',
  summary: 'An article of a law, in a list whose first has its 第.',
  example: '（第十二条、【十三条】、十九条已废止除外）',
  read: ({ quantity, clauseBefore }) =>
    ARTICLE_UNITS.has(quantity.unit ?? '') && CITED.test(clauseBefore) ? REFERENCE : null,
};
