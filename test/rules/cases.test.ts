import { expect, it } from 'vitest';
import { decide, type Rule } from '../../pipeline/model/rule.js';

const rule = (id: string, read: Rule<string, string>['read']): Rule<string, string> => ({
  id,
  summary: '',
  example: '',
  read,
});
const RULES = [
  rule('kind.passes-over', (text) => (text.startsWith('不') ? 'none' : null)),
  rule('kind.reads', (text) => (text.endsWith('完成') ? text : null)),
];

it('asks rules in order and names the one that decides', () => {
  expect(decide(RULES, '年底完成')).toEqual({ rule: 'kind.reads', value: '年底完成' });
  expect(decide(RULES, '不完成')).toEqual({ rule: 'kind.passes-over', value: null });
  expect(decide(RULES, '推进')).toBeNull();
});
