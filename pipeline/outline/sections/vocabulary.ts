import {
  AIMS,
  APPLICANTS,
  CHANGING_VERBS,
  LISTING as LISTING_ENDINGS,
  NEXT_STEPS,
  UNLABELLED as UNLABELLED_HEADINGS,
  WHOLE_HEADINGS,
  WORK as WORK_WORDS,
} from '../../lexicon/data/document-parts.js';
import { alternation } from '../../lexicon/vocabulary.js';

const GENERAL = new RegExp(
  `${alternation(AIMS)}|^(?:${alternation(WHOLE_HEADINGS)})$|^背景|^目的|^定义|^备注`,
);
const APPLICATION = new RegExp(
  `^(?!.{0,6}(?:${alternation(CHANGING_VERBS)})).{0,8}(?:${alternation(APPLICANTS)})(?:[及和与、].{2,8})?$`,
);
const WORK = new RegExp(alternation(WORK_WORDS));
const NEXT = new RegExp(
  `(?:${alternation(NEXT_STEPS)})|^(?:\\d{4}年|明年|下半年|下一?阶段).{0,6}(?:工作|任务|打算|计划|安排|重点)`,
);
/** 2025年主要工作和“十四五”发展成就, 2025年工作回顾: what was done. */
const NO_NEXT = /预算|收支|决算|原则|情况|发放|回顾|成就|成效|总结/;
const UNLABELLED = new RegExp(`^(?:${alternation(UNLABELLED_HEADINGS)})$`);
const LISTING = new RegExp(`(?:${alternation(LISTING_ENDINGS)})$`);
const LONGEST_GENERAL = 24;
const LONGEST_NEXT = 30;

/** Words of a heading without label, spaces and marks at its ends. */
export function headingWords(reading: string): string {
  return reading.replace(/[\s。：:；，]+$/, '').trim();
}

/**
 * 本办法自印发之日起30日后施行，有效期三年。《…》同时废止。: an item that says since when and how long the document is in
 * force, what it abolishes and who explains it.
 */
const OWN_VALIDITY =
  /^(?:本|此)[^，。；]{1,20}(?:自|从|于)[^，。；]{2,24}(?:施行|实施|执行|生效)(?:[，,](?:有效期|试行)[^。；]{1,24})?(?:[，,][^。；]{1,160}(?:废止|失效))?(?:[。；](?:有效期[^。；]{1,24}|[^。；]{2,160}(?:废止|失效|负责解释|为准)))*[。；]?$/;

/** Whether all that an item says is since when and how long the document is in force. */
export const saysOwnValidity = (words: string): boolean => OWN_VALIDITY.test(words.trim());

/** Whether the blocks below a heading are aims, definitions, scope or how to apply, not work. */
export function isGeneralHeading(words: string): boolean {
  if (words.length > LONGEST_GENERAL || WORK.test(words)) return false;
  return GENERAL.test(words) || APPLICATION.test(words);
}

/** Whether a heading of a report or reply says what is to be done: 下一步工作, 2025年工作安排. */
export function isWorkHeading(words: string): boolean {
  return words.length <= LONGEST_NEXT && NEXT.test(words) && !NO_NEXT.test(words);
}

/** Whether a short line without label is a heading all the same. */
export function isUnlabelledHeading(words: string): boolean {
  return words.length <= 6 && UNLABELLED.test(words);
}

/** Whether an attachment of this title lists, draws or defines and so holds no tasks. */
export function isListingTitle(title: string): boolean {
  return LISTING.test(title.replace(/[（(][^（）()]*[）)]$/, '').replace(/\s+/g, ''));
}

/** `“企业码”：即企业电子营业执照`, `增值服务：是指…`: a definition, no task. */
export const DEFINITION = /^[^，。]{1,40}?[：:，]?(?:是指|即[^可使将便]|指的是|系指)/;
