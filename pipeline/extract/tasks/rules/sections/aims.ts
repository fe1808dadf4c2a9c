import type { Passage } from '../../../../model/passage.js';
import type { Section } from '../../../../outline/sections/index.js';
import { clausesOf } from '../../../units/index.js';
import { aboveChildren } from '../../above-children.js';
import type { ReadingContext } from '../../extraction.js';
import { isPastHeading } from '../../past-account.js';
import { type Goal, reading, type SectionRule } from './section-rule.js';

/** 总体要求, 指导思想, 主要目标, definitions, lists: no work, but numbers to be reached. */
export const aims: SectionRule = {
  id: 'task.aims',
  summary:
    'Sections of aims, principles, definitions and lists give no tasks; numbers of their goals are the document’s targets.',
  example: '【一、总体要求】（二）主要目标。到2025年，培育50家示范企业。',
  read({ section, above, state }) {
    if (!section.general) return null;
    if (!state.context.lawLike && hasClause(section)) {
      if (section.children.length === 0) return null;
      const below = aboveChildren(section, above, state);
      return reading(above, {
        goals: setsNoAims(state.context)
          ? []
          : section.passages.map((passage) => ({ passage, lead: null })),
        below: section.children,
        aboveBelow: below,
      });
    }
    const { tellsPast } = state.context;
    if (tellsPast && isPastHeading(section.headline)) return reading(above, {});
    return reading(above, { goals: goalsOf(section, setsNoAims(state.context), null) });
  },
};

/** Whom a clause makes responsible has work to do, under a heading of aims too, but not by a law's articles. */
const hasClause = (section: Section): boolean =>
  section.kind !== 'attachment' &&
  (clausesOf(section.item).length > 0 || section.children.some(hasClause));

/** 一、发展现状, 主要指标完成情况: numbers that tell what was. */
const ACCOUNT =
  /现状|发展基础|基本情况|回顾|成就|成效|(?:完成|进展|落实|运行)情况|面临的?(?:形势|挑战|困难)|背景/;

/** Articles set rules (`采购人…7个工作日内做出答复`), reports and guides tell of what is. */
const setsNoAims = ({ lawLike, nature }: ReadingContext): boolean =>
  lawLike || nature !== 'directive';

/**
 * `onlyHeaded`: only sections headed 目标 have numbers to be reached.
 * `lead`: the paragraph above the section's items.
 */
function goalsOf(section: Section, onlyHeaded: boolean, lead: Passage | null): Goal[] {
  const heading = section.printed?.text ?? '';
  if (ACCOUNT.test(heading)) return [];
  const own =
    !onlyHeaded || /目标|指标/.test(heading)
      ? section.passages.map((passage) => ({ passage, lead }))
      : [];
  const below = section.passages.at(-1) ?? null;
  return [...own, ...section.children.flatMap((child) => goalsOf(child, onlyHeaded, below))];
}
