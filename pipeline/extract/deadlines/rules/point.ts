import { by, type DeadlineRule } from '../rule.js';
import type { Surroundings } from '../surroundings.js';

/** Behind a year these make it part of a name or of a tale: 2023年版, 2023年是…之年. */
const NAMES_ON =
  /^(?:版|级|款|期|第|春季|夏季|秋季|冬季|是|为|的|以来|政务|中央|国家|[^，。；]{0,20}(?:工作要点|任务清单|行动方案|实施方案|工作方案|工作计划)$)|^[》”]/;
/** What a year's policy is, not what is to be reached in it: 2023年对…免征增值税. */
const POLICY = /^[^，。；]{0,30}(?:继续|免征|减征|减免|减半|减按|暂免|收取)/;
/** Aims of the whole year, spoken of as a thing: 全年经济发展主要预期目标. */
const WHOLE_YEAR_THING =
  /^(?:实际|经济|预期|目标|任务|工作|发展|收入|平均|总|累计上缴|各|365)|^[^，。；]{0,10}(?:预期目标|目标任务|目标)/;
/** 全年 behind its subject: 发电企业对用户全年让利4亿元. */
const WHOLE_YEAR_ACT =
  /^(?:力争|实现|完成|新增|培育|举办|开展|达到|让利|减负|支持)[^，。；]{0,20}\d/;
/** 6月10日、10月10日前: the sign of a limit stands behind the last day only. */
const LIMIT_FOLLOWS = /^[、和及][^，。；]{2,12}前/;

/**
 * A bare year, half-year, quarter, month or 底 that opens its clause and is followed by what is to be
 * done: 2023年，培育…, 力争2023年实现…, 全年新增…, 上半年实现常态运行, 2023年底，….
 */
export const point: DeadlineRule = {
  name: 'point',
  read(surroundings) {
    const { time, after, before, opensClause, inClause } = surroundings;
    if (time.bound !== null || time.to === null) return null;
    if (time.kind === 'date') {
      const due = LIMIT_FOLLOWS.test(after) || /(?:于|在|截止时间为)$/.test(before);
      return due && isAct(before, after) ? by(time.to) : 'none';
    }
    if (time.kind !== 'period') return null;
    if (inClause && opensClause && /^[）)〕\]；;。]/.test(after)) return by(time.to);
    const opens =
      opensClause ||
      (time.unit === 'part' && /(?:于|在)$/.test(before)) ||
      (time.raw === '全年' && WHOLE_YEAR_ACT.test(after));
    if (!opens || (time.raw !== '全年' && NAMES_ON.test(after))) return 'none';
    return isResult(surroundings) ? by(time.to) : 'none';
  },
};

function isAct(before: string, after: string): boolean {
  if (/[已并]于$/.test(before) || /^经/.test(after)) return false;
  return !/^(?:起|后|召开的|印发的|发布的|的)/.test(after);
}

function isResult({ time, before, after }: Surroundings): boolean {
  if (/初$/.test(time.raw)) return false;
  if (/^[。；）)〕\]]|^$/.test(after)) return false;
  // 一季度开门红、二季度增长稳: an item of a list of times, not of things to do
  if (/、$/.test(before) && time.unit !== 'year') return false;
  if (time.unit !== 'year') return true;
  if (time.raw === '全年') return !WHOLE_YEAR_THING.test(after);
  if (POLICY.test(after) || (time.raw.endsWith('度') && !/^[，,]/.test(after))) return false;
  // 今年 and 去年 tell; they set nothing, unless a number follows.
  return !/^\D/.test(time.raw) || (time.raw === '今年' && /^[，,]?[^，。；]{0,30}\d/.test(after));
}
