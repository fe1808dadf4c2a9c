import { describe, expect, it } from 'vitest';
import {
  clauseAt,
  enclosuresAt,
  marks,
  readMarks,
  sentenceAt,
} from '../../pipeline/annotate/marks.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

const passageOf = (text: string): Passage =>
  Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);
const words = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('marks', () => {
  it('pairs brackets of every make, quotation marks and book titles', () => {
    const text = '印发《“放管服”改革方案（试行）》【市发改委〔牵头〕】';
    expect(words(text, readMarks(text).enclosures)).toEqual([
      '《“放管服”改革方案（试行）》',
      '“放管服”',
      '（试行）',
      '【市发改委〔牵头〕】',
      '〔牵头〕',
    ]);
  });

  it('ends sentences and clauses outside of enclosures only', () => {
    const text = '建立机制，压实责任（市教育局。市财政局）。每月通报。';
    const { sentences, clauses } = readMarks(text);
    expect(words(text, sentences)).toEqual([
      '建立机制，压实责任（市教育局。市财政局）。',
      '每月通报。',
    ]);
    expect(words(text, clauses)).toEqual([
      '建立机制，',
      '压实责任（市教育局。市财政局）。',
      '每月通报。',
    ]);
  });

  it('lets a bracket that is never closed hold nothing', () => {
    const { unclosed, sentences, enclosures } = readMarks('（市人社局负责。每月通报（季报）。');
    expect(unclosed).toEqual([0]);
    expect(enclosures).toHaveLength(1);
    expect(sentences).toHaveLength(2);
  });

  it('ends a sentence where a paragraph ends', () => {
    expect(readMarks('总体目标到2025年', [4]).sentences).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 10 },
    ]);
  });

  it('tells the sentence, clause and enclosures at an offset', () => {
    const passage = passageOf('甲达到5家，乙（含丙“丁”戊）达到6家。己。');
    expect(sentenceAt(passage, 8)).toEqual({ start: 0, end: 20 });
    expect(clauseAt(passage, 8)).toEqual({ start: 6, end: 20 });
    expect(enclosuresAt(passage, 11).map(({ kind }) => kind)).toEqual(['quotation', 'bracket']);
    expect(enclosuresAt(passage, 14).map(({ kind }) => kind)).toEqual(['bracket']);
    expect(enclosuresAt(passage, 16)).toEqual([]);
  });

  it('tells those of a part from those of the whole', () => {
    const passage = passageOf('甲。乙（丙）丁，戊。己');
    const part = passage.slice(2, 9);
    expect(part.annotation(marks)).toEqual(readMarks('乙（丙）丁，戊'));
  });
});

describe('marks of passages put together', () => {
  it('goes on over a part that opens no paragraph, and ends where one does', () => {
    const source = new SourceText('1.甲，乙（丙）丁己。');
    const part = (start: number, end: number) => Passage.of(source, [{ start, end }]);
    const parts = [part(0, 2), part(2, 9), part(9, 11)];
    const whole = Passage.join(source, parts, (index) => index !== 1);
    expect(whole.breaks).toEqual([9]);
    expect(whole.annotation(marks)).toEqual(readMarks(whole.reading, whole.breaks));
    expect(words(whole.text, whole.annotation(marks).sentences)).toEqual([
      '1.甲，乙（丙）丁',
      '己。',
    ]);
  });
});
