import type { DeadlineRule } from '../rule.js';

const OWN_PAPER =
  /(?:^|[，。；：\s])(?:本|此)(?:实施)?(?:政策措施|若干措施|若干政策|政策|措施|意见|办法|通知|方案|规定|细则|公告|通告|文件|行动计划|计划|条例)[^，。；]{0,12}$/;
/** 政策有效期至… in an item speaks of that item's policy. */
const ITEM_POLICY = /^\s*(?:该|此|该项|此项)?(?:优惠|补贴|奖励)?政策(?:的)?有效期/;

export const validity: DeadlineRule = {
  id: 'deadline.validity',
  summary: 'How long the document itself is in force; that is its `expires_on`.',
  example: '本措施自2023年6月1日起施行，有效期【至2025年12月31日】。',
  read({ time, before, lead, clauseAfter }) {
    if (time.kind === 'recurring') return null;
    if (
      /(?:起施行|起实施|起执行|起生效|起正式(?:施行|实施)|(?:施行|实施|印发|公布|发布|执行)之日起)[^。]{0,12}$/.test(
        before,
      )
    ) {
      return 'none';
    }
    if (/有效期限?[^，。；]{0,8}$/.test(before)) return ITEM_POLICY.test(lead) ? null : 'none';
    if (/^起?(?:正式|开始)?(?:施行|实施|执行|生效)(?:[，。；]|$)/.test(clauseAfter)) {
      return OWN_PAPER.test(lead) || time.bound === 'since' ? 'none' : null;
    }
    // 二维码7天内（11月9日前）有效
    if (time.unit === 'day' && /^[）)]?(?:内)?有效(?![果率运措控利防提推])/.test(clauseAfter))
      return 'none';
    const ends = /^(?:止|有效|失效|废止)?[，。；]?$/.test(clauseAfter);
    return OWN_PAPER.test(lead) && ends ? 'none' : null;
  },
};
