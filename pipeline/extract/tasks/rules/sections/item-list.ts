import { clausesOf } from '../../../units/index.js';
import { withoutClosing } from '../../closing-paragraphs.js';
import { itemListOf } from '../../item-lists.js';
import { readParagraphs } from '../../plain-paragraph.js';
import { tasksOfBlock } from '../blocks/index.js';
import { reading, type SectionRule } from './section-rule.js';

/** Items that are conditions belong to the task above; those that say what a word means to none. */
export const itemList: SectionRule = {
  id: 'task.item-list',
  summary:
    'Numbered conditions (有下列情形之一的…) are part of the task that they qualify, meanings (…包括：) of none.',
  example: '（二）【有下列情形之一的，不予处罚：1.首次违法的；2.及时改正的。】',
  read({ section, above, state }) {
    if (section.kind !== 'labelled') return null;
    const list = itemListOf(section);
    if (list === null) return null;
    const { children } = section;
    if (children.some((child) => clausesOf(child.item).length > 0)) return null;
    const { last, closing } = withoutClosing(section, state);
    const passage = section.blockOf([...children.slice(0, -1), last]);
    if (list === 'meanings') {
      const { tasks, unassigned } = readParagraphs(passage.paragraphs(), above, state);
      return reading(above, {
        tasks: [...closing.tasks, ...tasks],
        unassigned: [...closing.unassigned, ...unassigned],
      });
    }
    const block = {
      number: section.label!.printed,
      printed: section.printed,
      passage,
      above,
      state,
    };
    return reading(above, {
      tasks: [...closing.tasks, ...tasksOfBlock(block)],
      unassigned: closing.unassigned,
    });
  },
};
