import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGold, readGoldNotices } from '../../scripts/eval/gold.js';
import { locateGoldTasks } from '../../scripts/eval/locate.js';
import { normalised } from '../../scripts/eval/normalised.js';

const names = readdirSync('samples').filter((name) => name.endsWith('.txt'));

describe('samples', () => {
  it.each(names)('%s is the text that its note describes', (name) => {
    const bytes = readFileSync(`samples/${name}`);
    const note = JSON.parse(
      readFileSync(`samples/${name.replace(/\.txt$/, '.origin.json')}`, 'utf8'),
    );
    expect(note.file).toBe(name);
    expect(note.bytes).toBe(bytes.length);
    expect(note.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    for (const gold of note.gold) expect(existsSync(`samples/${gold}`)).toBe(true);
  });

  it.each(readGold('samples/gold'))('the gold tasks of $name stand in their source', (file) => {
    const source = names.find((name) => name.startsWith(file.source))!;
    const text = normalised(readFileSync(`samples/${source}`, 'utf8'));
    for (const document of file.documents) {
      const stretches = locateGoldTasks(text, document.tasks, 0);
      expect(stretches.filter((stretch) => stretch.start < 0)).toEqual([]);
    }
  });

  it('the listed notices follow one another', () => {
    const { notices } = readGoldNotices('samples/gold')!;
    expect(notices).toHaveLength(35);
    for (const [index, notice] of notices.entries()) {
      expect(notice.page_end).toBeGreaterThanOrEqual(notice.page_start);
      if (index > 0) expect(notice.page_start).toBeGreaterThanOrEqual(notices[index - 1]!.page_end);
    }
  });
});
