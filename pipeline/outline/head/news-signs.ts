import type { Seen } from './evidence.js';
import { squeezed } from './squeeze.js';

/** `重庆云阳：把健康融入所有政策`, `权威发布丨…`: headlines. */
export const HEADLINE =
  /[丨｜]|^[^《》“”]{2,10}：(?!《)|^(?:权威发布|快讯|聚焦|独家)|，[^，]{2,}(?:了|成功|推动|上新|公布)→?$|→$/;

/** `3月7日，…`, `据央行2月24日消息`, `新华社北京12月14日电`, `记者从…获悉`: how news opens. */
export const NEWS_OPENING =
  /^(?:[^，。]{2,12}\d{1,2}月\d{1,2}日(?:电|讯|[|｜])|(?:本报|本网|新华社|中新社|央视|人民网|央广网)[^。]{0,24}(?:[讯电]|记者|消息)|据[^，。]{2,24}(?:消息|报道|介绍|了解|悉)|(?:\d{1,2}月\d{1,2}日[，,])?记者(?:\d|从|日前|了解|获悉)|[一-龥]{2,10}(?:网|社|报)(?:讯|消息)[：:]|(?:近日|日前|昨日|今天|今日|\d{1,2}月\d{1,2}日(?:上午|下午|晚|至\d{1,2}日)?)[，,]|[^，。]{0,20}(?:\d{1,2}月\d{1,2}日|近日|日前)[^，。]{0,30}(?:召开|印发了?|发布|出台|举行|宣布))/;

/** `某市发布了《X》`: what opens an account of a paper. */
export const REPORTED = /^[^。]{4,80}(?:联合)?(?:印发|发布|出台)了[^。《]{0,12}[《“]/;

/** `某网记者 张某 通讯员 李某`: a line of its own. */
const REPORTER =
  /^[\u4e00-\u9fff]{0,14}记者[\u4e00-\u9fff]{2,8}(?:通讯员[\u4e00-\u9fff]{2,16})?(?:报道)?$/;

/** Whether a line above the text names who reports. */
export const namesReporter = ({ blocks, opening: { end } }: Seen): boolean =>
  blocks
    .slice(0, end)
    .some(({ passage }) => passage.length < 60 && REPORTER.test(squeezed(passage.reading)));

/** Whether a body signs: news is signed by none. */
export const isSigned = ({ signature }: Seen): boolean => (signature?.issuers ?? []).length > 0;

/** Whom a news item quotes, and how it dates what it tells. */
export const TOLD =
  /^[\u4e00-\u9fff]{2,4}在讲话中|^[一-龥]{2,10}(?:网|社|报)(?:讯|消息)[：:]|据悉，|记者(?:从|了解到|获悉)|业内(?:人士|专家)?(?:认为|表示|分析)|(?:相关|有关)负责人(?:介绍|表示|告诉)|新闻发布会上?[，,]|(?:昨天|今天|昨日|今日)(?:（[^（）]{2,10}）)?[，,][^。]{2,40}(?:出台|发布|印发|公布|推出)了?《|[，,]\d{1,2}月\d{1,2}日[，,][^，。]{4,40}(?:出台|发布|印发|公布)了?(?:《|关于)[^，。]{4,60}(?:通知|措施|意见|办法)》?[，。]|^[^，。]{2,12}召开[^。]{2,60}新闻发布会。/;

/** `来源：某网`, `编辑/某某`, `（记者 某某）`: who wrote or passed on what a page tells. */
const BYLINE = /(?:来源|作者|编辑|责编|记者|通讯员|编审|摄影)[：:/\s]|[（(](?:记者|通讯员)/;
/** What a page tells has come about, and when: `日前，某局获悉`, `从3月22日开始调整`. */
const TELLS =
  /(?:近日|日前|昨日|昨天|今天|今日|\d{1,2}月\d{1,2}日)[^。]{0,60}(?:发布|印发|出台|召开|举行|举办|批准|开始|上调|下调|调整|启动|开展|推出|通报|走访|调研|完成)|获悉|了解到|(?:介绍|表示|强调|指出)[，：]/;

/** Whether a page has a byline above the text or below it. */
export const hasByline = ({ blocks }: Seen): boolean =>
  blocks.some(
    ({ passage, kind }) => kind !== 'table' && passage.length < 400 && BYLINE.test(passage.reading),
  );

/** Whether words tell what came about, as news does. */
export const tellsNews = (words: string): boolean => TELLS.test(words);

/** `某部印发《X规划》`: a headline of a paper that has come out. */
export const HEADLINE_OF_PAPER =
  /^[^《》]{2,30}(?:印发|发布|出台|公布|下发|通过)了?《[^《》]+》(?:等?[\u4e00-\u9fff]{0,8})?$/;
