import type { Section } from '../../../../outline/sections/index.js';
import { clausesOf } from '../../../units/index.js';
import { aboveChildren } from '../../above-children.js';
import { withoutClosing } from '../../closing-paragraphs.js';
import { tasksOfBlock } from '../blocks/index.js';
import { reading, type SectionRule } from './section-rule.js';

/** An item that says what is to be done and by whom, though others of their own stand below it. */
export const itemWithOwnClause: SectionRule = {
  id: 'task.own-clause',
  summary:
    'A sentence with its own responsibility clause is a task where nothing below it takes its bodies: its items have clauses of their own, or a table stands below it.',
  example: '【1.推进数据共享。（责任单位：市大数据局）】①推进电子证照。（责任单位：市公安局）',
  read({ section, above, state }) {
    if (section.kind !== 'labelled' || !saysItself(section)) return null;
    const { label, printed, item, children } = section;
    const tasks = tasksOfBlock({ number: label!.printed, printed, passage: item, above, state });
    if (children.length === 0) return reading(above, { tasks });
    const { last, closing } = withoutClosing(section, state);
    return reading(above, {
      tasks: [...tasks, ...closing.tasks],
      unassigned: closing.unassigned,
      below: [...children.slice(0, -1), last],
      aboveBelow: aboveChildren(section, above, state),
    });
  },
};

/** Whether its clause closes a sentence, and nothing below it is without bodies. */
function saysItself({ item, children, tables }: Section): boolean {
  const clause = clausesOf(item)[0];
  if (clause === undefined || (children.length === 0 && tables.length === 0)) return false;
  const closes = /[。；][）)]?$/.test(item.reading.slice(0, clause.start).trimEnd());
  return closes && children.every((child) => clausesOf(child.item).length > 0);
}
