import type { Nature } from '../../../../../schemas/document.js';
import type { Passage } from '../../../../model/passage.js';
import type { Section } from '../../../../outline/sections/index.js';
import { DEFINITION } from '../../../../outline/sections/vocabulary.js';
import { aboveChildren } from '../../above-children.js';
import { withoutClosing } from '../../closing-paragraphs.js';
import { type ParagraphReading, readParagraphs } from '../../plain-paragraph.js';
import { type Goal, reading, type SectionReading, type SectionRule } from './section-rule.js';

/** What only holds other sections: the notice itself, an attachment, a heading above its items. */
export const container: SectionRule = {
  id: 'task.container',
  summary:
    'A heading above items is no task; its plain paragraphs are only where they have a responsibility clause or a deadline.',
  example: '【二、重点任务】（一）优化政务服务。1.推进…',
  read({ section, above, state }) {
    const own =
      section.kind === 'labelled'
        ? leadIn(section.passages.slice(1))
        : opening(readParagraphs(section.passages, above, state), state.context.nature);
    const aboveBelow = aboveChildren(section, above, state);
    if (section.children.length === 0 || isDefinitions(section)) {
      return reading(above, { ...own, aboveBelow });
    }
    const { last, closing } = withoutClosing(section, state);
    return reading(above, {
      tasks: [...own.tasks, ...closing.tasks],
      goals: own.goals,
      unassigned: [...own.unassigned, ...closing.unassigned],
      below: [...section.children.slice(0, -1), last],
      aboveBelow,
    });
  },
};

/** A paragraph that says what is to be reached by all items below it. */
const GOAL = /力争|目标|(?:^|[。；])(?:到)?20\d{2}年(?:底|末)?[，,]/;

/** 力争2025年金融业增加值突破1500亿元: aims that the opening of a notice sets. */
const AIMED = /力争|(?:^|[。；，])(?:经过[^，。；]{0,6}努力，)?到20\d{2}年(?:底|末)?[，,]/;

/** Paragraphs outside every heading: those that say what is to be reached are goals of the document. */
function opening(
  { tasks, unassigned }: ParagraphReading,
  nature: Nature,
): Pick<SectionReading, 'tasks' | 'goals' | 'unassigned'> {
  const aims = ({ reading }: Passage): boolean => nature === 'directive' && AIMED.test(reading);
  return {
    tasks,
    goals: unassigned.filter(aims).map(withoutLead),
    unassigned: unassigned.filter((passage) => !aims(passage)),
  };
}

/** Paragraphs between a heading and its items: goals of the document, or in no record. */
function leadIn(
  passages: readonly Passage[],
): Pick<SectionReading, 'tasks' | 'goals' | 'unassigned'> {
  return {
    tasks: [],
    goals: passages.filter(({ reading }) => GOAL.test(reading)).map(withoutLead),
    unassigned: passages.filter(({ reading }) => !GOAL.test(reading)),
  };
}

function withoutLead(passage: Passage): Goal {
  return { passage, lead: null };
}

/** Whether most items below a heading say what a word means. */
function isDefinitions({ children }: Section): boolean {
  if (children.length < 3) return false;
  const defining = children.filter((child) => DEFINITION.test(child.passages[0]?.reading ?? ''));
  return defining.length * 2 > children.length;
}
