import {
  ANNOUNCEMENT_ENDINGS,
  DIRECTIVE_ENDINGS,
  GUIDE_ENDINGS,
  LIST_ENDINGS,
  REGULATION_ENDINGS,
  REPLY_ENDINGS,
  REPORT_ENDINGS,
  WORK_GUIDE_ENDINGS,
  WORK_LIST_ENDINGS,
} from '../../../lexicon/data/natures.js';
import { alternation, type Entry } from '../../../lexicon/vocabulary.js';
import type { Passage } from '../../../model/passage.js';
import { namesNoKind } from '../genre.js';
import {
  ANNOUNCES,
  ANSWERS,
  ASKS,
  EXPLAINS,
  HEARS,
  hasAnnounced,
  LAYS_DOWN,
  ORDERS,
  PART_OF_EXPLANATION,
  RECEIVED,
  REPORTS,
  STEPS,
} from '../nature-signs.js';
import { bareTitle, decisiveTitle, withoutSerial } from '../nature-title.js';
import { natureByOwnName } from '../own-name.js';
import { makesResponsible } from '../responsible.js';
import {
  newsHeadline,
  newsOfPage,
  newsOfPaper,
  newsOpening,
  newsReported,
  newsTitle,
} from './nature-news.js';
import { type NatureRule, opening, say } from './nature-parts.js';
import { worksForThePeople } from './works-for-the-people.js';

const endsIn = (entries: readonly Entry[]): RegExp => new RegExp(`(?:${alternation(entries)})$`);
const GUIDE = endsIn(GUIDE_ENDINGS);
const WORK_GUIDE = endsIn(WORK_GUIDE_ENDINGS);
const REPLY = endsIn(REPLY_ENDINGS);
const REPORT = endsIn(REPORT_ENDINGS);
const ANNOUNCEMENT = endsIn(ANNOUNCEMENT_ENDINGS);
const LIST = endsIn(LIST_ENDINGS);
const WORK_LIST = endsIn(WORK_LIST_ENDINGS);
const REGULATION = endsIn(REGULATION_ENDINGS);
const DIRECTIVE = endsIn(DIRECTIVE_ENDINGS);
/** 优化营商环境二十条措施, 政策25条: a count that stands in the kind's place. */
const COUNT = /[\d一二三四五六七八九十]+[条项]$/;
const COUNTED = /[\d一二三四五六七八九十]+问$/;
/** Letters, and permits given in answer to one. */
const ANSWERING = /函$|许可决定书$/;
const shortLine = ({ reading }: Passage): string =>
  reading.length > 60 ? '' : reading.replace(/\s+/g, '');

