import { CONDITION_OPENERS } from '../../../lexicon/data/condition-words.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import { CONDITION, type QuantityRule } from '../rule.js';
import { givesTo, touchesAchievement } from '../words.js';

const OPENER = new RegExp(`^(?:在|其中|同时|并)?(?:${alternation(CONDITION_OPENERS)})`);
/** 申报条件：…占比应超过40%: what whoever applies must have. */
const APPLYING =
  /(?:^|[。\n])[^，。；：\d]{0,12}(?:申报|申请|认定|准入|入选|报名|补贴|补助|享受)(?:的)?(?:基本|具体)?条件(?:为|如下)?[：。](?:[^。]|。(?=[^。]{0,40}(?:条件|须|需|应)))*$/;
const CLOSED = /的[^，。；]{0,24}$/;

/** In a clause that 对, 凡, 年满 … open: who or what is covered. */
export const openedCase: QuantityRule = {
  id: 'quantity.opened-case',
  summary: 'Who or what is covered, opened by 对, 凡, 年满, 符合.',
  example: '对同一购房户同时购买【2套】商品住宅的给予补贴',
  read(mention) {
    const { clauseBefore, after, leadOut, quantity, text } = mention;
    if (quantity.op !== null && APPLYING.test(text.slice(0, mention.start))) return CONDITION;
    if (!OPENER.test(clauseBefore) || touchesAchievement(mention)) return null;
    if (givesTo(clauseBefore) || /(?:最高|按照?[^，。；]{0,8})$/.test(clauseBefore)) return null;
    if (quantity.kind === 'share' && /^(?:给予|予以|的?(?:奖|补|贴))/.test(after)) return null;
    return CLOSED.test(after) ||
      /^[^，。；]{0,30}的/.test(after) ||
      /^，[^。；]{0,60}?的(?:，|[一-鿿]{1,14}，)/.test(leadOut)
      ? CONDITION
      : null;
  },
};
