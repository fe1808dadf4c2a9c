import { RELIEFS } from '../../../lexicon/data/acts.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import { type DeadlineRule, isUndated, period } from '../rule.js';

/** What goes on until the day: 政策延续至…, 执行期限至…, 暂缓缴至年底. */
const GOES_ON =
  /(?:期限|时限|[一-龥]{2}期|时间|延期|延|延续|延长|顺延|执行|施行|实施|持续|继续|保留|暂停|优惠|免收|缓缴|减免|免征|展期|推迟|暂定|为期|政策|措施|费率|利率|税率|补贴|标准|缓征|免租|开放)(?:执行|实施|施行|办理|缴费|缴纳|补缴)?(?:最长)?(?:可|暂定|统一)?(?:延续|延长|延|顺延|展期|调整|放宽)?$/;
/** 实施阶段性降低失业保险费率政策至…: the verb stands further before. */
const RELIEF_BEFORE = new RegExp(
  `(?:${alternation(RELIEFS)}|实施|执行|实行)[^，。；]{0,30}(?:政策|措施|费率|利率|税率|标准|办法|费|税|缴|租|补贴|优惠|工具)$`,
);

/** 缓缴期限最长不超过2025年12月31日. */
const NO_LONGER = /(?:期限|时限|时间|期)(?:最长|最迟|原则上)?不(?:得)?(?:超过|晚于|迟于)$/;

export const lasting: DeadlineRule = {
  id: 'deadline.lasting',
  summary: 'A day until which a policy goes on: 延续至, 执行期限至, 缓缴至.',
  example: '实施阶段性降低失业保险、工伤保险费率政策【至2024年12月31日】。',
  read({ time, before, lead, clauseAfter }) {
    if (isUndated(time)) return null;
    if (time.kind === 'period' && time.from === null && time.bound === 'until') {
      return period(null, time.to);
    }
    if (time.kind === 'date' && NO_LONGER.test(before)) return period(null, time.to);
    // 政策实施期限截至2022年12月31日
    if (
      /^截[至止]/.test(time.raw) &&
      /(?:实施|执行|政策|优惠|缓缴|受理|申领)(?:期限|有效期限?|期|时间)$/.test(before)
    ) {
      return period(null, time.to);
    }
    if (time.kind !== 'by' || !/^[至到]/.test(time.raw)) return null;
    // 自获得旅游票之日起至2024年12月31日
    if (/[之次]日起?$/.test(before)) return period(null, time.to);
    // 自9月1日起实施，至10月31日结束
    if (/^[至到]/.test(time.raw) && /^(?:结束|终止|停止|为止)/.test(clauseAfter)) {
      return period(null, time.to);
    }
    if (/止$/.test(time.raw) && !/^截/.test(time.raw)) return period(null, time.to);
    return GOES_ON.test(before) || RELIEF_BEFORE.test(lead) ? period(null, time.to) : null;
  },
};