/** What a document does, the surest sign first. */
export const NATURE_RULES: readonly NatureRule[] = [
  {
    id: 'head.nature-order',
    summary: 'An order publishes rules.',
    example: '广州市人民政府【令】 第179号 《广州市老年人优待办法》…现予公布',
    read: ({ opening: { order } }) => say('regulation', order === '令'),
  },
  {
    id: 'head.nature-articles',
    summary: 'A text written in articles.',
    example: '【第一条】 为了规范私募投资基金信息披露活动，制定本办法。',
    read: ({ articles }) => say('regulation', articles),
  },
  {
    id: 'head.nature-question',
    summary: 'A title that asks, or promises an answer.',
    example: '【怎么申领】广州市社会保障卡？',
    read: ({ title }) => say('guide', title !== '' && ASKS.test(title)),
  },
  {
    id: 'head.nature-reply-title',
    summary: 'A title that ends in 答复, 批复, 复函.',
    example: '关于市政协十五届二次会议第123号提案的【答复】',
    read: ({ title }) => say('reply', REPLY.test(bareTitle(title))),
  },
  {
    id: 'head.nature-announcement-title',
    summary: 'A title that ends in 公告, 通告, 公示.',
    example: '关于受理天河区人才公寓申请的【公告】',
    read: (head) => say('announcement', ANNOUNCEMENT.test(withoutSerial(decisiveTitle(head)))),
  },
  {
    id: 'head.nature-guide-title',
    summary: 'A title, or that of what is sent out, that ends in 指南, 问答, 解读.',
    example: '广州市失业保险常见【问题解答】（2025年11月版）',
    read: (head) => {
      const title = decisiveTitle(head);
      const ofWork = WORK_GUIDE.test(title) && makesResponsible(head.blocks);
      const isGuide = GUIDE.test(title) && !REPORT.test(title) && !ofWork;
      return say('guide', isGuide || COUNTED.test(title));
    },
  },
  {
    id: 'head.nature-report-title',
    summary: 'A title that ends in 报告, 总结, 预算.',
    example: '国务院关于数字经济发展情况的【报告】',
    read: ({ title }) => say('report', REPORT.test(bareTitle(title)) && !HEARS.test(title)),
  },
  {
    id: 'head.nature-work-list-title',
    summary: 'A list of work.',
    example: '省级相关部门“将健康融入所有政策”【职责清单】',
    read: (head) => say('directive', WORK_LIST.test(decisiveTitle(head))),
  },
  worksForThePeople,
  {
    id: 'head.nature-list-title',
    summary: 'A title that ends in 名单, 目录, 价格表.',
    example: '广东高校毕业生就业创业扶持【政策清单】',
    read: (head) => say('list', LIST.test(decisiveTitle(head))),
  },
  {
    id: 'head.nature-regulation-title',
    summary: 'A title, or that of what is sent out, that ends in 办法, 规定, 条例.',
    example: '广州市人民政府办公厅关于印发广州市临时救助实施【细则】的通知',
    read: (head) =>
      say('regulation', REGULATION.test(decisiveTitle(head)) && !makesResponsible(head.blocks)),
  },
  newsHeadline,
  {
    id: 'head.nature-answering-letter',
    summary: 'A 函, or a permit, that says what it answers was received.',
    example: '关于同意设立试验区的【函】 … 你们的请示【收悉】。现函复如下：',
    read: (head) =>
      say(
        'reply',
        (head.title === '' || ANSWERING.test(bareTitle(head.title))) &&
          opening(head).some((line) => RECEIVED.test(line)),
      ),
  },
  newsOfPaper,
  {
    id: 'head.nature-directive-title',
    summary: 'A title that ends in 通知, 方案, 意见, 措施.',
    example: '上海市北斗产业高质量发展三年行动【计划】（2021-2023年）',
    read: (head) =>
      say(
        'directive',
        [bareTitle(head.title), decisiveTitle(head)].some((title) =>
          DIRECTIVE.test(title.replace(COUNT, '')),
        ),
      ),
  },
  newsTitle,
  {
    id: 'head.nature-announces',
    summary:
      'A text whose title names no kind, and that says it tells the public: as it begins, or in its last words.',
    example: '现就商品房契税缴纳政府补贴办法【通告如下】： … 【特此公告。】',
    read: (head) =>
      say(
        'announcement',
        namesNoKind(head.title) &&
          ((head.opening.recipients === null &&
            opening(head).some((line) => ANNOUNCES.test(line))) ||
            head.blocks.some(({ passage }) => hasAnnounced(passage.reading))),
      ),
  },
  {
    id: 'head.nature-reports',
    summary: 'A text whose title names no kind, and that calls itself an account.',
    example: '根据条例要求，【编制本年度报告】。',
    read: (head) =>
      say(
        'report',
        namesNoKind(head.title) &&
          head.opening.recipients === null &&
          opening(head).some((line) => REPORTS.test(line)),
      ),
  },
  {
    id: 'head.nature-explains',
    summary: 'A text that says it explains a paper, or whose headings are those of one that does.',
    example: '一、【起草背景】 … 二、贷款政策【主要内容及解读】',
    read: ({ blocks, opening: { end, recipients } }) =>
      say(
        'guide',
        recipients === null &&
          (EXPLAINS.test(blocks[end]?.passage.reading.trim() ?? '') ||
            blocks.filter(({ passage }) => PART_OF_EXPLANATION.test(shortLine(passage))).length >=
              2) &&
          !makesResponsible(blocks),
      ),
  },
  newsOpening,
  newsReported,
  {
    id: 'head.nature-lays-down',
    summary: 'A text whose title names no kind, and that says it lays down a 细则, 办法 or 规定.',
    example: '做好购房补贴兑付工作，【制定本实施细则】。',
    read: (head) =>
      say(
        'regulation',
        namesNoKind(head.title) &&
          head.opening.recipients === null &&
          opening(head).some((line) => LAYS_DOWN.test(line)) &&
          !makesResponsible(head.blocks),
      ),
  },
  {
    id: 'head.nature-recipients',
    summary: 'A letter to bodies.',
    example: '【各县（市、区）人民政府，市政府直属各单位：】',
    read: ({ opening: { recipients } }) => say('directive', recipients?.alone === true),
  },
  {
    id: 'head.nature-orders',
    summary: 'An opening that orders or lays down what follows.',
    example: '为进一步加大住房公积金信贷支持，现就调整优化我市住房公积金信贷政策【通知如下】：',
    read: (head) =>
      say(
        'directive',
        opening(head).some((line) => ORDERS.test(line)),
      ),
  },
  {
    id: 'head.nature-answers',
    summary: 'Questions with answers below them.',
    example: '1.2025年度积分制入户指标有多少个？ 【答：】根据年度人口迁入计划…',
    read: (head) => say('guide', opening(head).filter((line) => ANSWERS.test(line)).length >= 2),
  },
  {
    id: 'head.nature-steps',
    summary: 'Headings that say who may apply, with what and how.',
    example: '一、办理对象 二、【受理条件】 三、受理单位 四、【基本流程】',
    read: ({ blocks }) =>
      say(
        'guide',
        blocks.filter(({ passage }) => STEPS.test(passage.reading.slice(0, 20).trim())).length >= 2,
      ),
  },
  {
    id: 'head.nature-names-itself',
    summary:
      'What a text whose title names no kind calls itself where it says since when it holds.',
    example: '【本通知自】发布之日起施行。适用范围为市区。',
    read: ({ title, blocks }) => (namesNoKind(title) ? natureByOwnName(blocks) : null),
  },
  {
    id: 'head.nature-responsible',
    summary: 'A text that makes bodies responsible.',
    example: '1.推进数据共享。（【责任单位】：市大数据局）',
    read: ({ blocks }) => say('directive', makesResponsible(blocks)),
  },
  newsOfPage,
  {
    id: 'head.nature-unknown',
    summary: 'Nothing of these.',
    example: '【住房和城乡建设部部长倪虹在接受记者提问时表示】…',
    read: () => 'other',
  },
];
