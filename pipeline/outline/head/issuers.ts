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
  return names.every(looksLikeBody) ? names.flatMap(splitBodyNames) : [];
}
