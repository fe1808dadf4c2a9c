import type { DateRule } from '../evidence.js';

/** 成文日期, the surest first. */
export const DATE_RULES: readonly DateRule[] = [
  {
    id: 'head.issued_on-signed',
    summary: 'The date below the text and the names of who signs.',
    example: '温州市教育局 【2025年3月5日】',
    source: 'GB/T 9704-2012, 7.3.5.4',
    read: ({ signature }) => signature?.date ?? null,
  },
  {
    id: 'head.issued_on-heading',
    summary: "The date in the bracket of a compendium's heading.",
    example: '6. 浙江省促进中小微企业发展条例（【2023年1月16日】）',
    read: ({ heading }) => heading?.date ?? null,
  },
  {
    id: 'head.issued_on-above',
    summary: 'A date on a line of its own above the text.',
    example: '关于加强某项工作的通知 （【2023年6月13日】）',
    read: ({ opening }) => opening.date,
  },
  {
    id: 'head.issued_on-page',
    summary: "成文日期 in the fields of a government page's head.",
    example: '成文日期：【2018年12月11日】',
    read: ({ facts }) => facts.issued_on,
  },
  {
    id: 'head.issued_on-adoption',
    summary: 'The day on which a law was published, in the bracket below its title.',
    example: '（【2021年7月27日】中华人民共和国国务院令第746号公布）',
    read: ({ opening }) => opening.adoption?.date ?? null,
  },
];
