import { by, type DeadlineRule, isUndated } from '../rule.js';
import type { Situation } from '../situation.js';

/** Behind a year these make it part of a name or of a tale: 2023年版, 2023年是…之年. */
const NAMES_ON = /^[，,]?(?:是|为|的|以来|底?之?前?[》”])/;
/** Aims of the whole year, spoken of as a thing: 全年经济发展主要预期目标. */
const WHOLE_YEAR_THING =
  /^(?:实际|经济|预期|目标|任务|工作|发展|收入|平均|总|累计上缴|各|365|范围|不少于\d+天)|^[^，。；]{0,10}(?:预期目标|目标任务|目标)/;
/** 2026年预算于2025年10月底前报送: the year of a thing that a day of its own is set for. */
const OF_A_THING = /^[^，。；\d]{1,16}[于在](?:19|20)\d\d年\d{1,2}月/;
/** What was, is told: 2023年，全市经济运行总体平稳，…取得. */
const TOLD =
  /^[，,]?[^，。；]{0,30}(?:已|取得了|荣获|位居|排名全|以来|果断|顶住|克服)|^[^。；]{0,60}(?:同比|环比)(?:名义|实际)?(?:增长|下降|提高|增加|减少|多增|回落|上升)约?[\d.]+(?![\d.]*(?:个百分点|%|万|亿)?[元]?(?:以上|左右|以内))|^[^。；]{0,40}(?:余额[为约]?\d|平均增速为|总体平稳|保持稳定)/;
/** What came of it stands in a later clause: 联合开展整治工作，取得了明显成效. */
const CAME_OF_IT =
  /^[^。；]{0,80}[，,](?:并|也)?(?:取得|收到)了?(?:明显|显著|积极|良好|初步|较好|阶段性)/;
/** 2021年，我们将迎来…百年: an occasion. */
const OCCASION = /^[，,]?[^，。；]{0,8}(?:将?迎来|正值|恰逢|适逢|喜迎)/;
/** 1997年，…发生地震的可能性较大: what may happen of itself. */
const MAY_HAPPEN = /^[^。；]{0,40}可能(?:性|会|发生|出现)/;
const FORMULA = /^[^，。；]*[×÷/+=＝]/;
/** “十四五”时期 leads in what is told, unless something is to be reached in it. */
const PLANNED =
  /(?:新增|新建|建设|建成|改造|培育|完成|实施|力争|达到?|规划|计划|安排|提高到|超过|突破|增长|不低于|不少于|控制在|下降|降低)[^。；]{0,30}\d/;

export const opening: DeadlineRule = {
  id: 'deadline.opening',
  summary:
    'A bare year, half-year, quarter, month or 底 that opens its clause, with what is to be reached in it.',
  example: '【2023年】，培育绿色直播间30家。',
  read(situation) {
    const { time, clauseAfter, opensClause, inClause } = situation;
    if (time.bound !== null || isUndated(time) || time.kind !== 'period') return null;
    if (inClause && opensClause && /^[）)〕\]；;。]/.test(clauseAfter)) return by(time.to);
    if (!opensClause || (time.raw !== '全年' && NAMES_ON.test(clauseAfter))) return null;
    return isResult(situation) ? by(time.to) : null;
  },
};

function isResult({ time, before, after, clauseAfter }: Situation): boolean {
  if (/初$/.test(time.raw)) return false;
  // 计算方法：（本年度收入-上一年度收入）/上一年度收入×100%
  if (/^(?:本|上一?)年度/.test(time.raw) && FORMULA.test(after)) return false;
  if (/^[。；）)〕\]]|^$/.test(clauseAfter)) return false;
  // 一季度开门红、二季度增长稳: an item of a list of times, not of things to do
  if (/、$/.test(before) && time.unit !== 'year') return false;
  if (time.unit === 'year' && OF_A_THING.test(clauseAfter)) return false;
  if (TOLD.test(clauseAfter) || CAME_OF_IT.test(after)) return false;
  if (MAY_HAPPEN.test(after) || OCCASION.test(after)) return false;
  if (time.unit === 'plan') return PLANNED.test(after);
  // 一季度开门红、上半年双过半
  if (
    /^[、和及]|^[^，。；\d]{1,6}、(?:[上下]半年|第?[一二三四]季度|全年|年底|\d)/.test(clauseAfter)
  )
    return false;
  if (time.unit !== 'year') return true;
  if (time.raw === '全年') return !WHOLE_YEAR_THING.test(clauseAfter);
  if (/(?<!本年)度$/.test(time.raw) && !/^[，,]/.test(clauseAfter)) return false;
  // 今年 and 去年 tell; they set nothing, unless a number follows.
  return (
    !/^\D/.test(time.raw) ||
    (/^(?:今年|本年度?)$/.test(time.raw) &&
      (/^[^，。；]{0,30}\d/.test(clauseAfter) || /^[，,][^，。；]{0,30}\d/.test(after)))
  );
}
