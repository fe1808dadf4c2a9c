import { CONDITION, type QuantityRule } from '../rule.js';
import { aimsAt, touchesAchievement } from '../words.js';

/** What a right is granted with, behind a clause that says when. */
const GRANTS =
  /^(?:经[^，。；]{0,16}|[^，。；]{0,14}?)(?:方可|即可|(?<![人户])均可|才可|就可|可(?:以|按|向|在|凭|享|申|给|优|不|获|根据|依|容|办|认定|调整|适当|全|一次|视|先|直接)|允许|准予|给予|予以|享受|视为|视同|不再|免(?:征|收|除|于|缴)|一次性(?:奖|补|发|给)|奖励|补助|补贴|纳入[^，。；]{0,8}支持)/;
/** A state that a firm or a person is in. */
const STATE =
  /^(?:达到?|超过|超|满|不满|不足|低于|高于|不低于|不高于|不少于|少于|未达到?|突破|未超过|小于|大于|不超过|为)/;
const LOWERED = /压缩|缩短|精简|提升|提高|降/;

/** A state, and in the next clause the right that it gives. */
export const entitling: QuantityRule = {
  id: 'quantity.entitling',
  summary: 'A state, and in the next clause the right that it gives.',
  example: '缴存余额【不低于1万元】，可申请提前还款',
  read(mention) {
    const { quantity, compared, before, after, leadOut, leadIn, clauseBefore } = mention;
    if (quantity.op === null || touchesAchievement(mention)) return null;
    if (
      quantity.op === 'increase' || quantity.op === 'decrease'
        ? !/(?:增长|增幅|增速)/.test(compared)
        : false
    )
      return null;
    const state = STATE.test(compared) || quantity.amountEnd < quantity.end;
    if (!state || LOWERED.test(compared) || aimsAt(leadIn.slice(-60) + clauseBefore)) return null;
    if (/(?:给予|予以|最高|奖励|补助|补贴|可|按)[^，。；]{0,10}$/.test(before)) return null;
    if (/^后(?:方|即|均)?可/.test(after)) return CONDITION;
    const clauses = (after + leadOut).split(/[，；]/, 4).slice(1);
    return clauses.some((clause) => GRANTS.test(clause)) ? CONDITION : null;
  },
};
