import { PLAIN_VERBS, VERBS } from '../words.js';

const PLAIN = new RegExp(
  `(?:${PLAIN_VERBS})+(?!率|量$|数$|任务|进度|比例|情况|能力|标准|地区|规模|价)`,
  'g',
);
/** 新建、改建农村公路: several verbs of one thing. */
const VERB_LIST = new RegExp(
  `^(?:${VERBS}|改建|扩建|新|改|扩)(?:[、和及并](?:${VERBS}|改建|扩建|开放|改|扩))+(?=[一-鿿“]{2})(?!率|量|项目|工程|任务)`,
);
/** 新增或改扩建农贸市场, 新建（改建）食堂. */
const VERB_OR_VERB = new RegExp(
  `^新?（[改扩迁续新、和]{1,8}）建(?=[一-鿿“]{2})|^(?:${VERBS}|改建|扩建)(?:或(?:${VERBS}|改扩建|改建|扩建)|（(?:${VERBS}|改建|扩建)）)(?=[一-鿿“]{2})`,
);
/** 帮助解决问题: verbs that a verb may follow. */
const BEFORE_VERB = /^(?:帮助|支持|组织|引导|推动|协助|促进|指导|推进)$/;
/** Verbs that open the words, one after another: 谋划打造, 完成供应. */
const PLAIN_WHOLE = new RegExp(`(?:${PLAIN_VERBS})$`);
const LEADING = new RegExp(
  `^(?:共同|直接|共|各|要|再|（(?:改|扩|新|、)+）)?(?!增加值)(?:${VERBS})(?=[^、率量].)`,
);
/** 引导合作机构逐步将平均担保费率: whom it is asked of, and 将 before what changes. */
const ASKED =
  /^(?:引导|推动|指导|支持|鼓励|督促)?[^，。；]{0,14}?[将把](?=[^，。；]{2,}(?:率|费用|成本|时间|时限|比例|占比|总量|数量|规模|额)$)/;
/** 提高业扩带电接火率: a verb of change before what changes. */
const CHANGING =
  /^(?:提高|提升|降低|压缩|压减|缩短|扩大|增加|保持|推动|促进|带动)(?=[一-鿿]{2,}(?:率|费用|成本|时间|时限|比例|占比|规模|投资|总量|覆盖面|水平)$)/;
/** 各市每年开展, 分局年内组织: who does it how often. */
const WHO_AND_WHEN =
  /^[^，。；]{2,24}?(?:年内|每年|每季度|每月|全年)(?=组织|开展|举办|召开|邀请|形成|培育|新增|建设|打造|完成|新建)/;
/** 居住区新增绿化面积: parts of a town. */
const QUARTER = '(?:居住区|居住小区|小区|建成区|中心城区|主城区|城区|校园)';
const PLACE =
  '(?:全|我|本|各)[市省区县州国乡镇旗](?:各地)?|各地|各级|[一-鿿]{2,4}(?:省|市|(?<![小社景校片山库灌牧林矿城郊街户])区|县|自治州|新区|园区|高新区|经开区|自贸区)|全[一-鿿]{1,3}(?:系统|行业)';
const IN_QUARTER = new RegExp(`^${QUARTER}新增[一-鿿]{2,8}面积$`);
const WHOLE_PLACE = new RegExp(
  `^(?!${QUARTER}新增[一-鿿]{2,8}面积)(?:${PLACE})(?:共计?|累计|总共|合计)?(?=(?:${VERBS})(?![、率]))`,
);
/** 市财政安排预算资金: who gives money out. */
const PAYS =
  /^[一-鿿、]{0,12}?(?:财政|政府|人民政府|部门)?(?:安排|统筹|整合|发行|筹措|拨付)(?=[一-鿿“]{0,12}(?:资金|债券|基金|经费|贷款)$)/;
/** 在优势制造业新建省级联盟: where it is brought about. */
const WHERE =
  /^(?:在|围绕|沿|依托|聚焦|结合)[^，。；]{2,40}?(?=(?:新建|增设|新增|建设|打造|设立|培育|举办|推广|建成|配置|配备|安装|布设|设置|投放|开展|组织)[一-鿿“])/;
/** 对高危人群开展内镜检查, 为小区安装门禁: for whom it is done. */
const FOR_WHOM =
  /^为[^，。；]{2,20}?(?:安装|加装|配备|更换)(?=[一-鿿“])|^(?:对|面向)[^，。；]{2,30}?(?:开展|实施|组织|举办)(?=[一-鿿“])/;
