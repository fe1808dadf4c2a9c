import type { Chosen } from '../data/model.js';
import { h, words } from '../element.js';
import { sentenceAt } from '../text/sentence.js';
import { say } from '../words/language.js';

/** Numbers of a task that are no targets, each with its sentence and the rule that passed it over. */
export function passedOver(chosen: Chosen): HTMLElement[] {
  if (chosen.kind !== 'task') return [];
  const { doc, id } = chosen;
  const own = [...doc.parameters.map(({ record }) => record), ...doc.passed].filter(
    ({ task_id: task }) => task === id,
  );
  if (own.length === 0) return [];
  return [
    h(
      'details',
      { class: 'passed' },
      h('summary', {}, `${say('field_passed')}（${own.length}）`),
      h(
        'ul',
        {},
        ...own.map(({ raw, role, rule, at }) =>
          h(
            'li',
            {},
            words(raw, 'raw'),
            h('span', { class: 'tag' }, say(`quantity_${role}`)),
            h('code', {}, rule),
            h('q', { lang: 'zh-CN' }, words(sentenceAt(doc.text, at))),
          ),
        ),
      ),
    ),
  ];
}
