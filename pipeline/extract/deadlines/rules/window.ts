import { ACTS } from '../../../lexicon/data/acts.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import type { DeadlineRule } from '../rule.js';
import { windowOf } from '../window.js';

const ACT = new RegExp(`^(?:，)?(?:${alternation(ACTS)})`);
/** A phase before its days: 调查处理阶段（2023年4-9月）. */
const PHASE = /(?:阶段|环节|步|期|季|活动|月)[（(：:\s]*$/;

export const window: DeadlineRule = {
  id: 'deadline.window',
  summary: 'A stretch of days: 自2023年1月1日至2027年12月31日, 即日起至2024年底.',
  example: '【即日起至2024年12月31日】，公开招拍挂出让的商住用地可分期缴纳土地出让价款。',
  read({ time, before, after, opensClause, inClause, context }) {
    if (time.kind !== 'period' || time.bound !== 'range') return null;
    const value = windowOf(time, context);
    if (time.opening !== null || /^[自从]/.test(time.raw)) return value;
    if (/^学年|^(?:召开|举行|举办|印发|发布|出台|实施)?的/.test(after)) return 'none';
    const precise = time.unit === 'day' || /[间止]$/.test(time.raw);
    const set = opensClause || inClause || /(?:期限|时间|[在于])(?:为|是)?$/.test(before);
    return precise || set || PHASE.test(before) || ACT.test(after) ? value : 'none';
  },
};
