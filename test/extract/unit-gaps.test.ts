import { describe, expect, it } from 'vitest';
import { readUnitCell } from '../../pipeline/extract/units/cell.js';
import { clausesOf } from '../../pipeline/extract/units/clauses.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

/** A text as the outline repairs it: spaces, lines' ends and <br> left out. */
function repaired(text: string): Passage {
  const spans = Array.from(text.matchAll(/[^\sbr<>]+/g), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return Passage.of(new SourceText(text), spans);
}

const named = (text: string): string[] => {
  const passage = repaired(text);
  return clausesOf(passage).flatMap(({ mentions }) =>
    mentions.map(({ start, end, role }) => `${passage.text.slice(start, end)} ${role}`),
  );
};

describe('white space between bodies', () => {
  it.each([
    ['责任单位：县林业局 县财政局', ['县林业局 responsible', '县财政局 responsible']],
    ['牵头单位：县水利局　县财政局', ['县水利局 lead', '县财政局 lead']],
    ['责任单位：县公安局\n　　县城管局', ['县公安局 responsible', '县城管局 responsible']],
    ['责任单位：县自然资\n源局、县财政局', ['县自然资源局 responsible', '县财政局 responsible']],
  ])('parts names in %j, and no name', (text, names) => {
    expect(named(text)).toEqual(names);
  });

  it('is a <br> in a cell', () => {
    const { units } = readUnitCell(repaired('县公安局（牵头）<br>县卫生健康委（配合）'), null);
    expect(units.map(({ name, role }) => `${name} ${role}`)).toEqual([
      '县公安局 lead',
      '县卫生健康委 support',
    ]);
  });
});
