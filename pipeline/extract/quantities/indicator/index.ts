import type { Mention } from '../frame.js';
import { headedThing } from '../rules/headed-list.js';
import { reachedByChange } from '../rules/reached-by-change.js';
import { spreadThing } from '../rules/spread.js';
import { MEASURED, VERBS } from '../words.js';
import { yieldOfArea } from './bare-yield.js';
import { following } from './following.js';
import { headlineBefore } from './headline-before.js';
import { limitedAction } from './limited-action.js';
import { stateOfAll } from './state-of-all.js';
import { leadingVerbsOff, thingOf } from './thing.js';
import { trimmed, withoutClosing, withoutInnerTime } from './trim.js';

export { parameterIndicator } from './parameter.js';
export { respectiveNames, sharedByBodies, withHeadOf, withSizeOf } from './shared-head.js';
export { thingOf as thingDone } from './thing.js';

const VERB_ONLY = new RegExp(
  `^(?:新|再|各|重点|年度|免费|集中|统一|继续|高质量|计划|预计|全年|每年|年均|全市|全省|全区|全县|全国|全州|试点|基本|${VERBS})+$`,
);
/** 组织培训, 新增造林: an act that is counted, behind a verb that says no more than that it is done. */
const ACT_OF_AN_ACT =
  /^(?:组织|开展|举办|新增|实施|安排)(培训|轮训|检查|抽检|检测|宣传|走访|造林|改造|招聘|对接|救助|巡查|评选|维修)$/;
/** A verb stands right before the number: 在船舶集中区增设1台终端, 每年至少召开1次会议. */
const ENDS_IN_VERB = new RegExp(`(?:${VERBS})）?(?:至少|不少于|约|各|共|总计|累计|了)?$`);
/** 完成城东和城西2个中心改造, 建成城东街道1所机构: places before the number, what they get behind it. */
const WHERE_BEFORE = new RegExp(
  `(?:^|${VERBS})(?:[一-鿿]{2,4}[、和及])+[一-鿿]{2,4}$|(?:${VERBS})[一-鿿]{2,6}(?:街道|乡镇|镇|乡|村|社区|新城|新区|园区|开发区|棚户区|片区)$|每[个处座]?[一-鿿（）、]{1,12}(?:建有|拥有|有|建|办|设)$|(?:[都均]|）)(?:建有|拥有|配有|有)$|每个[一-鿿（）、]{1,12}$|各[一-鿿（）、]{1,12}(?:建有|都有|均有|有)$|^每[个处座][一-鿿（）、]{2,10}$`,
);
/** 完成中心城区6座厂改造: where, and behind the number what is done. */
const FINISHED_THERE = /^(?:同时|全面|并)?完成[一-鿿]{2,10}$/;
const WORK_END = /(?:工程|改造|贯通|建设|整治|修复|施工|加固|治理)$/;
/** 4个重点镇18个社区7770户热源改造: in how many places. */
const PLACES_BEFORE =
  /\d[个家处][一-鿿]{0,4}(?:街道办?|镇|乡|村|社区|小区|县|区|市|景区|学校|园区)$/;
/** 90%解决率. */
const RATE_AFTER = /^[一-鿿]{2,6}率(?=$|[，。；、])/;
/** 20%的村集体年收入超30万元. */
const ABOVE_A_LINE =
  /^的([一-鿿]{3,16}?(?:达到|达|超过|超|突破|不低于)\d[\d.]*[万亿]*(?:元|吨|亩|平方米|公里)?(?:以上)?)/;
const CHANGED_TO =
  /(?:提高|提升|增加|扩大|增强|拓展|扩展|压缩|压减|缩短|降低|减少|精简|缩减)([^，。；、\d]{2,30})[至到]$/;
const MEASURED_END = new RegExp(`(?:${MEASURED})$`);
/** A bare verb that is counted or measured: 投放60%. */
const BARE_VERB =
  /^(?:投放|使用|下达|拨付|发放|支付|完成|执行|开工|建成|投产|办结|兑现|落实|增长|下降|到位|入库)$/;

