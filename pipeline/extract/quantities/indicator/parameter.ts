import type { Mention } from '../frame.js';
import { GIVING } from '../words.js';
import { following } from './following.js';
import { trimmed } from './trim.js';

const GIVEN_NOUN =
  /(?:一次性)?(?:[一-鿿“”]{0,12}?)(?:奖励资金|补助资金|补贴资金|奖补资金|扶持资金|支持资金|资金支持|资金扶持|经费支持|专项补助|奖励|补助|补贴|奖补|资助|贴息|补偿|优惠|减免|奖金|津贴|罚款|赔偿|消费券|红包|支持|退税)/;
const LAST_GIVEN = new RegExp(GIVEN_NOUN.source, 'g');
const GIVES =
  /^(?:的?(?:标准|比例|额度|规模)?)?(?:以内|左右)?(?:不等)?的?(?:分别|一次性(?=给予)|再|另外?|额外)?(?:给予|予以|享受|发放|进行|补给|奖给|作为|用于)?(?:企业|个人|其|用人单位|相关单位|[一-鿿]{0,4}单位)?(?:的)?/;
/** 减按25%计入应纳税所得额, 按1%征收契税. */
const LEVIED =
  /^(?:的(?:税率|比例|标准|征收率))?(?:计入|核定征收|征收|计征|缴纳|预征|扣除|预缴)([一-鿿]{2,10})/;
/** 给予奖励50万元. */
const GIVEN_AT_END = new RegExp(`(?:给予|予以|享受|发放)(${GIVEN_NOUN.source})$`);
/** 5万元奖励, 人才给予奖励: what stands before the noun of giving. */
const BEFORE_GIVEN = /^.*(?:元|%|给予|予以|的|对|按|、|和|每[个名家户][一-鿿]{1,3}?(?=奖|补|资))/;
/** To whom it is given is none of its name. */
const GIVES_TO =
  /^.*(?:给予|予以|发放|享受)(?:[^，。；]{0,8}(?:人|方|家庭|企业|单位|职工|机构|个人|户|者|平台|项目)$)?/;
const CASE =
  /^(?:政策期内|有效期内|同一[^，]{2,8}?(?=每|最)|在[^，]{2,20}的?基础上|对[^，。；]*?的(?=[一-鿿]{0,12}$)|对|其中|符合[^，。；]*?的|每[个座处所家块条片间套](?=[一-鿿]{0,4}(?:面积|长度|规模|高度|宽度|容积))|每[一-鿿]{1,4}|单[个家户笔项人次])/;
const GIVING_END =
  /(?:分别|均|各|统一|可|可以|可再|再|额外|最高|最多|不超过|一次性|按照?|给予|予以|奖励|享受|不低于|上限|为|是|至|到|达|由|从|调整|提高|上调|下调|降低|执行|设定|确定|标准|每[一-鿿]{1,3}(?:每年|每月)?|累计|减按|减|延长|减免|免收|免征|缓缴|其|企业|个人|的|单[个家户笔项人次]|每[个家户项]?标准展位|以|，)$/;

/** Right behind the number: 300元/人推荐就业补贴. */
const GIVEN_BEHIND = new RegExp(`^的?(${GIVEN_NOUN.source})`);
/** 每家分别最高奖励50万元: the verb of giving is all that names it. */
const BARE_GIVEN =
  /(?:最高|最多|分别|一次性|再|额外|可|每[家户人个名项年次]|单[家个户次]|给予|予以|^)(奖励|补助|补贴|资助|奖补|补偿|扶持)$/;
/** 提高财政补助标准至人均730元. */
const CHANGES_TO =
  /(?:提高|提升|降低|下调|上调|调整)([^，。；、\d]{2,30}?)[至到为](?:人均|每人|户均)?(?:每[年月])?(?:不[低高超少][于过])?$/;
/** 降低首付比例，从三成降至二成. */
const FROM = /^[从由自]/;
const CHANGED_BEFORE = /(?:提高|提升|降低|下调|上调|调整|优化)([^，。；、\d]{2,30})，$/;
/** 在最高贷款额度的基础上提高10万元. */
const ON_TOP = /在(?:我[市省县区]|现行|原有|原)?([^，。；]{2,24}?)的?基础上[^，。；]{0,8}$/;
/** Who gets it, not what. */
const WHO =
  /(?:毕业生|员工|职工|家庭|人才|缴存人|人员|企业|单位|项目|联合体|院校|机构|个人|团队|总额|面积|农户|户|者|方|村|平台|基地|中心|园区)$/;
/** 公积金贷款最高额度单身职工: what, and then who. */
const WHAT_THEN_WHO =
  /^(.*?(?:额度|标准|比例|限额|补贴|利率|费率))[一-鿿]{0,6}?(?:职工|家庭|人才|缴存人|人员|企业|个人|毕业生)$/;

