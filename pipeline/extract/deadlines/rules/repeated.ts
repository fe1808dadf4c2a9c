import { type DeadlineRule, recurring } from '../rule.js';

/** Before the time: it qualifies (对每月通行次数), is paid (每户每年最高30万元) or changed (按次改按季). */
const QUALIFIES =
  /(?:对|根据|按照|给予|奖励|补助|补贴|改|改为|继续|实行|户|亩|家|次|学生|员工|享受|给)$/;
/** 落实每日监测预警、定期通报等制度 names a system. */
const SYSTEM = /^[^。；]{0,20}制度/;
const PAID = /^[^，。；]{0,14}(?:最高|上限|不超过|限额|额度)/;

/** Between the time and its verb: counts, duties, manners. */
const LEADS_ON =
  /^[，,]?(?:至少|不少于|原则上|应当?|要|须|需|必须|可|均|都|请|各|定期|不定期|集中|统一|分别|滚动|动态|专题|专门|上门|实地|现场|轮流|常态化|认真|及时|积极|主动|按时|\d+次|[一二两三]次){0,4}/;
/** What is done again and again in notices. */
const ACTS =
  /^(?:召开|通报|支持|开展|联合|征集|采集|组织|举办|举行|走访|发布|公布|报送|上报|报告|报|提交|编制|编发|编写|筛选|听取|评估|评价|评选|评比|检查|抽查|调度|汇总|反馈|更新|研究|分析|研判|会商|培训|培育|培养|打造|建设|新建|改造|推进|推动|推送|推出|推荐|选派|选树|选择|选定|遴选|安排|监测|统计|形成|制定|制订|印发|公开|公示|梳理|排查|清理|督查|督导|督促|督办|考核|考评|测评|撰写|完成|出台|修订|盘点|总结|点评|晾晒|曝光|约谈|回访|调研|巡查|巡检|跟踪|交流|归集|开设|确定|认定|扶持|资助|引进|引育|投入|核查|核对|调查|结算|讲评|会诊|兑付|兑现|发放|拨付|实施|落实|协调|对接|服务|接访|接待|宣传|宣讲|解读|收集|搜集|摸排|整理|备案|复盘|复核|审核|审查|清查|维护|整改|解决|化解|处理|处置|例会|主动|专题|定向|通知|提醒|预警|抽取|抽检|普查|体检|演练|开放|举行|集中|邀请|参加|学习|轮训|检验|优化|提升|完善|增加|扩大|输送|培植|挖掘|储备|谋划|申报|申请|办理|表彰|表扬|通过|至少|不少于|向|对|从|在|由|将|就|与|从事|给|随机|全面|新增(?:约|不少于)?(?:\d|培育|认定|建设|设立))/;
const NOUNS =
  /^(?:的|次数|时间|申报(?:次数|时间)|奖励|奖补|补贴|补助|预付|人均|户均|平均|最高|上限|总|国家|企业|收入|产值|用|为[“"]|增长|递增|递减|下降|全额|定期结算|结余|通行|完成(?:率|情况|量)|报告(?:数|量)|统计数|培训(?:率|量)|\d+(?:元|万|亿|%|家|个|人|户))/;

/**
 * 每月召开, 按季度通报, 每年至少开展一次: again and again, with what is done. Not 每年新增能耗 or
 * 每月通行次数, which are parts of a noun.
 */
export const repeated: DeadlineRule = {
  name: 'repeated',
  read({ time, before, after }) {
    if (time.kind !== 'recurring') return null;
    if (/落实$/.test(before) && SYSTEM.test(after)) return 'none';
    if (QUALIFIES.test(before) || NOUNS.test(after) || PAID.test(after)) return 'none';
    // 每月25日前 names its own day and says of itself that something is due
    if (/前$/.test(time.raw)) return recurring(time.every);
    const rest = after.replace(LEADS_ON, '');
    if (NOUNS.test(rest)) return 'none';
    return ACTS.test(rest) || ACTS.test(after) || /^[，,]/.test(after)
      ? recurring(time.every)
      : 'none';
  },
};
