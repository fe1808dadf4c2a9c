import { by, type DeadlineRule, isUndated } from '../rule.js';

/** What is to come about, right behind the time: 城建投资上半年完成900亿元, 53个项目9月底开工. */
const RESULT =
  /^(?:力争|确保|争取|计划|预计|要|须|应|全部|全面|基本|正式|共|累计|再|新){0,3}(?:形成|施工|完成(?!情况|率|的)|完工|建成|达标|[一-鿿]{2,4}达标|达到?(?!标)|实现|新增|新建|新开工|开工|动工|投产|投用|竣工|通车|增长|突破|超过|培育|引进|交付|上线|启动|发放|让利|减负|举办|支持|开展|出台|印发|转移支付|到位|清零|整改到位|投入使用)(?!的)/;
/** 确保省预算内投资上半年下达60%: an aim and a number. */
const AIMED = /(?:力争|确保|争取|计划|预计|实现)/;
const NUMBER = /^[^，。；的]{1,12}\d/;
/** A year word, a base or a thing that the time narrows: 争取2025年新增指标, 统筹2023年新增债券. */
const NARROWS =
  /(?:制定|出台|编制|梳理|建立|印发|公布|发布|争取|报送|形成|明确|推进|加快|实施|做好|抓好|开展|围绕|根据|按照|对|将|的|与|和|及|统筹|落实|享受|安排|下达|纳入|把)$/;
const NOUN = /^[^，。；]{0,16}(?:指标|额度|情况|计划|资格)[，。；]/;

export const result: DeadlineRule = {
  id: 'deadline.result',
  summary:
    'A bare time behind its subject and before what is to come about: 投资上半年完成900亿元.',
  example: '第一轮支持的53个项目【9月底】开工。',
  read({ time, before, lead, clauseAfter }) {
    if (time.bound !== null || isUndated(time) || time.kind === 'recurring') return null;
    if (
      time.kind === 'date' &&
      !/^(?:前)?(?:完成|竣工|投产|通车|上线|启动|开工|投用|开馆|[一-鿿]{0,4}达标)/.test(clauseAfter)
    ) {
      return null;
    }
    if (
      lead === '' ||
      NARROWS.test(before) ||
      (/^\D/.test(time.raw) && time.unit === 'year' && time.raw !== '全年')
    )
      return null;
    const aimed = AIMED.test(lead) && NUMBER.test(clauseAfter);
    if (!(aimed || RESULT.test(clauseAfter)) || NOUN.test(clauseAfter) || /初$/.test(time.raw))
      return null;
    return by(time.to);
  },
};