/**
 * The noun phrase that a target measures, as written: before the number (查验无陪同比例达到70%), or behind
 * it where a bare verb stands before (推出100项体育精品赛事). A share of what the last clause names
 * (占全省比重) and a change of it (比2022年提高5个百分点) take that name from `previous`.
 */
export function indicatorOf(mention: Mention, previous: string | null): string {
  const { quantity } = mention;
  const line = quantity.kind === 'share' && ABOVE_A_LINE.exec(mention.after)?.[1];
  if (line) return line;
  const rate = quantity.kind === 'share' && RATE_AFTER.exec(mention.after)?.[0];
  if (rate) return rate;
  // 新建沟渠55条60公里: the measure of what was counted.
  if (previous !== null && COUNTED_TOO.test(mention.before)) return previous;
  const headed = headedThing(mention) ?? spreadThing(mention);
  if (headed !== null) return headed;
  if (previous !== null && reachedByChange(mention)) return previous;
  const changed = CHANGED_TO.exec(mention.before)?.[1];
  if (changed !== undefined) return changed;
  const action = limitedAction(mention);
  if (action !== null) return action;
  // 筹措890亿元实施十大惠民工程: what the sum is for.
  const purpose = RAISED.test(mention.before) && SPENT_ON.exec(mention.after)?.[1];
  if (purpose) return purpose;
  const after = following(mention);
  const counts = quantity.kind !== 'share' && quantity.kind !== 'time';
  if (after !== '' && counts && ENDS_IN_VERB.test(mention.before)) return after;
  if (
    after !== '' &&
    counts &&
    mention.compared === '' &&
    (WHERE_BEFORE.test(mention.before) ||
      (FINISHED_THERE.test(mention.before) && WORK_END.test(mention.after)))
  )
    return after;
  if (after !== '' && counts && PLACES_BEFORE.test(mention.before)) return after;
  // 甲、乙等10个项目: the noun of the things named stands behind.
  if (
    after !== '' &&
    counts &&
    /等$|、[^、]*$/.test(mention.before) &&
    mention.compared === '' &&
    !/[、）]$/.test(mention.before)
  )
    return after;
  if (after !== '' && FUND_SIZE.test(mention.before)) return after;
  // 100%保障用地指标: what all of it is done to.
  const all =
    quantity.value === 100 && mention.before === '' && DONE_WITH_ALL.exec(mention.after)?.[1];
  if (all) return all;
  const planted = DONE_THERE.exec(mention.before)?.[1];
  if (planted !== undefined) return planted;
  const invested = INVESTED.exec(mention.before);
  if (invested !== null) return invested[1]! + invested[2]!;
  const whole = stateOfAll(mention) ?? headlineBefore(mention);
  if (whole !== null) return whole;
  // 推动某公司30条生产线投产: what becomes of them follows their noun.
  if (
    after !== '' &&
    counts &&
    mention.compared === '' &&
    OF_SOMEBODY.test(mention.before) &&
    BECOMES.test(mention.after)
  )
    return after;
  // 市级30支、县级90支的志愿队伍: the last item names the thing.
  const narrowed = narrowedName(mention);
  if (narrowed !== null) return narrowed;
  if (GROWTH_ALONE.test(mention.before)) return (previous ?? '') + mention.before;
  const before = withoutInnerTime(trimmed(lastItem(mention.before)));
  if (BARE_VERB.test(before) && quantity.kind === 'share')
    return before === '' ? '' : governed(mention, before, previous);
  if (/^(?:占|比(?!例|重))/.test(before) || before === '') {
    if (before === '' && after !== '') return after;
    if (before === '' && isLedIn(mention)) return clauseBefore(mention);
    if (before === '' || before.startsWith('比')) return previous ?? clauseBefore(mention);
    return previous && !previous.includes('占') ? previous + before : before;
  }
  if (VERB_ONLY.test(before))
    return after || (ACT_OF_AN_ACT.exec(before)?.[1] ?? governed(mention, before, previous));
  // 信贷通撬动银行资本增长20%: what changes may hold a verb.
  const changes = quantity.op === 'increase' || quantity.op === 'decrease';
  const thing = changes ? leadingVerbsOff(before) : thingOf(before);
  // 其中建成项目102个: a noun that all of them are is told apart by its verb.
  if (OF_THEM.test(mention.before) && GENERIC.test(thing)) return before;
  const bare = quantity.kind === 'share' ? withMeasure(thing, previous) : null;
  const named = bare ?? (thing.replace(DONE_TO, '') || after);
  return yieldOfArea(named, previous) ?? named;
}