/** 全市各级文化部门开展活动: the bodies that do it. */
const BODIES_DO =
  /^[^，。；\d]{0,16}(?:部门|单位|[省市县区][委局]|街道|乡镇|镇街|学校|院校|机构|协会|支队|中心)(?:要|应|须|每年|分别|各|至少|共同)*(?=(?:开展|组织|举办|召开|实施)[一-鿿“])/;
/** 省市县联动开展活动. */
const TOGETHER = /^[^，。；]{0,8}联动(?=开展|举办|组织|实施|推出)/;
/** 适龄公民每人每年至少义务植树: who does it. */
const EACH_ONE = /^[^，。；\d]{0,24}?每[人名]每[年月周季](?:度)?(?:至少|不少于)?(?=[一-鿿]{2})/;
const LIGHT = /实现$/;
/** 易涝区域实现管控覆盖率: the verb between what and its rate. */
const LIGHT_IN_SHARE = /(?<=[一-鿿]{2})实现(?=[一-鿿]{2,12}(?:率|占比|比例|比重)$)/;
const PLACE_ONLY = new RegExp(`^(?:${PLACE})+$`);
/** Nouns under which 新增 is part of the name of what is measured: 城镇新增就业. */
const NAME_BEFORE =
  /(?:^|计划|预计|实现|完成|力争|确保|每年|年均|[全我本][市省县区州])(?:城镇|农村|城乡|年|日|月|工业|全社会|制造业|规上工业)$/;
const BARE_NAME = /(?:城镇|农村|城乡|年|日|月|工业|全社会|制造业|规上工业)$/;
/** A share: verbs inside its name are part of it. */
const SHARE = /(?:占比|比例|比重|率)$/;
/** No subject of its own: a number or a mark stands in it. */
const HOLDS_NUMBER = /[\d，：]/;

/** The thing itself: without who brings it about, where, and the verb before it. */
export function thingOf(words: string): string {
  if (SHARE.test(words))
    return leadingVerbsOff(
      words.replace(COUNT_OF_THEM, '').replace(ASKED, '').replace(LIGHT_IN_SHARE, ''),
    ).replace(CHANGING, '');
  const acted = words
    .replace(EACH_ONE, '')
    .replace(BODIES_DO, '')
    .replace(PAYS, '')
    .replace(WHO_AND_WHEN, '')
    .replace(WHOLE_PLACE, '')
    .replace(WHERE, '')
    .replace(FOR_WHOM, '')
    .replace(TOGETHER, '');
  const plain = behindVerb(behindNumber(acted.replace(ASKED, '')));
  // 选择的调查对象: the verb only narrowed it.
  return leadingVerbsOff(plain)
    .replace(CHANGING, '')
    .replace(/^20\d\d年度?(?=[一-鿿“]{2})/, '')
    .replace(/^(?:的|（[一-鿿]{1,4}）(?=[一-鿿“]))/, '');
}

const ANY_VERB = new RegExp(
  `^[^，。；]*\\d[^\\d，。；]{2,}?(?:${VERBS})(?=[一-鿿]{2})(?![一-鿿]率|次数|时间|时限)`,
);

/** 70%以上事项跑动次数: of how many of them it is said. */
const SHARE_OF_THEM = /^\d[\d.]*%(?:以上|以下|左右)?的?(?=[一-鿿]{4})/;

/** 184个新开工项目开工率: how many they are. */
const COUNT_OF_THEM = /^\d[\d.]*万?[个家户项所座处条名件](?=[一-鿿“]{2,}(?:率|占比|比例|比重)$)/;

/** 为2万家企业解决用工需求: behind the verb that follows another number. */
function behindNumber(words: string): string {
  return words.replace(ANY_VERB, '').replace(SHARE_OF_THEM, '').replace(COUNT_OF_THEM, '');
}

/** 整改完成率, 培训合格率: the work that is named is part of the rate's own name. */
const WORK_OF_A_RATE = /(?:整改|整治|修复|改造|建设|培训|检查|处置)$/;
const RATE_OF_WORK =
  /^(?:按时|按期|及时)?(?:完成|办结|合格|达标|到位|通过|开工|竣工|及时|按期|按时)率$/;

/** 新开工项目开工率: which projects. */
const NEW_WORKS = /(?:新开工|新建|续建|新签约)$/;

/** 开设2—3岁托班的幼儿园: those that do so. */
const WHICH_DO = /的[一-鿿]{2,}$/;
/** 新增3岁以下照护机构: a size that the thing has. */
const MAKES = /(?:新增|新建|建成|建设|培育|打造|设立|创建|引进|建立|开设|开办)$/;

const WHO_TAKE_PART = /的?(?:人数|人群|人口)$/;

