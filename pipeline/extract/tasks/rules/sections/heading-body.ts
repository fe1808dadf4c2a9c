import { tasksOfBlock } from '../blocks/index.js';
import { reading, type SectionRule } from './section-rule.js';

/** A heading without label over plain paragraphs: `保障措施` and what is to be done. */
export const headingBody: SectionRule = {
  id: 'task.heading-body',
  summary: 'A heading without label over plain paragraphs without items is one task.',
  example: '【保障措施】加强组织领导，压实工作责任。',
  read({ section, above, state }) {
    const { kind, children, printed, item } = section;
    if (kind !== 'heading' || children.length > 0) return null;
    if (item.length === 0 || printed === null) return reading(above, {});
    const [first, ...more] = tasksOfBlock({ number: null, printed, passage: item, above, state });
    return reading(above, { tasks: first ? [{ ...first, title: printed.text }, ...more] : [] });
  },
};
