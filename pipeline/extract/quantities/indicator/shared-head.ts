import { MEASURED, VERBS } from '../words.js';

/** 级, 类 … end a word that narrows a noun. */
const NARROWS = /^[一-鿿A-Z\d]{1,6}[级类型式星]$/;
const NARROWED = /^[一-鿿A-Z\d]{1,6}?[级类型式星](?=[一-鿿“])/;

/** 1家营收过千亿、3家营收过百亿的龙头企业. */
const TOLD = /(?:过|超|达|破)[十百千万亿]+元?$/;
const TOLD_OF = /(?:过|超|达|破)[十百千万亿]+元?(的[一-鿿“”]{2,})$/;

/** 1家市级和1家省级示范性托育机构: the noun of the last item, for an item that only narrows it. */
export function withHeadOf(item: string, last: string): string | null {
  const phrase = TOLD.test(item) ? TOLD_OF.exec(last)?.[1] : undefined;
  if (phrase !== undefined) return item + phrase;
  if (!NARROWS.test(item)) return null;
  const noun = last.replace(NARROWED, '').replace(/^的/, '');
  return noun === '' || noun === item ? null : item + noun;
}

const SIZED = /^(.*?)\d[\d.]*[万亿]?[一-鿿%]{0,3}(?:以上|以下)/;

/** 进出口规模10亿元以上项目3个、1亿元以上项目15个: what a size is of is said once. */
export function withSizeOf(item: string, first: string): string | null {
  if (!/^\d/.test(item)) return null;
  const named = SIZED.exec(first)?.[1] ?? '';
  return named !== '' && SIZED.test(item) ? named + item : null;
}

const TAIL = new RegExp(
  `(?:重点工程)?(?:减排|排放|削减|消费|取用|回收)总?量$|(?:[一-鿿]{2}化|处置|排放|覆盖|发放|兑付|完成|合格|达标|利用|使用|普及|入学|增长|就业|参保|治愈|建成|回收|改造|转化|兑现|办结|满意|知晓|自给|入住|种植|养殖|收获|加工|产业|总)?(?:${MEASURED})$`,
);

/**
 * The names of a list said of respectively: 批而未供土地、闲置土地处置率 are 批而未供土地处置率 and
 * 闲置土地处置率; 花生种植、收获机械化率 are 花生种植机械化率 and 花生收获机械化率. Null where the words are no
 * list of so many.
 */
export function respectiveNames(phrase: string, count: number): string[] | null {
  const words = phrase.replace(REMARK, '').replace(KIND_BEFORE, '');
  const items = words.split(/[、]|和(?=[^和、]+$)|及(?=[^及、]+$)/);
  if (items.length !== count || items.some((item) => item === '')) return null;
  const last = items.at(-1)!;
  const and = AND_OTHERS.exec(last);
  if (and !== null) return items.map((item) => (item === last ? and[1]! : item) + and[2]!);
  const whole = SHARE_OF.exec(last)?.[0];
  if (whole !== undefined && whole.length < last.length && !items[0]!.includes('占'))
    return items.map((item) => (item === last ? item : item + whole));
  const tail = tailBehindPlace(items) ?? TAIL.exec(last)?.[0] ?? '';
  if (tail === '' || NAMED.test(items[0]!)) return items;
  const own = last.slice(0, last.length - tail.length);
  const prefix =
    !EMITTED.test(tail) &&
    items[0]!.length > own.length &&
    !OPENS_PLACE.test(items[0]!) &&
    !sharesEnd(items[0]!, own)
      ? items[0]!.slice(0, items[0]!.length - own.length)
      : '';
  return items.map((item, index) => {
    const named =
      index === 0 || prefix === '' || item.startsWith(prefix) || own.length > 3
        ? item
        : prefix + item;
    return index === items.length - 1 ? named : named + tail;
  });
}

/** 排放总量（含工业、生活）: what it takes in. */
const REMARK = /（(?:含|包括|不含|按)[^（）]*）$/;
/** What is emitted has its own name: 化学需氧量、氨氮. */
const EMITTED = /排放|减排|削减/;
/** 主要污染物化学需氧量、氨氮: what they all are. */
const KIND_BEFORE = /^主要污染物(?=[一-鿿]{2,}[、和])/;

/** 某省肉、蛋、奶总产量: the place is no part of the second thing. */
const OPENS_PLACE = /^(?:全[市省县区州国]|[一-鿿]{2,3}[省市县州])/;

/** 京津冀、长三角等区域颗粒物浓度. */
const AND_OTHERS =
  /^([一-鿿]{2,8})等(?:[一-鿿\d]{0,2}(?:区域|地区|城市|市|县|区|领域|行业))?([一-鿿]{3,})$/;

/** A、B占地区生产总值的比重: each is a share of the same whole. */
const SHARE_OF = /占[^、，。；]{2,20}(?:比重|比例|份额)$/;

/** 甲县、乙县分别建设基地5个、3个: what each of the bodies is to bring about. */
const BODIES_EACH = new RegExp(
  `^(?:[一-鿿]{1,8}(?:市|县|区|镇|乡|局|州|旗|街道)[、和及])+[一-鿿]{1,8}?(?:市|县|区|镇|乡|局|州|旗|街道)(?:要)?分别(?:新)?(?:${VERBS})([^，。；\\d]*)$`,
);

export function sharedByBodies(clauseBefore: string, behindLast: string): string | null {
  const noun = BODIES_EACH.exec(clauseBefore)?.[1];
  return noun === undefined ? null : noun || behindLast || null;
}

/** 城镇、农村居民人均可支配收入: words that only say where take all that is behind the last of them. */
const PLACE_WORD = /^(?:城镇|农村|城市|乡村|城区)/;

function tailBehindPlace(items: readonly string[]): string | null {
  const place = PLACE_WORD.exec(items.at(-1)!)?.[0];
  const bare = items.slice(0, -1).every((item) => PLACE_WORD.exec(item)?.[0] === item);
  return place !== undefined && bare ? items.at(-1)!.slice(place.length) : null;
}

/** Its own measure ends it: 制造业增加值、服务业营收. */
const NAMED = new RegExp(`(?:${MEASURED})$`);

function sharesEnd(one: string, other: string): boolean {
  return other.length >= 2 && one.endsWith(other.slice(-2));
}
