import type { DeadlineRule } from '../rule.js';
import type { Surroundings } from '../surroundings.js';

/** One reason why a time is no deadline. */
interface Reason {
  readonly name: string;
  holds(surroundings: Surroundings): boolean;
}

const REASONS: readonly Reason[] = [
  {
    // 3个工作日内办结, 自受理之日起30日内: limits on a process
    name: 'a length of time',
    holds: ({ time }) => time.kind === 'duration' || time.duration !== null,
  },
  {
    // 《上海口岸2023年深化…措施》, “2023年浙江省…行动”
    name: 'in a title or name',
    holds: ({ inName }) => inName,
  },
  {
    // 2022年第四季度, 1983年12月10日前已建成的房屋
    name: 'of the past',
    holds: ({ time, documentYear }) => {
      if (documentYear === null || time.to === null || time.kind === 'recurring') return false;
      return Number(time.to.slice(0, 4)) < documentYear;
    },
  },
  {
    // 2021年以来, 自2023年6月1日起施行: open at their end
    name: 'without an end',
    holds: ({ time }) => time.bound === 'since' || time.bound === 'after',
  },
  {
    // 截至2023年5月底，已…
    name: 'a count up to now',
    holds: ({ time, after }) =>
      /^截[至止]/.test(time.raw) &&
      /^[，,]?[^，。；]{0,20}(?:已|共有|累计(?!达到|完成))/.test(after),
  },
  {
    // 对年内举办…的, 对2023年12月31日前开工的
    name: 'tells whom or what a measure is for',
    holds: ({ time, before, after }) =>
      (time.kind !== 'recurring' && /(?:落实|贯彻)$/.test(before)) ||
      /(?:对|针对|根据|按照|依据|较|比|相比|与|同比|购置日期在|开具日期在|发生在)$/.test(before) ||
      /^(?:（含）)?(?:前|后)?(?:已|未|取得|注册|登记|成立|设立|建成|签订|核发|到期|出生|毕业|入库|认定)[^，。；]{0,16}的/.test(
        after,
      ),
  },
  {
    // 甚至年度内不检
    name: 'a time in which nothing is done',
    holds: ({ after }) => /^不(?!低于|少于|高于|超过|断|定期|得)/.test(after),
  },
  {
    // 本措施自…起施行，有效期至2025年12月31日
    name: 'how long the document holds',
    holds: ({ before, after }) =>
      /(?:起施行|起实施|起执行|起正式(?:施行|实施))[^。]{0,8}$/.test(before) ||
      /有效期[为至到限]*$/.test(before) ||
      /^起?(?:正式)?(?:施行|实施|执行|生效)(?!到|至)/.test(after),
  },
];

/** Times that only name, tell of the past, qualify, or limit a process. */
export const notADeadline: DeadlineRule = {
  name: 'not a deadline',
  read: (surroundings) => (REASONS.some((reason) => reason.holds(surroundings)) ? 'none' : null),
};
