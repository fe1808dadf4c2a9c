import type { DeadlineRule } from '../rule.js';

/** What a year names when it stands before it: 2023年度计划, 2023年版. */
const NAMED =
  /^(?:[省市县区州盟旗]?《|版|级|款|期|第|春季|夏季|秋季|冬季|高考|中考|春运|两会|防汛|征兵|预算|决算|[^，。；]{1,6}期间|新增[^，。；]{0,6}(?:债券|专项债)|政务|中央|国家)|^(?![是为])[^，。；：]{0,30}(?:工作要点|责任清单|任务分工|分工方案|任务分解表?)|^(?![是为])[^，。；：]{0,12}(?:工作安排(?:$|[。：\n])|工作部署(?:$|[。：\n])|提前批|行动计划|工作计划|工作思路|工作打算|工作亮点|实施计划|年度计划|工作要点|任务清单|实施方案|行动方案|工作方案|专项债券?计划|目录|清单|名单|指南|规划|纲要|指标体系|白皮书|蓝皮书)/;
/** Words that may stand between a time and a plan that is to be made by it. */
const MADE =
  /^[，,]|举办|开展|组织|召开|承办|力争|出台|制定|制订|印发|编制|形成|完成|发布|公布|建立|修订|起草|报送|上报|公示|更新/;
/** A plan before its years in brackets: …行动计划（2023—2025年）. */
const PLAN = /(?:计划|规划|方案|纲要|行动|目录|清单|要点|指南|标准|办法|意见|措施)[（(]$/;

/** `2022年月日`: a day that is yet to be written. */
const PLACEHOLDER = /^\s*(?:[Xx×某]*\s*月\s*)?[Xx×某]*\s*日(?=\s|$|附)/;
/** `同一提取年度内`, `一个缴存年度内`: a cycle of somebody's own. */
const OF_A_CYCLE =
  /(?:同一|每一?个?|一个|当个)$|(?:提取|缴存|会计|财政|结算|纳税|合同|保险|参保|评审|养殖)$/;

/** （2021年修订）: which text of a law. */
const REVISED =
  /^\s{0,3}(?:修订|修正|修改|版|通过|公布|发布|施行)?[）)]?版?$|^\s{0,3}(?:修订|修正|修改)[）)本版]/;

export const name: DeadlineRule = {
  id: 'deadline.name',
  summary: 'A time in a title, in a name in quotation marks, or before the noun that it names.',
  example: '落实《【2023年】全市招标投标领域整治方案》。',
  read({ time, before, after, clauseAfter, inName, inClause }) {
    if (inName || PLACEHOLDER.test(after) || (/^年度?内/.test(time.raw) && OF_A_CYCLE.test(before)))
      return 'none';
    // （2025年6月底前） is a limit
    const edition = time.bound !== 'before' && REVISED.test(after);
    if (edition || (/前$/.test(time.raw) && /^\s{0,8}言(?:\s|$)/.test(after))) return 'none';
    // 制定方案（7月18日至25日） says when, 行动计划（2023—2025年） which.
    const exact = time.unit === 'day';
    if (!inClause && !exact && PLAN.test(before) && /^[）)]/.test(clauseAfter)) return 'none';
    if (time.bound !== null && time.bound !== 'range') return null;
    if (time.unit !== 'year' || time.raw === '全年') return null;
    return NAMED.test(clauseAfter) && !MADE.test(clauseAfter) ? 'none' : null;
  },
};
