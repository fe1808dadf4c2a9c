import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/index.js';
import { extractTasks } from '../../pipeline/extract/tasks/index.js';
import { BLOCK_RULES } from '../../pipeline/extract/tasks/rules/blocks/index.js';
import { SECTION_RULES } from '../../pipeline/extract/tasks/rules/sections/index.js';
import { sectionsOf } from '../../pipeline/outline/sections/index.js';
import { readTextSource } from '../../pipeline/read/index.js';
import type { Nature } from '../../schemas/document.js';
import { casesOf } from './cases.js';

/** A notice's body on one line: ⏎ breaks it. */
function extract(text: string, context: Readonly<Record<string, string>>) {
  const bytes = new TextEncoder().encode(text.replaceAll('⏎', '\n'));
  const read = readTextSource({ bytes, name: 'a.txt' }, { encoding: null });
  const root = sectionsOf(read.source, clean(read));
  return extractTasks(root, {
    documentYear: Number(context.year ?? 2025),
    lawLike: context.articles === 'yes',
    nature: (context.nature ?? 'directive') as Nature,
  });
}

/** `number title: 市商务局 lead, 市税务局 responsible` of each task, `;` between. */
const shown = ({ tasks }: ReturnType<typeof extract>): string =>
  tasks
    .map(({ number, part, title, units }) => {
      const label = `${number ?? '-'}${part ? `/${part}` : ''} ${title}`;
      const bodies = units.map(({ name, role }) => `${name} ${role}`).join(', ');
      return bodies ? `${label}: ${bodies}` : label;
    })
    .join('; ') || 'none';

/** The rule that decided on the first section below the notice itself, or on its first block. */
const DECIDING: readonly [
  string,
  readonly { id: string }[],
  (found: ReturnType<typeof extract>) => string,
][] = [
  ['sections', SECTION_RULES, ({ sections }) => (sections[1] ?? sections[0]!).rule],
  ['blocks', BLOCK_RULES, ({ tasks }) => tasks[0]!.rule],
];

describe.each(DECIDING)('rules of %s', (_, rules, decidedBy) => {
  describe.each(rules)('$id', ({ id }) => {
    const cases = casesOf(id);

    it.each(cases)('line $line: $text', ({ text, reads, rule, context }) => {
      const extraction = extract(text, context);
      expect(shown(extraction)).toBe(reads);
      expect(decidedBy(extraction)).toBe(rule);
    });

    it('has a case that it decides, and one that another rule decides', () => {
      expect(cases.some(({ rule }) => rule === id)).toBe(true);
      expect(cases.some(({ rule }) => rule !== id)).toBe(true);
    });
  });
});
