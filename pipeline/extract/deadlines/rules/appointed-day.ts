import { by, type DeadlineRule, isUndated } from '../rule.js';

const AT = /(?:[于在]|截止时间为|截止日期为|定于|不迟于|不晚于|不得晚于|最迟|最晚|至迟)$/;
const TOLD = /[已并曾业经]于$|已经?在$/;

export const appointedDay: DeadlineRule = {
  id: 'deadline.appointed-day',
  summary: 'A day on which something is to be done: 请于10月30日报送, 不迟于6月30日.',
  example: '情况请于【2023年10月30日】报省住房城乡建设厅。',
  read({ time, before, after }) {
    if (time.bound !== null || isUndated(time) || time.kind === 'recurring') return null;
    if (/(?:不迟于|不晚于|不得晚于|(?:最迟|最晚)不得?超过|最迟于?|最晚于?|至迟于?)$/.test(before))
      return by(time.to);
    const month = time.unit === 'month' && /于$/.test(before);
    if (time.kind !== 'date' && time.unit !== 'part' && !month) return null;
    if (!AT.test(before)) return null;
    const names =
      /^(?:联合)?(?:印发|发布|出台|公布|实施)[了《]/.test(after) ||
      /^(?:到期|届满|期满|失效|废止|起|后|召开的|印发的|发布的|的|经)/.test(after);
    return TOLD.test(before) || names ? 'none' : by(time.to);
  },
};
