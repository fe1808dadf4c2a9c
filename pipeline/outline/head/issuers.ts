import { looksLikeBody, splitBodyNames } from './body-names.js';

const BEFORE_VERB = /^(.{3,80}?)(?:联合)?(?:关于|印发|转发|批准发布|发布|公布|公开征求)/;
/** 镇巴县人民政府工作规则: a body's own rules and reports. */
const OWN = /^([^关《]{2,20}?人民政府)(?:工作规则|议事规则|工作报告|常务会议)/;
const SEVERAL = /等(?:\d+|[一二三四五六七八九十]+)?个?(?:部门|单位|委办局)?$/;

/**
 * Bodies that a title names as its issuers: `安徽省住房城乡建设厅关于…`, `浙江省知识产权局等7部门印发…`.
 * None where the title begins with its matter.
 */
export function issuersOfTitle(title: string): string[] {
  const own = OWN.exec(title);
  if (own) return [own[1]!];
  const opening = BEFORE_VERB.exec(title)?.[1]?.replace(SEVERAL, '');
  const names = opening?.split('、') ?? [];
  return names.every(looksLikeBody) ? names.flatMap(splitBodyNames) : [];
}