export function leadingVerbsOff(words: string): string {
  let text = words.replace(VERB_LIST, '').replace(VERB_OR_VERB, '');
  let nounLike = 0;
  for (let match = LEADING.exec(text); match !== null; match = LEADING.exec(text)) {
    const rest = text.slice(match[0].length);
    // 检查检验预约时间: how long what is done takes.
    if (
      TAKES_TIME.test(text) &&
      !PLAIN_WHOLE.test(match[0]) &&
      !BEFORE_VERB.test(match[0]) &&
      !CHANGES.test(match[0])
    )
      break;
    // 宣传教育 is one word.
    if (match[0].endsWith('宣传') && rest.startsWith('教育')) break;
    if (NEW_WORKS.test(match[0]) && /^项目.*率$/.test(rest)) break;
    if (WORK_OF_A_RATE.test(match[0]) && RATE_OF_WORK.test(rest)) break;
    // 参加1次及以上锻炼的人数, 参与活动人群: the verb says who is counted.
    if (
      (/^\d+(?![\dA-Za-z])/.test(rest) && !(MAKES.test(match[0]) && !WHICH_DO.test(rest))) ||
      (/参[加与]$/.test(match[0]) && WHO_TAKE_PART.test(rest))
    )
      break;
    if (
      /^(?:、|和|及|验收|中(?!小|学|医|职)|商|链|率|进度|情况|比例|占比|水平|规模(?!化)|量|面积|人数|次数|时|总量|总额|金额|余额|里程|数|工程|任务|行动|基地|试点|样板|费|额|站(?!牌|台|点)|点(?!位)|者|机构|平台$|体系|能力|质量|中心|房(?!屋|源|间|产)|补贴|补助|业|性|型|长度|地|区(?!域|级)|落地项目)/.test(
        rest,
      )
    )
      break;
    if (
      !PLAIN_WHOLE.test(match[0]) &&
      !BEFORE_VERB.test(match[0]) &&
      ++nounLike > 1 &&
      !/(?:建设|改造|提升|整治|修复|处置|应用|更新|升级|资助|培养|选拔)$/.test(match[0])
    )
      break;
    text = rest;
  }
  return text;
}

/** What stands behind the last verb that is no noun; 民营企业实现技术交易额 keeps its subject. */
function behindVerb(words: string): string {
  let last: { index: number; word: string } | null = null;
  PLAIN.lastIndex = 0;
  for (let match = PLAIN.exec(words); match !== null; match = PLAIN.exec(words)) {
    const end = match.index + match[0].length;
    if (isVerb(words, match.index, end)) last = { index: match.index, word: match[0] };
  }
  if (last === null || last.index === 0) return words;
  const subject = words.slice(0, last.index);
  const object = words.slice(last.index + last.word.length);
  if (NAME_BEFORE.test(subject) && last.word === '新增')
    return words.slice(subject.length - BARE_NAME.exec(subject)![0].length);
  if (last.word === '新增' && IN_QUARTER.test(words)) return words;
  if (
    LIGHT.test(last.word) &&
    !HOLDS_NUMBER.test(subject) &&
    !PLACE_ONLY.test(subject) &&
    !/的/.test(subject)
  )
    return subject + object;
  return object;
}

const TAKES_TIME =
  /(?:预约|办理|等候|等待|审批|检测|检查|检验|治疗|住院|维修)(?:时间|时限|时长|周期|天数)$/;
const HOW_LONG = /^(?:时间|时长|时限|周期)$/;
const HOW_MANY = /^(?:总?数量|总数|面积|里程|长度|总量|规模|个数|家数)$/;
const CHANGES = /(?:压缩|压减|缩短|减少|降低|提升|提高|控制|精简|完成|实现|增加|缩减)$/;

/** A verb, with a noun behind it and not inside brackets, quotation marks or a longer noun. */
function isVerb(words: string, start: number, end: number): boolean {
  const rest = words.slice(end);
  if (rest.length < 2 || /^(?:[、的率中型性和及与）”]|区(?!域))/.test(rest)) return false;
  // 企业开办时间: how long it takes.
  if (HOW_LONG.test(rest) && !CHANGES.test(words.slice(start, end))) return false;
  // 通用机场建成数量: how many of them are.
  if (HOW_MANY.test(rest) && !CHANGES.test(words.slice(start, end))) return false;
  const before = words.slice(0, start);
  if (/[、和及与的“]$/.test(before)) return false;
  return (before.match(/[“（《]/g)?.length ?? 0) === (before.match(/[”）》]/g)?.length ?? 0);
}
