import { type DeadlineRule, isUndated, period } from '../rule.js';

const PHASE = /(?:阶段|环节|步|期)[（(：:\s]*$/;
/** A headline and its month in brackets: （一）动员部署（2025年3月）。 */
const HEADLINE = /(?:^|[，。；）)、.．\d])[^，。；（(]{2,16}[（(]$/;
const DONE = /完成|建成|开工|竣工|投产|投用|通车|验收|交付|上线|实现|出台|印发/;

export const phase: DeadlineRule = {
  id: 'deadline.phase',
  summary: 'A month, a part of it or a quarter behind the name of a phase.',
  example: '（一）动员部署阶段（【2025年3月】）。',
  read({ time, before, lead, after, inClause }) {
    if (time.kind !== 'period' || time.bound !== null || isUndated(time) || inClause) return null;
    if (time.unit === 'year' || time.unit === 'plan') return null;
    if (PHASE.test(before)) return period(time.from, time.to);
    const alone = HEADLINE.test(lead) && !DONE.test(lead) && /^[）)](?:[。：:\n]|$)/.test(after);
    return alone ? period(time.from, time.to) : null;
  },
};
