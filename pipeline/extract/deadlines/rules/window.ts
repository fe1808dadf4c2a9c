import { ACTS } from '../../../lexicon/data/acts.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import { type DeadlineRule, isUndated, period } from '../rule.js';
import { windowOf } from '../window.js';

const ACT = new RegExp(`^(?:，)?(?:${alternation(ACTS)})`);
/** 1—9月，全市经济平稳运行: what was, is told. Of what is to be reached in them (1—6月完成60亿元) the last day counts. */
const NO_STRETCH =
  /^[，,]?[^，。；]{0,30}(?:已|取得了|同比|环比|平稳|完成|实现|达到|增长|下降|新增|新建|建成)|^(?:的|[、和及。；）)])|^$/;
/** A phase before its days: 调查处理阶段（2023年4-9月）. */
const PHASE = /(?:阶段|环节|步|期|季|活动|月)[（(：:\s]*$/;

/** 7—9月: one year's months with a mark between, read as one part of it. */
const MONTHS =
  /\d\s*(?:[-—–―~～至到]{1,2})\s*\d{1,2}\s*月份?$|^[^\d]*[一二三四五六七八九十]+\s*[-—–―~～至到]{1,2}\s*[一二三四五六七八九十]+\s*月份?$/;

export const window: DeadlineRule = {
  id: 'deadline.window',
  summary: 'A stretch of days: 自2023年1月1日至2027年12月31日, 即日起至2024年底.',
  example: '【即日起至2024年12月31日】，公开招拍挂出让的商住用地可分期缴纳土地出让价款。',
  read({ time, before, after, opensClause, inClause, context }) {
    if (time.kind !== 'period') return null;
    const months = time.bound === null && time.unit === 'month' && MONTHS.test(time.raw);
    if (months)
      return opensClause && !isUndated(time) && !NO_STRETCH.test(after)
        ? period(time.from, time.to)
        : null;
    if (time.bound !== 'range') return null;
    const value = windowOf(time, context);
    if (time.opening !== null || /^[自从]/.test(time.raw)) return value;
    if (/^学年|^(?:召开|举行|举办|印发|发布|出台|实施)?的/.test(after)) return 'none';
    const precise = time.unit === 'day' || /[间止]$/.test(time.raw);
    const set = opensClause || inClause || /(?:期限|时间|[在于])(?:为|是)?$/.test(before);
    return precise || set || PHASE.test(before) || ACT.test(after) ? value : 'none';
  },
};