/** What is given, charged or allowed: the noun behind the number, before it, or that the statement gives. */
export function parameterIndicator(mention: Mention, previous: string | null): string | null {
  const { after, clauseBefore, before, leadIn, leadOut, quantity } = mention;
  const behind = following(mention)
    .replace(/^对[^，。；]{1,10}?(?=予以|给予)/, '')
    .replace(/^人民币/, '')
    .replace(GIVES, '');
  const given = GIVEN_NOUN.exec(behind)?.[0] ?? '';
  if (given !== '' && behind.startsWith(given)) return given;
  const right = GIVEN_BEHIND.exec(after.replace(/^人民币/, ''))?.[1];
  if (right !== undefined && !GIVING_VERB.test(right)) return right;
  const bare = BARE_GIVEN.exec(before)?.[1];
  if (bare !== undefined) return bare;
  const levied = LEVIED.exec(after)?.[1];
  if (levied !== undefined) return levied;
  if (
    (quantity.kind === 'count' || quantity.kind === 'noun') &&
    behind.length >= 2 &&
    quantity.op !== '<='
  )
    return behind;
  const ended = GIVEN_AT_END.exec(before)?.[1];
  if (ended !== undefined) return ended.replace(/^(?:企业|单位|个人|其)(?=一次性)/, '');
  const changed =
    CHANGES_TO.exec(before + mention.compared)?.[1] ??
    (FROM.test(before) ? CHANGED_BEFORE.exec(leadIn)?.[1] : undefined);
  if (changed !== undefined) return changed;
  const named = nounBefore(before);
  const onTop = WHO.test(named) ? ON_TOP.exec(before)?.[1] : undefined;
  if (onTop !== undefined) return onTop;
  const what = PLACES.test(named) ? '' : (WHAT_THEN_WHO.exec(named)?.[1] ?? named);
  if (what.length >= 2 && !WHO.test(what)) return what;
  const tail = GIVEN_NOUN.exec(after.replace(/^[^给予]{0,30}(?:给予|予以)/, ''))?.[0];
  if (tail && GIVING.test(after)) return tail.replace(BEFORE_GIVEN, '') || tail;
  if (mention.follows !== null && previous !== null) return previous;
  const inClause =
    lastGiven(clauseBefore) ??
    lastGiven(leadIn) ??
    GIVEN_NOUN.exec(leadOut)?.[0].replace(BEFORE_GIVEN, '') ??
    null;
  if (inClause !== null && !(quantity.kind === 'time' && behind.length >= 2))
    return inClause || null;
  const noun = behind.replace(/^[^一-鿿“]+/, '');
  if (noun.length >= 2 && noun.length <= 20) return noun;
  return previous ?? (what.length >= 2 ? what : null);
}

/** （市、州1200元/人，县、市1000元/人）: where it is given. */
const PLACES = /^(?:[省市州县区旗、]|直管市|林区|城区|城市|乡镇|农村|城镇)+$/;
const GIVING_VERB = /给予|予以|享受|^的|标准/;
/** 最高额度由60万元上浮20%: what it was before. */
const WAS =
  /[由从自](?:原来?的?|现行的?|当前的?|目前的?)?[^，。；\d]{0,6}[\d一二三四五六七八九十][^，。；]*$|不得?(?:超过|高于|低于|少于)[^，。；]*\d[^，。；]*$/;
const ORDERED = /^.*?(?:实行|执行|实施|设定|允许|可将|收取的|^将)(?=[一-鿿]{3,})/;
const EACH = /^(?:每|单)(?:一)?[个家户][一-鿿]{1,6}?(?=资助|奖励|补助|补贴)/;
/** 生活服务设施用地面积占项目总用地面积的比例上限. */
const LONGEST = 44;

function nounBefore(words: string): string {
  let text = trimmed(words.slice(-60).replace(WAS, ''))
    .replace(CASE, '')
    .replace(EACH, '')
    .replace(ORDERED, '');
  for (let match = GIVING_END.exec(text); match !== null; match = GIVING_END.exec(text)) {
    const rest = trimmed(text.slice(0, match.index));
    if (rest === text) break;
    text = rest;
  }
  text = text.replace(GIVES_TO, '');
  return /^[\d一二三四五六七八九十]+[个家万%元项]|^(?:对|凡|符合|的|并|由|自|按)/.test(text) ||
    text.length > LONGEST
    ? ''
    : text;
}

function lastGiven(words: string): string | null {
  const found = words.match(LAST_GIVEN);
  return found?.at(-1)?.replace(BEFORE_GIVEN, '') || null;
}
