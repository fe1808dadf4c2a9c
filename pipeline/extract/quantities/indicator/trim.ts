/** A time that says when, before or behind the thing measured. */
const TIME =
  '(?:(?:19|20)\\d\\d|“?十[三四五]五”?)(?:[-—–~～至到]20\\d\\d)?(?:年(?:度|底|末|初|内)?(?:前|以前|之前)?|期间|时期|末)?|年?\\d{1,2}月(?:\\d{1,2}[日号]|份|底|末)?(?:前|底前)?|第?[一二三四上下]+(?:个)?[季半](?:度|年)(?:末|底|内)?|全年|年内|今年|明年|当年|本年度?|年[底末中](?:前|以前|之前)?|(?:本)?年度(?=新增|新建|完成|建成|恢复)|每年度?|每[季月周](?:度|月|周)?(?!参加|参与)|逐年|年均(?!浓度|气温|降水)|全年度|远期|近期|届时|到期';
const RATE_BASE =
  '(?<!占)[比较](?:上年|去年|上一年|20\\d\\d年|原来|“?十[二三四]五”?(?:时?期)?末|年初|[一二三四]季度|上季度|基期)(?:同期|底|末|度)?';

/** What opens a clause before the thing that is measured. */
const OPENING = new RegExp(
  `^(?:（[^）]*(?:单位|部门|[局厅委])[^）]*）|其中[，：]?|包[括含](?=[：，]|$)|包[括含](?=[一-鿿])[：，]?|拟(?=新|建|培|引|改)|(?:[一-鿿]{2,4}|我[省市县区])要(?:实现)?(?=人均|全|每)|还[将要需应](?=[一-鿿]{2})|并(?![购网联轨])|且|同时|进一步|加快|全力|努力|力争|争取|确保|保证|推动|推进|促进|促使|实现(?=[^、]{2})|做到|使得|使(?![用命])|分(?:类|批|期|步|级|区域)(?=实施|推进|开展|建设|完成|改造)|将(?![来军要])|把(?![关握])|在(?=确保)|至(?!少)|到(?![位岗账期达户场访龄])|自(?![助主动然贸由有身建营治用驾费信觉愿行来筹产备]|[一-鿿]{1,2}率)|从(?![业事])|(?:单独)?累计(?=[^计]{2})|[\\d一两二三四五]+年(?:内|累计|共计?|合计)|已建成|计划(?=全年|新|培育|建|完成|投|改造|实施|开工|引进|开展)|获得(?=[^，、。]{0,14}(?:奖|称号|认定|资质)[^，、。]{0,4}$)|荣获|预计|预期|目前的|现行的?|原则上|多渠道|全方位|高标准(?!农田|厂房|粮田)|高质量|高水平|高起点|重点(?=[培建推支打实开引发围抓做聚布筛排])|大力|有?针对性地?|积极|应当|应(?=预留)|必须|加大|持续(?!时间|期|性)|稳步|有序|统筹(?=[推建实])|优先(?=[发支安保])|各地(?![区方市州级])要?|要(?![素求点件害])|[\\d.]+%(?:[-—~～至][\\d.]+%)?的|${TIME}|底前?|末|前(?=[，新建培完实])|，|、|和(?![谐平])|及(?![时格])|以及|与(?![会])|或(?!有)|完成(?!率|量|度|情况|任务|比例)|达到|提出(?=[^、]{4})|因地制宜|开展(?=[^、]{2})|[①-⑳]|\\d{1,2}[.．、]|（[一二三四五六七八九十\\d]{1,3}）|[一二三四五六七八九]是)`,
);
/** What closes it before the number. */
const CLOSING = new RegExp(
  `(?:分别|(?<=投资|产量|收入|总量|规模)目标|(?:达到?|为|稳定在|保持在|提高到)?每[亩公顷人户]$|均|(?<=[一-鿿”）]{2})占|(?<=[一-鿿”）]{2})持续|总体|整体|平均|基本|阶段性|必须|务必|应当|应该|不得|要|应|需|须|将|力争|确保|争取|超过|达到|累计达?|全部|保持|稳定|控制|实现|完成|新增|新建(?!率)|增加|提升|提高|压缩|缩短|已|再|重点|都|在|为|至|到|约|也|不|的|按规定|增至|由|从|各|共|总计|合计|预计|计划|力度|超|近|同比|环比|有望|适当|逐步|进一步|在[^，。；]{2,12}基础上|(?:原则上|一般)?不得?[晚迟]于[^，。；]*|原则上|一般|按[^，。；]{2,8}口径|${RATE_BASE}|(?:${TIME})|年均|[由从自](?:法定的?|原来?的?|目前的?|现行的?|之前的?|现状的?|现有的?|当前的?|20\\d\\d年的?)?(?:不[高低超少]于?过?)?[\\d一两二三四五六七八九十半][\\d.]*[^\\d，。；、]{0,8}|由不[高低超少大][^，。；\\d]{1,10}|由)$`,
);
/** 占比 holds a word that closes nothing. */
const KEPT = /(?:不|约|需|要|应|都|近|将|均|为|到|在)$/;
const WORDS =
  /(?:永久|不少不|节约|集约|公约|供需|所需|必需|急需|主要|需要|次要|重要|简要|概要|纪要|响应|供应|反应|效应|对应|成都|首都|附近|远近|就近|名将|人均|平均|户均|亩均|行为|作为|受到|签到|达到|存在|现在|潜在|内在)$/;

/** 法制审核人员不少于执法人员总数的5%: what it is a share of. */
const OF_A_WHOLE = /(?<=.{2})(?:不少于|不低于|不超过|不高于|达到|超过)[^，。；\d]{2,16}的$/;

/** 全市计划奶牛存栏量: that it is planned is none of its name. */
const PLANNED_THERE = /(?<=^全[市省县区州国])(?:计划(?!生育|内|外|单列|用水)|预计|力争|预期)/;

/** 课时原则上占总课时: a manner in the midst of what is measured. */
const IN_PRINCIPLE = /(?<=[一-鿿）”])(?:原则上|一般)(?=占)/;

/** The words of a clause without what opens it before, and what closes it after, the thing measured. */
export function trimmed(words: string): string {
  return withoutClosing(
    withoutOpening(words.trim().replace(PLANNED_THERE, '').replace(OF_A_WHOLE, '')).replace(
      IN_PRINCIPLE,
      '',
    ),
  );
}

export function withoutOpening(words: string): string {
  let text = words;
  for (
    let match = OPENING.exec(text);
    match !== null && match[0] !== '';
    match = OPENING.exec(text)
  ) {
    if (/^(?:重点|累计|预期|计划|要)/.test(match[0]) && match[0].length === text.length) break;
    text = text.slice(match[0].length);
  }
  return text;
}

export function withoutClosing(words: string): string {
  let text = words;
  for (
    let match = CLOSING.exec(text);
    match !== null && match[0] !== '';
    match = CLOSING.exec(text)
  ) {
    if (KEPT.test(text) && WORDS.test(text) && !/达到$|人均$|平均$/.test(text)) break;
    text = text.slice(0, match.index);
  }
  return text;
}

const INNER_TIME = new RegExp(`(?:${TIME}|同比|环比)(?=[一-鿿]{2,4}$)`);

/** 省预算内投资上半年下达: without the time in the midst of it. */
export function withoutInnerTime(words: string): string {
  return words.replace(INNER_TIME, '');
}
