import { FIVE_YEAR_PLANS } from '../../../values/times/index.js';
import type { Mention } from '../frame.js';
import { DESCRIPTION, type QuantityRule } from '../rule.js';
import { ALLOTTED, CHARGED, givesTo } from '../words.js';

const PAST =
  /(?:^|[，。；、])(?:截至|截止|截止到|目前|当前|去年|上年|过去|近年|近[一二两三四五几\d]+年|[今本]年以来|前[一二三四]季度|此前|以来|长期以来|当时)|已(?!建成[^，。；]*力争|知|有的)[^，。；]{0,14}$|累计已|已累计/;
/** 提升至2022年末的30.8万亿元. */
const NAMED_YEAR = /[至到为]20\d\d年(?:末|底)?的$/;
/** “十四五”时期取得显著成效。…: a passage that gives an account of the years before. */
const ACCOUNT =
  /^[^。]{0,16}(?:“?十[二三四]五”?(?:时期|以来|期间)|过去[一二三五]年|五年来)[^。]{0,40}(?:取得|实现|经受|迈出|跃上)[^。]{0,24}(?:成就|成效|成绩|进展|突破|台阶|步伐)/;
const HEAD = 120;
/** “十三五”期间累计投入…: a plan that was over when the text was written. */
const OLD_PLAN = /(十[一二三四五]五)”?(?:期间|时期|以来)/g;
/** 2018年，全县建成10所: the year that opens the clause is over. */
const YEAR_OPENS =
  /(?:^|[，。；：、）])(?:截[至止])?((?:19|20)\d\d)年(?:底|末)?[，,]?(?![^，。；]{0,8}(?:基础|相比|同期|水平))/g;
const SET = /贷款|首付|利率|公积金|限购|标准|购房/;
/** 培训7252人，完成年计划的63%: an account. */
const DONE_OF_PLAN = /(?:占|完成)(?:了)?(?:年度?|全年)?(?:目标)?(?:计划|任务|目标)(?:数)?的\d/;
const LAST_YEAR = /^[^，。；]{0,4}(?:上年|上一年|去年)度?/;
const WHO = /^的[一-鿿]{0,12}(?:企业|单位|个人|机构|项目|园区|平台|家庭|职工|主体)/;
/** 上年度出口1亿元以上的企业，: who is covered, and no tale of last year. */
const WHO_LAST_YEAR =
  /(?:上年|上一年|去年)度?[^，。；]{2,40}的[一-鿿]{0,12}(?:企业|单位|个人|机构|项目|园区|平台|家庭|职工|主体)，/g;
const AIM = /力争|确保|争取|到20\d\d年|目标|今后|下一步|新增|再/;
const EXISTED = /(?:同比|比上年|较上年)[^，。；]{0,6}$/;
const OF_RECORD = /^(?:，|、)?[^，。；]{0,12}(?:位居|居全|排名|创历史|为历史|位列)/;

/** The number before it was told of the past, in the same sentence, or 其中 goes on from it. */
function goesOn({ previous, quantity, clauseBefore, sentenceBefore, compared }: Mention): boolean {
  if (previous?.rule !== 'quantity.past') return false;
  const sentence = sentenceBefore + clauseBefore;
  const same = previous.frame.quantity.start >= quantity.start - sentence.length;
  return same || /^其中/.test(sentence + compared);
}

/** The last time that its sentence speaks of was over before the year of the document. */
function endedBefore(mention: Mention): boolean {
  const { quantity, sentenceBefore, clauseBefore, after, documentYear } = mention;
  if (documentYear === null || quantity.kind === 'time') return false;
  // 2022年购房的，每套奖励1万元: what a policy gives or sets for what was done then.
  const words = clauseBefore.slice(-30) + after.slice(0, 20);
  if (givesTo(words) || CHARGED.test(words) || ALLOTTED.test(words) || SET.test(words))
    return false;
  if (quantity.kind === 'money' && !/^[万亿]/.test(quantity.unit ?? '')) return false;
  const sentence = sentenceBefore + clauseBefore;
  const plan = [...sentence.matchAll(OLD_PLAN)].at(-1);
  const year = [...sentence.matchAll(YEAR_OPENS)].at(-1);
  const last = (year?.index ?? -1) > (plan?.index ?? -1) ? year : plan;
  if (last === undefined) return false;
  const end =
    last === year ? Number(last[1]) : (FIVE_YEAR_PLANS.get(last[1]!)?.[1] ?? documentYear);
  return (
    end < documentYear &&
    !/20\d\d年|今年|十[一二三四五六]五/.test(sentence.slice(last.index + last[0].length))
  );
}

/** What was so before the text was written. */
export const past: QuantityRule = {
  id: 'quantity.past',
  summary: 'What was so before the text was written.',
  example: '目前全市已建成产业园【12个】',
  read(mention) {
    const { quantity, before, clauseBefore, leadIn, after } = mention;
    const near = (leadIn + clauseBefore).replace(WHO_LAST_YEAR, '').slice(-70);
    if (NAMED_YEAR.test(before)) return DESCRIPTION;
    if (
      DONE_OF_PLAN.test(
        clauseBefore + mention.text.slice(quantity.start, quantity.end) + after + mention.leadOut,
      )
    )
      return DESCRIPTION;
    if (ACCOUNT.test(mention.text.slice(0, HEAD))) return DESCRIPTION;
    if (endedBefore(mention)) return DESCRIPTION;
    // 上年度进出口总额4500万美元以上的企业: who is covered.
    if (LAST_YEAR.test(clauseBefore) && quantity.op !== null && WHO.test(after)) return null;
    if (AIM.test(near)) return null;
    if (PAST.test(near) || goesOn(mention)) return DESCRIPTION;
    return EXISTED.test(before) && OF_RECORD.test(after) ? DESCRIPTION : null;
  },
};
