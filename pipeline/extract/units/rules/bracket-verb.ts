import { responsibilityVerbs } from '../../../annotate/responsibility.js';
import { isWeakVerb } from '../../../lexicon/responsibility.js';
import { spansWithin } from '../fields.js';
import type { BracketRule } from './rule.js';

export const bracketVerb: BracketRule = {
  id: 'unit.bracket-verb',
  summary:
    'A bracket of bodies with what they do is a clause where half of its names read as bodies.',
  example: '取消许可。【（市市场监管局牵头，市行政审批服务局等部门配合）】',
  read(bracket) {
    const { passage, open, close } = bracket;
    const verbs = spansWithin(passage.annotation(responsibilityVerbs), open + 1, close);
    if (verbs.length === 0) return null;
    const clause = bracket.clause('unit.bracket-verb');
    if (clause.mentions.length === 0) return clause.blanket ? clause : null;
    const said = verbs.filter(({ closes, end }) => closes || end === close);
    if (said.every(({ start, end }) => isWeakVerb(passage.reading.slice(start, end)))) return null;
    return bracket.shareOfBodies() >= 0.5 ? clause : 'none';
  },
};