/** 普通公路力争完成投资: what the investment is made in; 年度计划完成投资 names none. */
const INVESTED =
  /^(?:(?:20\d\d年|全年|今年)，?)?((?!全|本|年度|项目|计划|力争|其中|上半年)[一-鿿]{2,10}?(?<!续建|新开工|在建)(?<!项目)(?:建设)?)(?:年度|今年|全年)?(?:力争|计划|预计|要|将|应|确保)完成((?:固定资产)?投资)$/;

/** 沟渠55条: the thing with its count, right before its measure. */
const COUNTED_TOO = /\d[条处座段](?:、|共|约)?$/;

/** 推动某公司: whose things they are; 推动规模企业30家投产 names them itself. */
const OF_SOMEBODY = /^(?:推动|推进|促进|支持|力促)[一-鿿]{2,12}(?<!企业|项目|工程)$/;
const BECOMES = /^[一-鿿]{2,10}(?:投产|建成|达产|竣工|开工|复产|投用|通车|投入使用)$/;

/** 争取上级资金支持，确保超过6000万元: its own statement names it, behind numbers of others. */
function isLedIn({ leadIn, clauseBefore: clause, previous, quantity }: Mention): boolean {
  const from = quantity.start - clause.length - leadIn.length;
  return (
    previous !== null &&
    previous.frame.quantity.start < from &&
    /^[^，。；：\d]{6,}，$/.test(leadIn)
  );
}

/** 县（市）达到30%: only where, behind a rate said of another place. */
const PLACE_ALONE =
  /^(?:其中)?(?:市区|城区|城市|农村|城镇|乡镇|山区|县城|县（市）|县（市、区）|[一-鿿]{1,4}[市县区州])$/;
const OF_A_PLACE =
  /^(?:全[市省县区州国]|市区|城区|城市|农村|城镇|乡镇|山区|县城|县（市）|县（市、区）|[一-鿿]{2,4}[市县州])(?=[一-鿿]{3})/;

/** The rate of the place before, for a place without one; null where it names its own. */
function withMeasure(thing: string, previous: string | null): string | null {
  if (previous === null || !PLACE_ALONE.test(thing) || !MEASURED_END.test(previous)) return null;
  return thing.replace(/^其中/, '') + previous.replace(OF_A_PLACE, '');
}

/** 旅游总收入800亿元，年均增速20%: the rate of what stands before. */
const GROWTH_ALONE = /^年均(?:增速|增幅|增长率)$/;
const OF_THEM = /^其中/;
const GENERIC = /^(?:项目|企业|工程|任务|产品|房源|人员)$/;
/** 对省重点项目用地指标100%保障. */
const DONE_TO = /^对(?![接标照外口内比应策台])/;

/** 筹措, 安排 with nothing raised named before the sum. */
const RAISED = /(?:^|[，、]|年|年内)(?:共|累计|计划)?(?:筹措|安排|投入|统筹|整合|拨付|争取)$/;
const SPENT_ON =
  /^(?:元)?(?:资金)?(?:专项)?(?:用于|实施|支持|保障|推动|推进|开展)([一-鿿“”、（）A-Z+]{3,30}?)(?=$|[，。；])/;
const DONE_WITH_ALL =
  /^(?:保障|满足|落实|兑现|完成|支付|办理|受理|处置|整改|覆盖|兜底)([一-鿿“”]{3,20})$/;
/** 基金全部投放完毕、年底前使用进度: the last item only says what is done next with the same thing. */
const SAME_THING =
  /^(.*?)(?:全部)?(?:投放|下达|拨付|发放|支付|使用|分解)(?:完毕|到位|完成)、(?:[^、]{0,8}?前)?((?:投放|下达|拨付|发放|支付|使用|执行)(?:进度|率|比例))$/;

