import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/index.js';
import { type DocumentHead, readHead } from '../../pipeline/outline/head/index.js';
import { HEAD_RULES } from '../../pipeline/outline/head/rules/index.js';
import { splitNotices } from '../../pipeline/outline/notices/index.js';
import { readSource } from '../../pipeline/read/index.js';
import type { HeadRules } from '../../schemas/document.js';
import { casesOf, type RuleCase } from './cases.js';

/** The head of a text on one line: ⏎ breaks it; `file=md` reads it as Markdown, `title` … are a compendium's. */
async function headOf({ text, context }: RuleCase): Promise<DocumentHead> {
  const bytes = new TextEncoder().encode(text.replaceAll('⏎', '\n'));
  const name = `a.${context.file ?? 'txt'}`;
  const read = await readSource({ bytes, name }, { encoding: null });
  const notice = splitNotices(read.source, clean(read), read.format)[0];
  const { title, date = null, section = null } = context;
  const heading = title === undefined ? null : { title, date, section };
  return readHead({ ...notice!, heading });
}

const FIELDS = Object.keys(HEAD_RULES) as (keyof HeadRules)[];

function shown(head: DocumentHead, field: keyof HeadRules): string {
  const value = head[field];
  if (value === null || value.length === 0) return 'none';
  if (typeof value === 'string') return value;
  return value
    .map((each) =>
      typeof each === 'string' ? each : [each.title, each.doc_number ?? ''].join(' ').trim(),
    )
    .join('、');
}

describe.each(FIELDS)('rules of %s', (field) => {
  const rules = HEAD_RULES[field];
  describe.each(rules.map(({ id }) => id))('%s', (id) => {
    const cases = casesOf(id);

    it('has a case that it decides, and one that it does not', () => {
      expect(cases.some(({ rule }) => rule === id)).toBe(true);
      expect(cases.some(({ rule }) => rule !== id)).toBe(true);
    });

    it.each(cases.map((each) => [each.text.slice(0, 60), each] as const))('%s', async (_, each) => {
      const head = await headOf(each);
      expect({ reads: shown(head, field), rule: head.rules[field] ?? 'none' }).toEqual({
        reads: each.reads,
        rule: each.rule,
      });
    });
  });
});
