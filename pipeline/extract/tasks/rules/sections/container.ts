import type { Nature } from '../../../../../schemas/document.js';
import type { Passage } from '../../../../model/passage.js';
import type { Section } from '../../../../outline/sections/index.js';
import { DEFINITION } from '../../../../outline/sections/vocabulary.js';
import { clausesOf } from '../../../units/index.js';
import type { Above } from '../../above.js';
import { aboveChildren } from '../../above-children.js';
import { withoutClosing } from '../../closing-paragraphs.js';
import type { TaskDraft } from '../../draft.js';
import { LEADS_TO_ITEMS, SETS_GOAL, saysWhenItself } from '../../own-sentences.js';
import {
  type ParagraphReading,
  readCountedParagraphs,
  readParagraphs,
} from '../../plain-paragraph.js';
import type { WalkState } from '../../walk-state.js';
import { tasksOfBlock } from '../blocks/index.js';
import { type Goal, reading, type SectionReading, type SectionRule } from './section-rule.js';

/** What only holds other sections: the notice itself, an attachment, a heading above its items. */
export const container: SectionRule = {
  id: 'task.container',
  summary:
    'A heading above items is no task; its plain paragraphs, and its own sentences, are only where they have a responsibility clause or a deadline.',
  example: '【二、重点任务】（一）优化政务服务。1.推进…',
  read({ section, above, state }) {
    const aboveBelow = aboveChildren(section, above, state);
    const own =
      section.kind === 'labelled'
        ? leadIn(section, above, aboveBelow, state)
        : opening(paragraphsOf(section, above, state), state.context.nature);
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

/** Where nothing stands below, what 一是, 二是 count is the work itself. */
function paragraphsOf(
  { passages, children, tables }: Section,
  above: Above,
  state: WalkState,
): ParagraphReading {
  const alone = children.length === 0 && tables.length === 0;
  return alone && state.context.nature === 'directive'
    ? readCountedParagraphs(passages, above, state)
    : readParagraphs(passages, above, state);
}

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

/**
 * What stands between a heading and its items: goals of the document, tasks where it says when something is
 * due, or in no record. 三、组织验收。每月25日前，各乡镇报送进展。（一）第一阶段… is a task and a heading.
 */
function leadIn(
  section: Section,
  above: Above,
  aboveBelow: Above,
  state: WalkState,
): Pick<SectionReading, 'tasks' | 'goals' | 'unassigned'> {
  const [first, ...between] = section.passages;
  const goals = between.filter(({ reading }) => SETS_GOAL.test(reading));
  const others = between.filter(({ reading }) => !SETS_GOAL.test(reading));
  if (section.children.length === 0 || clausesOf(section.item).length > 0) {
    return { tasks: [], goals: goals.map(withoutLead), unassigned: others };
  }
  const leads = others.filter(({ reading }) => LEADS_TO_ITEMS.test(reading));
  const { tasks, unassigned } = readParagraphs(
    others.filter((passage) => !leads.includes(passage)),
    aboveBelow,
    state,
  );
  return {
    tasks: [...(first ? ownTasks(section, first, above, state) : []), ...tasks],
    goals: goals.map(withoutLead),
    unassigned: [...leads, ...unassigned],
  };
}

/** The heading's own paragraph as a task, where its sentences behind the headline say when something is due. */
function ownTasks(
  { label, printed }: Section,
  first: Passage,
  above: Above,
  state: WalkState,
): readonly TaskDraft[] {
  return saysWhenItself(first, state.context)
    ? tasksOfBlock({ number: label!.printed, printed, passage: first, above, state })
    : [];
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
