import type { Rule } from '../../../model/rule.js';
import { addDays, isoDay, readIsoDay } from '../../../values/times/calendar.js';
import type { Issued } from '../evidence.js';
import { howLong, sinceWhen, untilWhen, type ValiditySentence, windowStart } from '../validity.js';

/** The head with the sentences that speak of validity. */
export interface Valid extends Issued {
  readonly sentences: readonly ValiditySentence[];
}

type ValidityRule = Rule<Valid, string>;

function firstOf<Value>(
  sentences: readonly ValiditySentence[],
  read: (one: ValiditySentence) => Value | null,
): Value | null {
  for (const sentence of sentences) {
    const value = read(sentence);
    if (value !== null) return value;
  }
  return null;
}

/** Since when it holds, the surest first. */
export const EFFECT_RULES: readonly ValidityRule[] = [
  {
    id: 'head.effective_on-dated',
    summary: 'A day from which it says that it holds; of several, the last, which is its own.',
    example: '本办法自【2023年9月8日】起施行，有效期3年。',
    read: ({ sentences, title, carries }) =>
      firstOf([...sentences].reverse(), (one) => {
        const since = sinceWhen(one, [title, ...carries]);
        return since !== null && 'date' in since ? since.date : null;
      }),
  },
  {
    id: 'head.effective_on-window',
    summary: 'The first day of the window in which it says that it holds.',
    example: '本措施执行时间从【2022年6月1日】起，至2023年5月31日止，有效期1年。',
    read: ({ sentences }) => firstOf([...sentences].reverse(), windowStart),
  },
  {
    id: 'head.effective_on-page',
    summary: "施行日期 in the fields of a government page's head.",
    example: '实施日期：【2021年12月6日】',
    read: ({ facts }) => facts.effective_on,
  },
  {
    id: 'head.effective_on-issue',
    summary: 'It holds from the day of issue, or so many days after it, and that day is known.',
    example: '本细则【自印发之日起】施行。 2022年7月7日',
    read({ sentences, title, carries, issued_on }) {
      const issued = readIsoDay(issued_on ?? '');
      if (issued === null) return null;
      return firstOf(sentences, (one) => {
        const since = sinceWhen(one, [title, ...carries]);
        return since !== null && 'basis' in since ? isoDay(addDays(issued, since.days)) : null;
      });
    },
  },
];

/** Until when it holds, the surest first. */
export const EXPIRY_RULES: readonly ValidityRule[] = [
  {
    id: 'head.expires_on-dated',
    summary: 'The day to which it says that it holds.',
    example: '本办法自2025年9月1日起施行，有效期至【2030年8月31日】。',
    read: ({ sentences }) => firstOf([...sentences].reverse(), untilWhen),
  },
  {
    id: 'head.expires_on-page',
    summary: "失效日期 in the fields of a government page's head.",
    example: '失效日期：【2024年1月31日】',
    read: ({ facts }) => facts.expires_on,
  },
];

/** How long it holds. */
export const TERM_RULES: readonly ValidityRule[] = [
  {
    id: 'head.valid_for-term',
    summary: 'The term for which it says that it holds.',
    example: '本办法自印发之日起施行，有效期【5年】。',
    read: ({ sentences }) => firstOf([...sentences].reverse(), howLong),
  },
];
