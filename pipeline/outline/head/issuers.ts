import { nationalBodyOf } from '../../lexicon/bodies.js';
import { leadingPlace } from '../../lexicon/regions.js';
import { looksLikeBody, splitBodyNames } from './body-names.js';

const BEFORE_VERB = /^(.{3,80}?)(?:联合)?(?:关于|印发|转发|批准发布|发布|公布|公开征求)/;
/** 镇巴县人民政府工作规则: a body's own rules and reports. */
const OWN =
  /^([^关《]{2,20}?(?:人民政府|局|委员会|[厅署]|办公[室厅]))(?:工作规则|议事规则|工作报告|常务会议|机构设置|主要职责|职能配置|职责和?机构|内设机构|权责清单|(?:19|20)\d{2}年(?:度)?工作(?:要点|计划|总结|报告))/;
/** 关于印发《某市教育局2024年工作要点》的通知: whose plan for the year is sent out. */
const OWN_PLAN =
  /^(?:关于)?印发《?([^关《》]{3,20}?(?:局|委员会|[厅委署]|办公[室厅]))(?:19|20)\d{2}年(?:度)?(?:[\u4e00-\u9fff]{0,12})工作(?:要点|计划)/;
/** `某县疫情防控指挥部通告`: who announces, and the word for it. */
const ANNOUNCER = /^([\u4e00-\u9fff“”（）]{4,60}?)(?:通告|公告)(?:[（(][^（()）]{2,20}[）)])?$/;
/** `某区人民政府征收土地预公告`: who announces, with what it is about behind the name. */
const ANNOUNCED =
  /^([\u4e00-\u9fff]{4,24}?(?:人民政府|委员会|指挥部|[局厅]))(?!长)[\u4e00-\u9fff“”、]{2,40}(?:公告|通告)$/;
/** What governs ends so; 村民委员会 and the like are what a rule is about. */
const GOVERNS =
  /(?:人民政府|办公[室厅]|(?<!居民|村民|业主)委员会|管委会|[局厅署]|街道办事处|指挥部|领导小组|法院|检察院|[大支总]队|海关)$/;
/** Offices that are told without a place in front. */
const OF_TOWN = /^[\u4e00-\u9fff]{2,8}(?:街道办事处|[镇乡]人民政府)$/;
/** What a name goes on with, which then is no name of who issues: 局长, 国务院组织法. */
const NO_REST = /^(?:长|员|组织法|[、和与及]|等)/;
const LONGEST_NAME = 30;
const SEVERAL = /等(?:\d+|[一二三四五六七八九十]+)?个?(?:部门|单位|委办局)?$/;

/**
 * Bodies that a title names as its issuers: `安徽省住房城乡建设厅关于…`, `浙江省知识产权局等7部门印发…`.
 * None where the title begins with its matter.
 */
export function issuersOfTitle(title: string): string[] {
  const own = OWN.exec(title) ?? OWN_PLAN.exec(title);
  if (own) return [own[1]!];
  const announcer = ANNOUNCER.exec(title)?.[1] ?? '';
  if (!/关于/.test(announcer) && looksLikeBody(announcer)) return splitBodyNames(announcer);
  const announced = /关于|第.{1,3}届/.test(title) ? null : ANNOUNCED.exec(title);
  if (announced) return [announced[1]!];
  const opening = BEFORE_VERB.exec(title)?.[1]?.replace(SEVERAL, '');
  const names = opening?.split('、') ?? [];
  if (opening !== undefined && names.every(looksLikeBody)) return names.flatMap(splitBodyNames);
  const first = opening === undefined ? bodyAtStart(title) : null;
  return first === null ? [] : [first];
}

/** The longest name of a body with its place, or of the centre's, that a title begins with: `弥勒市财政局2024年度部门决算`. */
function bodyAtStart(title: string): string | null {
  for (let size = Math.min(LONGEST_NAME, title.length - 2); size >= 4; size--) {
    const name = title.slice(0, size);
    if (!GOVERNS.test(name) || !looksLikeBody(name) || NO_REST.test(title.slice(size))) continue;
    const hasPlace = (leadingPlace(name, null)?.length ?? size) < size - 1;
    if (hasPlace || OF_TOWN.test(name) || nationalBodyOf(name, true) !== null) return name;
  }
  return null;
}
