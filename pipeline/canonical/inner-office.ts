/**
 * Offices inside the body that issues the notice, by names that are whole as they stand. What may
 * be short for a longer name is not among them: 城建处, 科信处, 信息中心, and also 法规处 and 科技处,
 * which stand for 政策法规处 here and 科技设计处 there.
 */
const INNER_OFFICE =
  /^(?:办公室|政治处|机关党委|(?:政策法规|人事教育|组织人事|规划财务|计划财务|发展规划|政策研究)[处科])$/;
/** 各科室, 各直属单位, 各相关处室: all that belong to the body. */
const ALL_OFFICES =
  /^(?:机关)?各(?:相关|有关)?(?:处室|科室|直属单位|下属单位|直属机构|内设机构)(?:（[局处中心站办]{1,2}）)?$/;
/** Offices of a police bureau's branch: 分局法制支队, 分局政治处. */
const OFFICE_OF_BRANCH = /^分局((?:各责任单位|[一-龥]{2,6}(?:支队|大队|[处科室]|中心|派出所)))$/;
/** What stands for the issuer in front of its office: 厅机关各处室, 局审批处, 委办公室. */
const STANDS_FOR = /^(?:[我本])?([委厅局办])(?=机关|各|[一-龥]{2,6}[处科室]$)/;
const LEADING_GROUP = /(?:领导小组|工作小组|协调小组|联席会议)$/;

/** Whether only the issuer can tell the name; cheap, so that the issuer is named only then. */
export function isInnerOffice(written: string): boolean {
  return (
    INNER_OFFICE.test(written) ||
    ALL_OFFICES.test(written) ||
    OFFICE_OF_BRANCH.test(written) ||
    STANDS_FOR.test(written) ||
    /^[省市区县州](?:领导|工作|协调)小组/.test(written)
  );
}

/**
 * The full name of an office or of all offices of the body that issues a notice: `政策法规科` of
 * 漳州市科学技术局 → 漳州市科学技术局政策法规科, `厅机关各处室（局）`, `分局法制支队`, and
 * `市领导小组办公室` in a notice that 上海市工程建设项目审批制度改革工作领导小组 signs. null where the name is
 * none of these, or the issuer no department.
 * @param issuer the first issuer's full official name
 */
export function innerOfficeOf(written: string, issuer: string): string | null {
  const name = written.replaceAll('(', '（').replaceAll(')', '）');
  const group = /^[省市区县州](?:领导|工作|协调)小组(办公室|各?成员单位)$/.exec(name);
  if (group !== null) return LEADING_GROUP.test(issuer) ? issuer + group[1]! : null;
  if (!/[委厅局]$|委员会$/.test(issuer)) return null;
  const branch = OFFICE_OF_BRANCH.exec(name);
  if (branch !== null) return issuer.endsWith('分局') ? issuer + branch[1]! : null;
  const front = STANDS_FOR.exec(name);
  if (front !== null && !issuer.endsWith(front[1] === '委' ? '委员会' : front[1]!)) return null;
  const office = front === null ? name : name.slice(front[0].length);
  return INNER_OFFICE.test(office) || ALL_OFFICES.test(office) ? issuer + office : null;
}
