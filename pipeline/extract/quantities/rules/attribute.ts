import { CONDITION, type QuantityRule } from '../rule.js';
import { listContinuesAchievement, touchesAchievement } from '../words.js';

/** 超过30%的企业, 100万元以上且…, 以上部分. */
const MODIFIES =
  /^(?:（[^）]*）)?(?:的(?!目标|水平|比例|要求|任务|企业$|速度|增长|概率|幅度|标准|[一-鿿]{0,4}规模(?:$|[，（])|奖|补|资|一次性|支持|扶|优惠|税率|费率|利率|价格|额度)|部分|基础上|但|且|或者?|时$|之间的)/;
const BELOW = /(?:以下|之下)$/;
const LOWERED = /控制|降|压|保持|缩|不得|达/;
/** 3名或3名以上. */
const ALTERNATIVE = /或者?$/;
/** 布局一批50万千瓦以上基地: how large each is. */
const SOME_SO_LARGE = /一批$/;
/** 30万人口以上的县. */
const INHABITANTS = /^口(?:以上|以下)/;
/** 超百亿元产值企业5家, 1000万元以上企业超过50家: the size of what is counted behind it. */
const SIZED_AND_COUNTED =
  /^(?![和与及]|企业(?:解决|提供|办理|新增)|的?(?:奖|补|资))[一-鿿]{1,16}?(?:达到|达|超过|超|不少于|约)?\d[\d.]*万?(?:家|个|户|项|名|人|座|处)/;
/** 再给予100%的契税补贴, 设立总规模30亿元的母基金: what is given or set up. */
const GIVEN = /(?:给予|予以|奖励|补助|补贴|资助|享受|减免|最高|不超过|最多|按照?)[^，。；]{0,6}$/;
/** 新增备案2000项以上专利密集型产品. */
const BROUGHT_ABOUT = /(?:新增|培育|建成|打造|完成|实现|推出|新建)[^的对在，。；]{0,12}$/;
/** 每周参加1次及以上体育锻炼的人数: who are counted. */
const WHO_DO_SO = /^[一-鿿]{2,12}的?(?:人数|人口|人群|人员|比例|比重|占比)/;
/** 引进50亿元以上项目1个: how large each of those counted is. */
const SIZE_OF_PROJECTS =
  /^的?(?:[一-鿿]{0,10}(?:项目|企业|基地|园区))(?:不少于|至少|达到?|超过)?\d+(?:个|家|户)/;
const FUND = /(?:设立|组建|建立|发起|成立|筹建)[^，。；]{0,14}规模$/;
const NARROWS = /^[一-鿿]{1,6}[级类型式]$/;
/** 28车位渡船2艘: how large each is. */
const SEATS = new Set(['车位', '床']);
const VESSELS = /^[一-鿿]{1,12}?\d+(?:艘|辆|列|架|家|所)/;
/** 为不少于10万家的企业提供服务: whom the work is for. */
const SERVED = /^的?[一-鿿（）]{1,20}?(?:提供|解决|办理|开展|安装|实施|配备)/;
const SIZE = new Set(['physical', 'money', 'count', 'noun']);

/** A size that narrows the noun behind it: 9座以上新能源载客车, 超过30%的企业. */
export const attribute: QuantityRule = {
  id: 'quantity.attribute',
  summary: 'A size that narrows the noun behind it.',
  example: '引进进出口规模【10亿元以上】项目3个',
  read(mention) {
    const { quantity, text, before, after } = mention;
    const tail = text.slice(quantity.amountEnd, quantity.end);
    if (/为$/.test(before) && quantity.op === '>=' && SERVED.test(after)) return null;
    if (ALTERNATIVE.test(before) || SOME_SO_LARGE.test(before)) return CONDITION;
    // 20%的村集体年收入超30万元: the line above which they stand.
    if (
      mention.previous?.rule === 'quantity.share-of-things' &&
      /达|超|突破|不低于/.test(mention.compared) &&
      /^的[^，。；]*$/.test(text.slice(mention.previous.frame.quantity.end, quantity.start))
    )
      return CONDITION;
    if (INHABITANTS.test(after)) return CONDITION;
    if (/及以上$/.test(tail) && WHO_DO_SO.test(after)) return CONDITION;
    const given = (quantity.kind === 'share' || quantity.kind === 'money') && GIVEN.test(before);
    if (given || FUND.test(before)) return null;
    // 给予不超过总投入30%、最高3000万元的经费支持: the next of what is given.
    if (
      mention.item?.reading.role === 'parameter' &&
      (quantity.kind === 'money' || quantity.kind === 'share')
    )
      return null;
    if (quantity.op === null && SEATS.has(quantity.unit ?? '') && VESSELS.test(after))
      return CONDITION;
    if (quantity.kind === 'count' && BROUGHT_ABOUT.test(before) && tail !== '') return null;
    if (
      quantity.kind !== 'time' &&
      quantity.kind !== 'share' &&
      (quantity.op !== null || quantity.kind !== 'count') &&
      SIZED_AND_COUNTED.test(after) &&
      !listContinuesAchievement(mention) &&
      !touchesAchievement(mention)
    )
      return CONDITION;
    if (quantity.kind === 'money' && /以上$/.test(tail) && SIZE_OF_PROJECTS.test(after))
      return CONDITION;
    if (BELOW.test(tail) && !LOWERED.test(before.slice(-20) + mention.compared)) return CONDITION;
    if (
      touchesAchievement(mention) ||
      (mention.item?.reading.role === 'target' && NARROWS.test(before))
    )
      return null;
    if (MODIFIES.test(after)) return CONDITION;
    if (!SIZE.has(quantity.kind ?? '') || mention.compared !== '' || tail === '') return null;
    return /^[一-鿿“]/.test(after) && !listContinuesAchievement(mention) ? CONDITION : null;
  },
};
