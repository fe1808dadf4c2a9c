import { by, type DeadlineRule, ONGOING, period, recurring } from '../rule.js';
import { windowOf } from '../window.js';

/** Labels of a stretch of time; the others name the day at which something is due. */
const STRETCH = /实施|施行|活动|执行|建设|起止|政策|适用|缓缴|延后|终止|^时间$|^期|时段/;

/** 补贴申报截止时间为…: who has the right may claim it until then. */
const CLAIM =
  /(?:补贴|补助|奖励|奖补|津贴|补偿|优惠|政策|资金)(?:的)?(?:申报|申请|申领|受理|兑付|兑现|领取)(?:截止|办理)?(?:时间|时限|期限|日期)/;

/** 获得时间：, 成立时间：: when something came about, on a form. */
const CAME_ABOUT =
  /(?:获得|取得|获评|命名|成立|组建|发生|出生|毕业|入职|入党|入团|任职|参加工作|填表|填报|填写|购置|购买|注册|登记)(?:时间|日期)$/;

/** 2025年1—12月. */
const MONTHS = /\d\s?(?:[-—~至到]+)\s?\d{1,2}\s?月/;

export const labelled: DeadlineRule = {
  id: 'deadline.labelled',
  summary:
    'What stands behind 时限要求：, 完成时限：, 活动时间： is a deadline, whatever its form.',
  example: '（责任单位：房产处，时限要求：【6 月底】）',
  read({ time, label, before, context }) {
    if (label === null || CAME_ABOUT.test(label)) return null;
    if (time.to !== null && time.duration === null && CLAIM.test(before)) {
      return time.bound === 'range' ? windowOf(time, context) : period(null, time.to);
    }
    switch (time.kind) {
      case 'ongoing':
        return ONGOING;
      case 'recurring':
        return recurring(time.every);
      case 'duration':
        return null;
      case 'by':
        if (time.duration !== null) return null;
        return STRETCH.test(label) && !/完成|截止/.test(label)
          ? period(null, time.to)
          : by(time.to);
      default: {
        if (time.bound === 'since' || time.bound === 'after') return null;
        if (time.bound === 'range' || MONTHS.test(time.raw)) return windowOf(time, context);
        if (!STRETCH.test(label) || time.unit === 'part') return by(time.to);
        // 执行期限：2025年12月31日 and 延后期暂定为… are where it ends
        const ends = time.unit === 'day' || /[为是在定]\s*$/.test(before);
        return period(ends ? null : time.from, time.to);
      }
    }
  },
};
