import { durationAfter } from '../../../values/times/index.js';
import { by, type DeadlineRule } from '../rule.js';

/** 自本方案印发之日起, 本通知印发后: from when the length of time counts. */
const FROM_ISSUE =
  /(?:^|[，。；：、\s])(?:各[^，。；]{1,12}[在应要须于]|要|应当?|须|请)?[自从在于]?(?:本|此)?[一-龥]{0,8}?(?:印发|下发|发布|公布|出台|发文)(?:之日|后之日|之后|日)?[起后]?(?:的|，)?$/;
/** What holds, or may be asked for, in that time is no work: 有效, 施行, 可申请. */
const HOLDS = /^的?[，,]?(?:有效|施行|实施期|生效|试行|失效|废止|内?有效|可|不再|免|继续执行|暂停)/;

export const afterIssue: DeadlineRule = {
  id: 'deadline.after-issue',
  summary: 'A length of time within which something is to be done, counted from the day of issue.',
  example: '自本方案印发之日起【3个月内】，各县要制定实施细则。',
  read({ time, before, after, context: { issuedOn = null } }) {
    if (time.duration === null || !/内$/.test(time.raw)) return null;
    if (issuedOn === null || !FROM_ISSUE.test(before) || HOLDS.test(after)) return null;
    const end = durationAfter(issuedOn, time.duration);
    return end === null ? null : by(end);
  },
};
