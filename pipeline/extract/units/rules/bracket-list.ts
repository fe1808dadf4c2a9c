import type { BracketRule } from './rule.js';

/** `电话：63584446（科技监督处）`: whose telephone it is. */
const TELEPHONE = /\d{7,8}$/;
/** `（指挥部办公室设在市住建局，电话…）`: where an office is, and how to reach it. */
const WHERE = /设在|设于|电话|热线/;

export const bracketList: BracketRule = {
  id: 'unit.bracket-list',
  summary: 'A bracket of nothing but bodies that closes a sentence is a clause.',
  example: '提升服务质效。【（市政务服务局、市市场监管局）】',
  read(bracket) {
    const { inner, list, isRound, atEdge, before, open, passage } = bracket;
    if (TELEPHONE.test(passage.reading.slice(Math.max(0, open - 8), open))) return null;
    if (WHERE.test(inner)) return null;
    const isList = isRound || inner.includes('、') || bracket.closesParagraph;
    if (/[。：]/.test(list) || !isList) return null;
    if (list !== inner && bracket.labelled) return null;
    const needed = atEdge && !/[，、]/.test(before) ? 0.6 : 1;
    const clause = bracket.clause('unit.bracket-list');
    if (clause.mentions.length === 0) return null;
    return bracket.shareOfBodies() >= needed ? clause : null;
  },
};
