import type { Frame } from '../frame.js';
import { OUTCOME, VERBS } from '../words.js';

const FOLLOWING = /^(?:以上|左右|以内)?(?:的)?/;
/** 至少2家社区食堂、至少5个服务站: the next item of the list has a number or a verb of its own. */
const NEXT_ITEM = new RegExp(
  `[、和及](?=(?:至少|约|不少于|超过|近|[一-鿿]{0,12}?)?\\d)|、(?=(?:${VERBS}|线上|[一-鿿]{2,10}(?:千|百|万)[名家个户场]))|、(?=因地制宜|持续|不断|着力|切实|进一步|有效(?:解决|缓解)|解决|缓解|满足)|(?:，|并|以及|用于|用以|或者?(?=在|将|把))(?=.)`,
);
/** Verbs under which what is counted is the event: 支持1家民企牵头建设中心. */
const EVENT = /(?:支持|帮助|选择|选取|遴选)(?:至少|约|不少于)?$/;
const SUPPORTED = /^(?:[^，。；]{0,8})支持[^，。；]*、$/;
/** 为2万家企业解决用工需求: whom it is done for. */
const SERVED =
  /(?<=[一-鿿]{2})(?:免费|优先|统一|集中)?(?:提供|解决|办理|减免|减负|争取|安装|加装|配备|更换|发放|建立|购买|上门|筛查|接种|体检|检查|诊疗|适配|实施|开展|进行|免费).*$/;
const PREDICATE = new RegExp(
  `(?<=[一-鿿”]{2})(?:${OUTCOME}|实现|开展(?!的)|进行)(?!率|情况|中心|基地|企业|项目|平台|改造|提升|工程|的).*$`,
);
/** 200万元对重点项目进行奖补: what is done with it. */
const DONE_TO = /^对[^，。；]*?(?:进行|给予|予以|开展)(?=[一-鿿]{2})|^对.*$/;
/** 58亿元财政资金保障项目建设: what the money is for. */
const FUNDED = /(?<=资金|基金|经费|债券|贷款)(?:保障|支持|用于|开展|推动|撬动|对).*$/;
const BOTH = /^的?([一-鿿“”]{2,16}?)(?=$|[、和及，]\d)/;
/** 200个（标准桩）以上充电桩: a word on the unit. */
const UNIT_REMARK =
  /^（(?:[一-鿿]{1,6}|每[一-鿿]{1,5}\d+[一-鿿]{1,2})）(?=(?:以上|左右)?[一-鿿“]{2})/;
/** 新品种（以下简称“三新食品”）, 规模（见附表）. */
const REMARK = /（(?:以下简称|下同|见|详见|含|名单)[^）]*）?$/;
/** 10场粤剧在农村演出, 1万册图书分别送到镇文化站: where it goes. */
const WHERE_TO =
  /(?<=[一-鿿]{2})(?:分别送|送到|送至|在[^，。；]{2,12}?(?:演出|举办|展出|放映|巡演)).*$/;
/** 125个村庄（包括63个…: the bracket that the next number stands in. */
const OPEN_BRACKET = /(?<=[一-鿿”])（[^（）]*$/;
const TAIL = /(?:以上|左右|等|至少|全部|均|的(?:要求|目标|任务))$/;
const LONGEST = 60;

/** The noun phrase behind the number, up to the next item, verb or clause; empty where none stands there. */
export function following({ after, before, clauseBefore, quantity, next, text }: Frame): string {
  // 3条7.5公里的给水管线: the noun of both.
  if (next !== null && next.start === quantity.end && next.end < quantity.end + after.length) {
    const noun = BOTH.exec(text.slice(next.end, quantity.end + after.length))?.[1];
    if (noun !== undefined) return noun;
  }
  const bounded =
    next === null
      ? after
      : text
          .slice(
            quantity.end,
            Math.max(quantity.end, Math.min(next.start, quantity.end + after.length)),
          )
          .trimStart();
  const behind = bounded.replace(UNIT_REMARK, '').replace(OPEN_BRACKET, '');
  if (/^[、，（]|^之?外$/.test(behind)) return '';
  const words = behind.replace(FOLLOWING, '').replace(DONE_TO, '');
  const item = beforeNextItem(words.split(NEXT_ITEM, 1)[0]!, next !== null).slice(0, LONGEST);
  const thing =
    EVENT.test(before) || SUPPORTED.test(clauseBefore) || quantity.kind === 'share'
      ? item
      : withoutPredicate(item);
  const served =
    /为$/.test(before) || quantity.raw.startsWith('为') ? thing.replace(SERVED, '') : thing;
  const noun = next === null || item.length < words.length ? served : withoutLastVerb(served);
  return noun
    .replace(FUNDED, '')
    .replace(WHERE_TO, '')
    .replace(REMARK, '')
    .replace(/(?:以及|[、和及与])?(?:高质量|高标准|高水平|重点|基本|另外?|再)?$/, '')
    .replace(TAIL, '');
}

/** What becomes of the things; words in quotation marks say nothing of it: “充分就业社区”. */
function withoutPredicate(item: string): string {
  const masked = item.replace(/“[^”]*”/g, (quoted) => `“${'＊'.repeat(quoted.length - 2)}”`);
  const match = PREDICATE.exec(masked);
  return match === null ? item : item.slice(0, match.index);
}

/** 50个绿地、面积3000平方米: what stands before the next number is its own. */
function beforeNextItem(words: string, goesOn: boolean): string {
  // 县（市、区）: a mark inside brackets parts nothing.
  const cut = goesOn
    ? words.replace(/（[^（）]*）/g, (inner) => '＊'.repeat(inner.length)).lastIndexOf('、')
    : -1;
  return cut > 0 ? words.slice(0, cut) : words;
}

/** Before the next number stands its own verb or comparison: 保费补贴、最高. */
function withoutLastVerb(words: string): string {
  return words.replace(
    new RegExp(
      `[、和及]?(?:${VERBS}|达到?|超过|不少于|(?:给予|予以)(?:一次性)?(?:最高)?|最高|不超过)$`,
    ),
    '',
  );
}
