import { isWorkHeading } from '../../outline/sections/vocabulary.js';

/** 2025年上半年工作总结及下半年工作计划: a title of what was done and of what is to be done. */
const BOTH =
  /(?:总结|回顾|工作情况|开展情况|完成情况)(?:[及和与、暨]|以及)[^，。]{0,16}(?:计划|安排|打算|思路|要点)/;
/** 上半年工作开展情况, 主要成效, 存在的问题: headings of what was done and how it stands. */
const PAST =
  /(?:总结|回顾|情况|成效|成绩|成就|亮点|做法|问题|不足|困难|短板)(?:[及和与、](?:主要|存在的?)?(?:成效|做法|问题|不足|困难|亮点))?$/;
const LONGEST = 30;

/** Whether a title names an account of the past beside a plan. */
export const tellsPastAndPlan = (title: string): boolean => BOTH.test(title);

/** Whether a heading is that of the account. */
export const isPastHeading = (words: string): boolean =>
  words.length <= LONGEST && PAST.test(words) && !isWorkHeading(words);
