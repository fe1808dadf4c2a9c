import { expect, test } from 'vitest';
import { clausesOf } from '../../pipeline/extract/units/clauses.js';
import { passageOf } from '../../pipeline/extract/units/inspect.js';
import type { Mention } from '../../pipeline/extract/units/mention.js';
import { joinedMentions } from '../../pipeline/extract/units/roles.js';

const mention = (role: Mention['role'], basis: Mention['basis'] = 'label'): Mention =>
  ({ start: 0, end: 2, role, basis, rule: 'unit.label' }) as unknown as Mention;

const roles = (lists: readonly (readonly Mention[])[]): string[] =>
  joinedMentions(lists).map(({ role }) => role);

test('whom a later line supports leads; those behind are responsible', () => {
  const responsible = mention('responsible');
  const support = mention('support');
  expect(roles([[responsible], [support], [responsible]])).toEqual([
    'lead',
    'support',
    'responsible',
  ]);
  expect(roles([[support], [mention('responsible', 'list')], [responsible]])).toEqual([
    'support',
    'responsible',
    'lead',
  ]);
  expect(roles([[mention('lead')], [support], [responsible]])).toEqual([
    'lead',
    'support',
    'responsible',
  ]);
});

test('labels right behind each other are one clause, however many they are', () => {
  const passage = passageOf('责任单位：市水务局。'.repeat(300));
  const clauses = clausesOf(passage);
  expect(clauses).toHaveLength(1);
  expect(clauses[0]!.mentions).toHaveLength(300);
});
