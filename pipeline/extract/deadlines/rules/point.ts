import { by, type DeadlineRule } from '../rule.js';
import type { Surroundings } from '../surroundings.js';

/** Behind a year these make it part of a name: 2023年度计划, 2023年版, 2023年是…之年. */
const NAMES_ON =
  /^(?:度|版|级|款|期|第|春季|夏季|秋季|冬季|是|为|的|以来|底?政务|中央|国家|\S{0,6}(?:以来|工作要点))|^[）)》”]/;
/** Aims of the whole year, spoken of as a thing: 全年经济发展主要预期目标. */
const WHOLE_YEAR_THING =
  /^(?:经济|预期|目标|任务|工作|发展|收入|平均|总|累计上缴|各|365)|^[^，。；]{0,10}(?:预期目标|目标任务|目标)/;
/** 6月10日、10月10日前: the sign of a limit stands behind the last day only. */
const LIMIT_FOLLOWS = /^[、和及][^，。；]{2,12}前/;

/**
 * A bare year, half-year, quarter, month or 底 that opens its clause and is followed by what is to be
 * done: 2023年，培育…, 力争2023年实现…, 全年新增…, 上半年实现常态运行, 2023年底，….
 */
export const point: DeadlineRule = {
  name: 'point',
  read(surroundings) {
    const { time, after, opensClause, before } = surroundings;
    if (time.bound !== null || time.to === null) return null;
    if (time.kind === 'date') {
      const due = LIMIT_FOLLOWS.test(after) || /(?:于|在|截止时间为)$/.test(before);
      return due && isAct(after) ? by(time.to) : 'none';
    }
    if (time.kind !== 'period') return null;
    if (!opensClause || NAMES_ON.test(after)) return 'none';
    return isResult(surroundings) ? by(time.to) : 'none';
  },
};

function isAct(after: string): boolean {
  return !/^(?:起|后|召开的|印发的|发布的|的)/.test(after);
}

function isResult({ time, before, after }: Surroundings): boolean {
  if (/初$/.test(time.raw)) return false;
  if (/^[。；）)〕\]]|^$/.test(after)) return false;
  // 一季度开门红、二季度增长稳: an item of a list of times, not of things to do
  if (/、$/.test(before) && time.unit !== 'year') return false;
  // 今年 and 去年 tell; they set nothing.
  if (/^(?:[今去前上本当]|上一)年/.test(time.raw))
    return /^[，,]?[^，。；]{0,30}\d/.test(after) && time.raw.startsWith('今年');
  return !/^全年/.test(time.raw) || !WHOLE_YEAR_THING.test(after);
}
