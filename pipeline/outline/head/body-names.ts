import { nationalBodyOf } from '../../lexicon/bodies.js';
import { leadingPlace } from '../../lexicon/regions.js';

/** Last words of names of bodies that sign documents. */
const BODY_ENDING =
  /(?:委员会|中共中央|总局|[局委厅部署办处队院会]|办公室|政府|海关|[分支]行|银行|公司|集团|协会|学会|联合会|商会|总工会|工商联|妇联|小组|会议|代表大会|指挥部|中心|主席团|党组|管理站|营业所|派出所|供电所|管理所|服务所|税务所|财政所|司法所|[大支]队[一二三四五六七八九十]大队|大学|学校|研究所|自律机制|[总联]社)$/;
const NO_NAME = /[。；：:，、！？•〔〕“”《》〈〉…]|^\d|^第|^(?:特此|此件|附)/;
/** Bodies of the centre whose branches bear a place behind their name: 国家税务总局上海市税务局. */
const CENTRAL_BODY =
  /^(?:国家(?:税务|金融监督管理|金融监管)总局|中国?人民银行|中国(?:银保监会|银监会|保监会|证监会)|国家(?:外汇管理|统计|能源|邮政|矿山安全监察|粮食和物资储备)局|中国(?:银行保险|证券)监督管理委员会|中国民用航空局|海关总署|(?:财政|审计|自然资源|水利|生态环境|交通运输)(?:部|署))$/;
const BRANCH =
  /^[一-龥]{2,14}?(?:局|分行|总部|支行|监管办|调查总队|调查队|公司|海关|专员办|办事处)/;
/** What a place in the middle of a name has behind it: 某市住房公积金中心【某县分中心】. */
const OWN_BRANCH =
  /^[\u4e00-\u9fff]{2,12}?(?:省|市|区|县|旗|州|盟|镇)?(?:分中心|管理部|服务部|营业部|业务部|办事处|服务大厅|服务中心|分局|支队|大队|管理所|工作站|支行|分公司|营业管理部)$/;
/** Words that open a name although they name no place. */
const CENTRAL_OPENING =
  /^(?:国家|中国|中共|中华人民共和国|国网|国务院|最高人民|共青团|全国(?:总工会|工商联|工商业|妇联|妇女|人大|政协|老龄|绿化|爱国))/;
/** 市财政局 behind 市商务局: names without their place, as their own bodies write them. */
const LOCAL_OPENING = /^[省市区县][一-龥]{2}/;
/** 推进“三地一区”建设领导小组: a name may hold a slogan. */
const QUOTED = /[“"][^“”"]{1,16}[”"]/g;
const SHORTEST_NAME = 3;
const LONGEST_NATIONAL = 18;
/** `（代章）`, `（盖章）` behind a name. */
const SEAL = /[（(](?:代章|盖章|章|印章|宣)[）)]$/;
const LONGEST_LINE = 70;

/** True where a line may be the name of a body, or names of several: no mark, a body's last word. */
export function looksLikeBody(given: string): boolean {
  const text = given.replace(QUOTED, '');
  return (
    text.length >= SHORTEST_NAME &&
    text.length <= LONGEST_LINE &&
    !NO_NAME.test(text) &&
    BODY_ENDING.test(text)
  );
}

/**
 * Names of bodies that a signature line holds, cut where one ends and the next begins although
 * nothing stands between them: `上海市商务委员会上海海关`. White space cuts where a name ends at it.
 */
export function splitBodyNames(line: string): string[] {
  const names: string[] = [];
  let pending = '';
  for (const piece of line
    .trim()
    .replace(SEAL, '')
    .split(/[\s、，]+/)) {
    pending += piece;
    if (pending.length < SHORTEST_NAME || !BODY_ENDING.test(pending)) continue;
    names.push(...cutRunTogether(pending));
    pending = '';
  }
  return pending === '' ? names : [...names, ...cutRunTogether(pending)];
}

function cutRunTogether(text: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (let at = SHORTEST_NAME; at <= text.length - SHORTEST_NAME; at++) {
    if (at - start < SHORTEST_NAME || !isBoundary(text.slice(start, at), text.slice(at))) continue;
    names.push(text.slice(start, at));
    start = at;
  }
  return [...names, text.slice(start)];
}

/** Whether one name ends and another begins between the two. */
function isBoundary(left: string, right: string): boolean {
  if (!BODY_ENDING.test(left) || !BODY_ENDING.test(right)) return false;
  const isCentral = nationalBodyOf(left, true) !== null;
  if (CENTRAL_OPENING.test(right) || beginsNational(right, isCentral))
    return !isBranchOf(left, right);
  if (samePlace(left, right)) return true;
  if (LOCAL_OPENING.test(right) && LOCAL_OPENING.test(left)) return true;
  if (isBranchOf(left, right) || OWN_BRANCH.test(right)) return false;
  return leadingPlace(right, null) !== null;
}

const isBranchOf = (left: string, right: string): boolean =>
  CENTRAL_BODY.test(left) &&
  BRANCH.test(right) &&
  !CENTRAL_OPENING.test(right) &&
  !beginsNational(right, false);

/** `某某市教育局某某市财政局`: both bear the same place, known or not. */
function samePlace(left: string, right: string): boolean {
  const place = /^[\u4e00-\u9fff]{1,8}?(?:自治区|[省市县区州盟旗])/.exec(right)?.[0];
  return place !== undefined && place.length > 1 && left.startsWith(place);
}

/**
 * 农业农村部, 国家发展改革委: a body of the centre, or what belongs to one; behind one of them 国资委 is the
 * centre's too.
 */
function beginsNational(text: string, isCentral: boolean): boolean {
  for (let size = 3; size <= Math.min(LONGEST_NATIONAL, text.length); size++) {
    if (nationalBodyOf(text.slice(0, size), isCentral) !== null) return true;
  }
  return false;
}
