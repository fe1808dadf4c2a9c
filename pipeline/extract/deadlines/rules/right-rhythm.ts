import { PAYMENTS } from '../../../lexicon/data/acts.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import type { DeadlineRule } from '../rule.js';
import { BOUND_TO } from './repeated.js';

const PAYMENT = alternation(PAYMENTS);
/** It qualifies (对每月通行次数), is paid (每户每年最高30万元) or changed (按次改按季). */
const BEFORE =
  /(?:对|根据|按照|给予|奖励|补助|补贴|改|由|改为|调整为|继续|实行|每[户亩家人套台辆个名]|家庭|学生|员工|职工|享受|给|标准|[至到]|可|可以|允许|支持[^，。；]{0,16}(?:家庭|职工|缴存人|个人))$/;
const PAID = new RegExp(
  `^(?:[、和或][^，。；]{0,6})?(?:一次性|累计|再|各|均|仍|定期|相应|依次|同步|按时|足额|全额|自愿|自主|最多|继续)?(?:${PAYMENT})`,
);
/** 每年发放不少于1000万元消费券: a sum that a body gives out in all. */
const SPENT = /^发放(?:不少于|不低于|各类|[^，。；]{0,16}消费券)/;
/** …最高, …不超过N万元 further on in the clause. */
const CAPPED = /^[^，。；]{0,14}(?:最高|上限|限额|额度|租房提取|公积金)/;
/** 每年对新认定的示范县给予最高300万元: what they get. */
const GIVEN_TO =
  /^对[^。；]{2,60}?(?:给予|奖励|补助|补贴|予以)[^，。；]{0,16}(?:元|奖励|补助|补贴|支持)/;
/** 落实每日监测预警、定期通报等制度 names a system. */
const SYSTEM = /^[^。；]{0,20}制度/;
const NOUN =
  /^(?:的|新增[^，。；\d]{1,10}的|次数|时间|申报(?:次数|时间)|总|国家|企业|收入|产值|用|为[“"]|增长|递增|递减|下降|结余|通行|完成(?:率|情况|量)|报告(?:数|量)|统计数|培训(?:率|量)|每[人户家套亩]|\d+(?:元|万|亿|%|家|个|人|户)|(?:还款|补贴|补助|提取|贷款|缴存|最高|总)?(?:额度|租金|标准(?![化厂地田])|销售额|一清|生活费))/;

/** 要按月领取费用结算单, 主动按月交纳团费: what somebody must do, not a payment that they get. */
const OWED = /^(?:交纳|缴纳|领取(?![^，。；]{0,10}(?:补贴|补助|津贴|待遇|养老金|工资|奖)))/;

const HOURS = /^[^，。；]{0,20}\d(?:\.\d)?\s?个?(?:小时|分钟|次)/;
const MAY =
  /(?:可以?|允许)[^。；]{1,20}[，,]$|(?:仍|也|均)可[^，。；]{0,10}$|(?:贴息|补贴|补助|奖励|利息)[^，。；]{0,6}[、，]$/;

export const rightRhythm: DeadlineRule = {
  id: 'deadline.right-rhythm',
  summary: 'The rhythm of a payment, a right or a measure, not of what a body does.',
  example: '支持无房缴存人家庭【按月】提取公积金支付房租。',
  read({ time, before, after }) {
    if (time.kind !== 'recurring') return null;
    if (BOUND_TO.test(before) && OWED.test(after)) return null;
    if (/落实$/.test(before) && SYSTEM.test(after)) return 'none';
    if (BEFORE.test(before) || NOUN.test(after) || CAPPED.test(after)) return 'none';
    // 每天接触户外自然光不少于1小时: what somebody is to have
    if (/^(?:每[天日]|P1D)/.test(time.raw) && HOURS.test(after)) return 'none';
    // 可以根据市场情况，每半年申请一次; 贴息5年、按年结算
    if (MAY.test(before)) return 'none';
    // 每年在淮工作超过4个月的，可免费入住
    if (/^[^，。；]{2,40}的[，,]/.test(after)) return 'none';
    if (GIVEN_TO.test(after)) return 'none';
    return PAID.test(after) && !SPENT.test(after) ? 'none' : null;
  },
};
