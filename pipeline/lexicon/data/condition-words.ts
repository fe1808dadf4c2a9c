import { entriesOf } from '../vocabulary.js';

const SOURCE = '各地惠企政策、购房补贴、资金管理办法中限定对象的句式';
const DATE = '2026-11-29';

const of = <Class extends string>(wordClass: Class, words: string) =>
  entriesOf(wordClass, words, { source: SOURCE, date: DATE });

/** Words that open the case that a policy provides for: 对…的, 凡…, 年满…. */
export const CONDITION_OPENERS = [
  ...entriesOf('condition_opener', '对', { source: SOURCE, date: DATE }).map((entry) => ({
    ...entry,
    except: ['对接', '对标', '对照', '对外', '对口', '对内', '对于', '对比', '对应', '对策', '对台'],
  })),
  ...of(
    'condition_opener',
    `
    对于 凡是 凡属 凡 若 如果 属于 针对 符合 其中被 当年 上年度 上一年度 年满 具有 具备 满足 连续 首次 新认定 新评为 获评 获得 被认定 经认定 通过认定 取得 未达到 尚未
    养育 抚养 生育至少
    每新增 每成功 每引进 每满 单次 购买 新购 自购 报废 置换
  `,
  ),
];

/** Aims: a state named behind one of them is to be reached, and is no condition. */
export const AIM_WORDS = of(
  'aim',
  '力争 争取 确保 保证 努力 务必 力促 目标 实现 推动 达到预期 要求达到 保持在 稳定在 提升至 提高至 提高到 压缩至 压减至 缩短至 降至 降低至 控制在',
);
