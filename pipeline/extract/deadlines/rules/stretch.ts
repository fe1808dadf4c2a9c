import { type DeadlineRule, period } from '../rule.js';

/** What a range in brackets behind it is no deadline of: it belongs to the name of a plan. */
const PLAN = /(?:计划|规划|方案|纲要|行动|目录|清单|要点|指南|标准|办法)$/;
const PHASE = /(?:阶段|环节|步|期)[（(]?$/;

/** 自2023年1月1日至2027年12月31日，…; （2023年4-9月） behind the name of a phase. */
export const stretch: DeadlineRule = {
  name: 'stretch',
  read({ time, before, after, opensClause, inClause }) {
    if (time.kind !== 'period' || time.to === null) return null;
    const bracketed = /[（(]$/.test(before) && /^[）)]/.test(after);
    const ahead = before.replace(/[（(]$/, '');
    if (bracketed && PHASE.test(ahead) && time.unit !== 'year') return period(time.from, time.to);
    if (bracketed && !inClause && PLAN.test(ahead)) return 'none';
    if (time.bound !== 'range') return null;
    if (/^(?:召开|举行|举办|印发|发布|出台|实施)?的/.test(after)) return 'none';
    return opensClause ||
      inClause ||
      /^[自从]/.test(time.raw) ||
      /(?:期限|时间)(?:为|是)?$/.test(before)
      ? period(time.from, time.to)
      : 'none';
  },
};
