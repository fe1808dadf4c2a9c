import type { DeadlineRule } from '../rule.js';

/** Labels of a page or of a person's data. */
const FIELD =
  /发布|更新|成文|印发|出生|入职|签发|浏览|访问|公开|创建|生成|来源|成立|毕业|检索|有效/;

export const pageField: DeadlineRule = {
  id: 'deadline.page-field',
  summary:
    'A date of the page or of a person: 发布日期, 检索时间, 出生日期; or one with its minute: 2023-05-09 08:55.',
  example: '发布日期：【2022-05-24】',
  read({ time, label, after }) {
    if (time.kind === 'recurring' || time.kind === 'ongoing') return null;
    if (label !== null && FIELD.test(label)) return 'none';
    const stamp = time.kind === 'date' && /^\d{4}[-/.]/.test(time.raw);
    return stamp && /^\s?\d{1,2}[:：]\d{2}/.test(after) ? 'none' : null;
  },
};
