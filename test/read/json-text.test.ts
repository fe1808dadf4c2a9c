import { describe, expect, it } from 'vitest';
import { readTextSource } from '../../pipeline/read/index.js';

const read = (text: string, name: string) =>
  readTextSource({ bytes: Buffer.from(text), name }, { encoding: null });

describe('JSON', () => {
  it.each([
    ['an array', '[{"content": "由县住建局牵头。"}]', 'list.json'],
    ['an object', '\n{"content": "由县住建局牵头。"}', 'one.JSON'],
  ])('is no document, but may be JSON Lines: %s', (_, text, name) => {
    expect(() => read(text, name)).toThrow(/JSON Lines, an object a line, in a file named \.jsonl/);
  });

  it('is told by name and words', () => {
    expect(read('[2026]由县住建局牵头。', 'a.txt').blocks).toHaveLength(1);
    expect(read('由县住建局牵头。', 'a.json').blocks).toHaveLength(1);
  });
});
