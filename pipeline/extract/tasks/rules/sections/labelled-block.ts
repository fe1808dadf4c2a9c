import type { Section } from '../../../../outline/sections/index.js';
import { clausesOf, readVerbUnitsOf } from '../../../units/index.js';
import { tasksOfBlock } from '../blocks/index.js';
import { reading, type SectionRule } from './section-rule.js';

/** The deepest labelled blocks, and those that name who is responsible once, at their end. */
export const labelledBlock: SectionRule = {
  id: 'task.block',
  summary:
    'The deepest labelled block is a task; so is one whose items name the responsible bodies once, at the end of the last.',
  example: '（一）优化服务。1.推进网上办理；2.压减材料。【（责任单位：市政务办）】',
  read({ section, above, state }) {
    if (section.kind !== 'labelled' || !isBlock(section)) return null;
    const passage = section.block;
    const { label, printed } = section;
    if (passage.length === 0 || isEmptyChapter(section)) return reading(above, {});
    return reading(above, {
      tasks: tasksOfBlock({ number: label!.printed, printed, passage, above, state }),
    });
  },
};

const CHAPTERS: ReadonlySet<string> = new Set(['part', 'chapter', 'section']);
const LONGEST_CHAPTER = 30;

/** `第一章 总则` with nothing below it: what stands under it was left out, or only listed. */
function isEmptyChapter({ label, children, tables, item }: Section): boolean {
  const isHeading = item.length <= LONGEST_CHAPTER && !/[。；：]/.test(item.reading);
  return CHAPTERS.has(label!.kind) && children.length + tables.length === 0 && isHeading;
}

function isBlock({ children, tables, passages, item }: Section): boolean {
  if (children.length === 0) return tables.length === 0 || passages.length > 1;
  if (children.length < 2 || tables.length > 0) return false;
  if (children.some((child) => child.children.length > 0)) return false;
  if (clausesOf(item).length > 0) return false;
  const last = children.at(-1)!;
  const others = children.slice(0, -1);
  return (
    clausesOf(last.item).length > 0 &&
    others.every((child) => clausesOf(child.item).length === 0) &&
    !others.every(isLed)
  );
}

/** Whether an item says itself who leads it: 由县公安局牵头，县交通运输局配合，整治路口. */
const isLed = ({ item }: Section): boolean =>
  readVerbUnitsOf(item, false).some(({ role }) => role === 'lead');
