import type { Nature } from '../../../../schemas/document.js';
import type { Rule } from '../../../model/rule.js';
import type { Issued } from '../evidence.js';

/** 为民要办的10件实事, 民生实事工程, 改善人民生活二十项工作. */
const WORKS =
  /(?:(?:[\d一二三四五六七八九十]+[件项]|为民|惠民|便民|民生|要办的?)(?:办|的)?实事(?:项目|工程)?|改善[^，。]{0,8}生活[\d一二三四五六七八九十]+[件项]工作)$/;
const DONE = /办了|办成|完成|这\d+|已|回顾|盘点|公布|出炉|敲定/;

/** A list of what a year's work does for the people. */
export const worksForThePeople: Rule<Issued, Nature> = {
  id: 'head.nature-works-title',
  summary: 'A title of a list of works for the people: 实事.',
  example: '某区2015年为民要办的10件【实事】',
  read: ({ title }) => (WORKS.test(title) && !DONE.test(title) ? 'directive' : null),
};
