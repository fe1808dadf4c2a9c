import { ACTS, COVERED, RELIEFS, STATES } from '../../../lexicon/data/acts.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import type { DeadlineRule } from '../rule.js';
import type { Situation } from '../situation.js';

const STATE = alternation(STATES);
const WHO = alternation(COVERED);
const RELIEF = alternation(RELIEFS);
/** A condition opens before the time, and is not over: 对…, 凡在…, 按照合同约定…. */
const OPEN =
  /(?:对于?(?![标照接外内口策话比方应账冲症称])|针对|凡是?|如(?!期|何|下|实)|若(?!干)|符合|属于|(?:合同|协议)(?:的)?约定|拟在)([^，]*)$/;
/** 按照2025年6月底前完成的要求 sets the day. */
const AS_WANTED = /^[^。；]{0,40}的(?:要求|目标|节点|时限|时间|进度|部署|原则|安排)/;
/** 6月底前，如承建单位未完成验收，不得…. */
const UNLESS = /^[，,](?:如果?|若|凡)(?!期|实)[^，。；]{0,60}(?:未|没有|不)/;
/** 新建的公共建筑全部达到…: what it is said of. */
const OF_ALL = new RegExp(
  `^(?:${STATE})(?:并[^，。；的]{2,6})?的[^，。；]{2,16}?(?:全部|全面|一律|均|都|应当?|必须|不得|可|按)`,
);
/** 12月1日前已签订合同、重新办理备案的不予补助. */
const REFUSED = /^[^。；]{2,60}的[，,]?(?:不予|不享受|不再享受|不纳入|不适用|不在此列)/;
/** Right before the time: a base that it only names. */
const NAMES_BASE =
  /(?:对于?|针对|根据|按照|依据|落实|贯彻|购置日期在|开具日期在|发生在|享受|纳入|统筹)$/;
/** 2024年5月18日前发放的公积金贷款, 9月底前已取得土地使用权但尚未开工的项目. */
const RELATIVE = new RegExp(`^(?:（含）)?(?:${STATE})[^，。；]{0,40}的[^，。；的]{0,10}(?:${WHO})`);
/** …的企业，; the noun ends what says whom it is for. */
const ATTRIBUTE = new RegExp(
  `^[^，。；]{1,40}的[^，。；的]{0,10}(?:${WHO})(?:（[^（）]{0,30}）)?[，,]`,
);
/** …建成投用的项目，给予; …的融资，可以; …的贷款自1月1日起执行新利率. */
const TREATED = new RegExp(
  `^[^。；]{1,60}?的[^，。；的]{0,10}(?:${WHO})(?:（[^（）]{0,30}）)?[，,]?(?:${RELIEF}|由|按|其|统一|参照|不|均|应|也|可|自|从|仍|将|视为|在[^，。；]{0,12}[内下前]，?(?:不|可|按|给予))`,
);
/** 12月31日前新出让的用地，保证金调整为: none of it is what bodies finish. */
const OTHERS = new RegExp(
  `^(?!完成|建成|建设|实现|达到|新增|引进|新建)(?:[新拟已未]|尚未|首次|依法)?(?:${STATE})[^，。；]{0,40}的[^，。；的]{0,10}(?:${WHO})[，,](?!全部|全面|要|应|须|必须|确保)`,
);
/** 完成不动产权证办理可给予补贴; 缴清契税，由受益财政给予补贴. */
const GRANTED =
  /^[^，。；]{2,40}[，,]?(?:后?可以?|的?由[^，。；]{2,14})(?:给予|予以|享受|获得|申请|申领|领取)[^，。；]{0,30}(?:补贴|奖励|补助|奖补|优惠|减免|资助|券)/;
/** 在2023年6月30日前缴清契税的，…. */
const NOMINAL = /^[^，。；：]{0,60}的(?:[（(][^（）()]{0,40}[）)])?[，,]/;
/** 在12月31日前办理的享受契税补贴, 6月底前开工的给予奖励. */
const THOSE_THAT =
  /^[^，。；：的]{1,24}(?<![目标项])的(?:可以?|均|都|一律|再)?(?:享受|给予|予以|补贴|奖励|不予|免收|免征)/;
const ACT_FIRST = new RegExp(`^[，,]?(?:${alternation(ACTS)})`);
const STATE_WORDS = new Set(STATES.map(({ word }) => word));
/** Acts that only bodies do: 出台, 制定, 报送; 购买 and 开工 are others' as well. */
const OFFICIAL_ACT = new RegExp(
  `^[，,]?(?:${alternation(ACTS.filter(({ word }) => !STATE_WORDS.has(word)))})`,
);

export const condition: DeadlineRule = {
  id: 'deadline.condition',
  summary: 'A day within a condition that says who or what a measure is for.',
  example: '对【2024年3月31日之前】供应、目前尚未开发的房地产用地，鼓励企业优化开发。',
  read: (situation) => {
    const { time } = situation;
    if (time.kind === 'recurring') return null;
    if (REFUSED.test(situation.after)) return 'none';
    return isWindow(situation) || !isCondition(situation) ? null : 'none';
  },
};

/** 凡2023年7月1日至2024年6月30日期间购买…的: the days in which a relief is to be had. */
function isWindow({ time }: Situation): boolean {
  if (time.opening !== null) return true;
  return time.bound === 'range' && (time.unit === 'day' || /[间止]$/.test(time.raw));
}

function isCondition({ time, before, lead, after, clauseAfter }: Situation): boolean {
  if (NAMES_BASE.test(before)) return !AS_WANTED.test(after);
  if (NOMINAL.test(clauseAfter) || THOSE_THAT.test(clauseAfter)) return true;
  if (/(?:合同|协议)(?:的)?约定[^，。；]{0,8}$/.test(lead)) return true;
  // 除6月底前可开工建设的安置点外
  if (
    /除[^，。；]*$/.test(lead) &&
    /^[^，。；]{1,40}(?:以外|之外|外(?=[，,、]|$))/.test(clauseAfter)
  )
    return true;
  // 网签日期应在2022年12月31日前: what is asked of a paper or an act of somebody
  if (/(?:日期|[^上]时间)(?:应当?|须|需|必须)(?:[在为于]|不晚于)$/.test(before)) return true;
  const open = OPEN.exec(lead);
  // 对符合条件的企业在年底前给予补贴: what it is for was said before
  if (open && !open[1]!.includes('的') && /^[^，。；]*的/.test(clauseAfter)) return true;
  if (OF_ALL.test(clauseAfter) || UNLESS.test(after)) return true;
  // 2027年12月31日前，属于小规模纳税人的企业…, 2023年对…的纳税人免征: it governs what comes behind
  if (/^(?:[，,]|(?:继续)?(?:对|凡|针对))/.test(clauseAfter)) return false;
  // 且承诺2022年12月31日前全部完成拆迁的项目，可按
  if (/[且并已诺]$/.test(before) && TREATED.test(after)) return true;
  const opensAct = OFFICIAL_ACT.test(clauseAfter);
  if (!opensAct && (TREATED.test(after) || GRANTED.test(after))) return true;
  if (OTHERS.test(after)) return true;
  if (RELATIVE.test(clauseAfter) && (TREATED.test(after) || !ACT_FIRST.test(clauseAfter))) {
    return true;
  }
  // 2024年出让的商住用地，; 且一季度增速不低于…的企业，
  const bare = time.bound === null;
  if (bare && /[且并或]$/.test(before) && clauseAfter.includes('的')) return true;
  return (
    bare && ATTRIBUTE.test(clauseAfter) && (/[且并或]$/.test(before) || RELATIVE.test(clauseAfter))
  );
}
