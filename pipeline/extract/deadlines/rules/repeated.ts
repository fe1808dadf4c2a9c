import { ACTS } from '../../../lexicon/data/acts.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import { type DeadlineRule, recurring } from '../rule.js';

/** Between the time and its verb: counts, duties, manners. */
const ACT_WORD = alternation(ACTS.filter(({ word }) => word.length > 1));
const LEADS_ON = new RegExp(
  `^[，,]?(?:[、和及或](?:月度?|季度?|年度?|周|旬))*(?:至少|不少于|原则上|应当?|要|须|需|必须|均|都|请|各|定期|不定期|集中|统一|分别|滚动|动态|专题|专门|上门|实地|现场|轮流|常态化|认真|及时|积极|主动|按时|有计划地?|有重点地?|有针对性地?|分批|分级|分类|[月季](?:度)?(?:终了)?后\\s?\\d{1,2}\\s?[日天](?:[之以]?前|[之以]?内)|(?:会同|联合|与|同|由|在|到|向|对|从)[^，。；]{2,14}?(?=${ACT_WORD})|\\d+次|[一二两三四]次){0,4}`,
);
const ACT = new RegExp(`^(?:${alternation(ACTS)})`);
/** 每年11月1日为, 每月25日前, 每年1月底、7月底前: it names its own day. */
const OWN_DAY = /前$|\d\s{0,3}[日号]$/;
/** 每周六举办夜市 is when something is open; 每周五报送进展 is when it is due. */
const WEEKDAY = /(?:周|星期)[一二三四五六日天](?:[上下]午)?$/;
const REPORTS =
  /^[^，。；]{0,12}?(?:报送|上报|报告|汇报|反馈|通报|调度|例会|会商|汇总|更新|发布|公布|公示|研判)/;
const LISTED_DAY = /^[、和及][^，。；]{2,12}前/;
/** 每年各县（市、区）要组织, 每季度选取一批企业走访2次. */
const COUNTED =
  /^[^，。；]{0,30}?(?:期间|[一二两三四五六\d]+(?:次|场|期|批|轮|家|个|名|户|条|项|万)|不少于|至少|(?<![主重需必纪摘概])要(?![求素点件闻])|(?<![供相对反响适效])应当?(?![急用对届聘收付税有])|须)/;

/** 要按月领取结算单, 主动按月交纳: whatever is to be done so is done again and again. */
export const BOUND_TO = /(?:(?<![主重需必纪摘概])要|必须|坚持|主动)$/;
/** 每月报送等要求，将另行通知: it is told elsewhere. */
const TOLD_LATER =
  /^[^，。；]{0,30}(?:要求|事项|办法|安排|细则)[，,]?(?:将|由[^，。；]{2,14})?另行/;

export const repeated: DeadlineRule = {
  id: 'deadline.repeated',
  summary: 'What is done again and again: 每月, 每季度, 按月, 每年 with an act.',
  example: '【每季度】通报信贷投放进展。',
  read({ time, before, after, clauseAfter }) {
    if (time.kind !== 'recurring') return null;
    if (/^为/.test(after) || TOLD_LATER.test(after)) return 'none';
    if (WEEKDAY.test(time.raw)) return REPORTS.test(after) ? recurring(time.every) : 'none';
    if (OWN_DAY.test(time.raw) || LISTED_DAY.test(after)) return recurring(time.every);
    const rest = after.replace(LEADS_ON, '');
    const acts = ACT.test(rest) || ACT.test(after) || /^[，,]/.test(after);
    return acts || BOUND_TO.test(before) || COUNTED.test(clauseAfter)
      ? recurring(time.every)
      : 'none';
  },
};
