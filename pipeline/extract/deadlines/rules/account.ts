import type { DeadlineRule } from '../rule.js';

/** What was reached, or what something is measured by. */
const COUNTED =
  /^[，,]?[^，。；]{0,20}(?:已(?!建成投用)|共有|余额|均能|为\d|率\d|累计(?!达到|完成|新增|实现|建成))/;
/** What was done then, in a worked example. */
const DONE = /^[^，。；\d]{0,8}[一-龥]{2}了\d/;
const COMPARED =
  /(?:较|(?<!占)比|相比|同比|环比|对比|与|(?<!不)(?<!不得)超过|高于|低于|不低于|恢复到)$/;
const BASE = /^[^，。；]{0,16}(?:基础上|上(?:予以|给予|优先|适当))/;

export const account: DeadlineRule = {
  id: 'deadline.account',
  summary: 'A day up to which something is counted, or a time that it is compared with.',
  example: '【截至2023年5月底】，已新增企业5000家。',
  read({ time, before, after, clauseAfter, context: { issuedOn = null } }) {
    if (time.kind === 'recurring') return null;
    // 截至9月底，完成投资… of a report that is issued in October
    const over = issuedOn !== null && time.to !== null && time.to < issuedOn;
    if (over && /^截[至止]/.test(time.raw) && /^[，,]/.test(after)) return 'none';
    if (/^截[至止]/.test(time.raw) && COUNTED.test(after)) return 'none';
    // （截止2022年8月31日） tells as of which day
    if (/^截/.test(time.raw) && /[（(]$|周岁[，,]$/.test(before) && /^[）)]/.test(after))
      return 'none';
    // 于2023年1月租房提取了12000元
    if (time.bound === null && DONE.test(clauseAfter)) return 'none';
    if (COMPARED.test(before) && time.bound === null) return 'none';
    // 将2022年房交会顺延
    if (/将$/.test(before) && time.unit === 'year' && time.bound === null) return 'none';
    // 在2022年原租金减免基础上, 在2023年资金申报上予以优先支持
    if (time.bound === null && BASE.test(clauseAfter)) return 'none';
    // 在2023年9月28日前或2024年6月30日后签约的: outside of a window
    if (time.bound === 'before' && /^或者?在?(?:19|20)\d\d年/.test(after)) return 'none';
    return /^(?:同期|水平|的\d|底?的基础|以来)/.test(after) ? 'none' : null;
  },
};