/** …全部投放完毕、年底前使用进度: a list's item that ends its own statement is no part of the name. */
function lastItem(words: string): string {
  const same = SAME_THING.exec(withoutClosing(words));
  if (same !== null && same[1]!.length >= 2) return same[1]! + same[2]!;
  const cut = words.lastIndexOf('、');
  if (cut < 0) return words;
  const last = words.slice(cut + 1);
  return /(?:完毕|到位|完成|使用|开工|完工|投产|落地|零[一-鿿]{1,4})$/.test(words.slice(0, cut)) &&
    MEASURED_END.test(trimmed(last))
    ? last
    : words;
}

const PLAIN_ONLY = new RegExp(`^(?:[全各][市省区县州国]|每年|年均|每月|再|新|${VERBS})+$`);

/** 设立规模不低于1亿元的引导资金. */
const FUND_SIZE = /(?:设立|组建|发起|成立|建立)(?:总)?规模$/;
const NARROWS = /^[一-鿿A-Z\d]{1,6}[级类型式]$/;

function narrowedName({ before, after }: Mention): string | null {
  const narrow = trimmed(before);
  return NARROWS.test(narrow) && /^的[一-鿿“]{2,}/.test(after) ? narrow + after.slice(1) : null;
}

const BUILT = /^(?:累计|共)?(?:建成|新建|建设|完成建设|创建|培育)$/;

/** 植树20万株: the verb holds its noun. */
const NAMES_ITSELF = /^(?:植树|造林|打井|种草|育苗|封山育林)$/;
/** 在甲、乙等乡镇造林: where, before it. */
const DONE_THERE = /^在[^，。；]*?((?:人工|飞播|义务|四旁)?(?:植树|造林|打井|种草|育苗|封山育林))$/;

/** What a bare verb is said of: the target before it in its sentence, or the clause that leads in. */
function governed(mention: Mention, words: string, previous: string | null): string {
  const verb = words.replace(/^基本(?=.)/, '');
  if (NAMES_ITSELF.test(verb)) return verb;
  // 新铺管道400公里，累计建成1000公里: the same thing.
  if (previous !== null && mention.quantity.kind !== 'share' && BUILT.test(verb)) return previous;
  if (previous !== null)
    return previous.endsWith(verb) || previous.length < 2
      ? previous
      : previous.replace(/(?:投放|下达|使用|支付|完成|施工|开工)$/, '') + verb;
  const lead = thingOf(
    clauseBefore(mention).replace(
      /^(?:通过[^，。；]{2,30}?(?=筹集|建设|新增)|[对为][^，。；]{2,40}?(?=实施|开展|进行|提供))/,
      '',
    ),
  );
  if (lead !== '' && (lead.endsWith(verb) || PLAIN_ONLY.test(verb))) return lead;
  return lead !== '' && lead.length <= 14 ? lead + verb : verb;
}

/** 高新技术企业数量翻一番: how it changes is none of its name. */
const GROWS =
  /(?<=.{3})(?:实现|力争)?(?:翻[一两二]番|倍增|翻番|(?:稳步|显著|大幅|明显|持续|不断|进一步)(?:提[升高]|增长|增加|扩大|下降|降低|减少))$/;
/** 充电桩3000个: the number of the clause before is none of its name. */
const NUMBER_AT_END = /\d[\d.]*[%万亿]?[^\d，]{0,3}$/;

/** The clause before the quantity's own in its sentence. */
function clauseBefore({ leadIn }: Mention): string {
  const clause =
    leadIn
      .replace(/[，：]$/, '')
      .split(/[，：]/)
      .at(-1) ?? '';
  return trimmed(clause.replace(NUMBER_AT_END, ''))
    .replace(/^(?:加快|推进|加大|加强|抓好)/, '')
    .replace(GROWS, '')
    .replace(/(?<=^(?:全[市省县区国州])?)(?:已有|现有|共有)/, '')
    .replace(/(?<=.{3})(?:每年|年均|均)$/, '');
}
