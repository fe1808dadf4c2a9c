import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULE_LISTS, ruleOf } from '../../pipeline/rules.js';
import { rulesPage } from '../../scripts/rule-docs.js';

const RULES = RULE_LISTS.flatMap(({ kind, rules }) => rules.map((rule) => ({ kind, rule })));
const KINDS = [...new Set(RULE_LISTS.map(({ kind }) => kind))].join('|');

/** Every id that is written down in the pipeline. */
const written = new Set(
  readdirSync('pipeline', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join('pipeline', name), 'utf8').matchAll(
        new RegExp(`'((?:${KINDS})\\.[a-z][a-z_-]*)'`, 'g'),
      ),
    ])
    .map((match) => match[1]!),
);

test('every id that the pipeline gives stands in a list, and so in the page', () => {
  expect([...written].filter((id) => ruleOf(id) === null)).toEqual([]);
  expect(written.size).toBe(RULES.length);
});

test('the page is what the lists give (npm run docs)', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage());
});

test('no two rules have one id', () => {
  expect(new Set(RULES.map(({ rule }) => rule.id)).size).toBe(RULES.length);
});

describe.each(RULES.map(({ kind, rule }) => [rule.id, kind, rule] as const))(
  '%s',
  (_, kind, rule) => {
    test('is of its kind, says what it does, and shows it in a sentence', () => {
      expect(rule.id).toMatch(new RegExp(`^${kind}\\.[a-z]+(?:[-_][a-z]+)*$`));
      expect(rule.summary).toMatch(/\.$/);
      expect(rule.example).toMatch(/【[^】]+】/);
      expect(rulesPage()).toContain(`| \`${rule.id}\` |`);
    });
  },
);

test('an id of no rule leads nowhere', () => {
  expect(ruleOf('deadline.nothing')).toBeNull();
});
