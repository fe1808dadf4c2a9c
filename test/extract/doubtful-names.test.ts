import { describe, expect, it } from 'vitest';
import { readUnitCell } from '../../pipeline/extract/units/cell.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

/** A cell of several lines, as a table in a tool's text has it. */
function cell(text: string): Passage {
  const spans = Array.from(text.matchAll(/\S+/g), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return Passage.of(new SourceText(text), spans);
}

const guessed = (text: string): string[] =>
  readUnitCell(cell(text), null, true).units.map(({ name }) => name);

describe('bodies in a table that was put together from lines of text', () => {
  it.each([
    ['市发改委、市税务市自然资源局、市财政局', ['市发改委', '市财政局']],
    ['月县住房公积金管理中心、县财政局', ['县财政局']],
    ['市自然资源局、政府', ['市自然资源局']],
    ['县公安局、人行\n某市支行监管局', ['县公安局']],
    ['“”市财政局', []],
  ])('are left out of %j where they may be pieces of two cells', (text, names) => {
    expect(guessed(text)).toEqual(names);
    expect(readUnitCell(cell(text), null, true).doubtful).toBe(true);
  });

  it.each([
    ['国家税务总局温州市税务局、各县（区）政府', ['国家税务总局温州市税务局', '各县（区）政府']],
    [
      '市水利局\n相关县（市、区）政府\n市纪委监委机关',
      ['市水利局', '相关县（市、区）政府', '市纪委监委机关'],
    ],
    ['市财政局\n人行温州市支行\n市税务局', ['市财政局', '人行温州市支行', '市税务局']],
  ])('stay in %j', (text, names) => {
    expect(guessed(text)).toEqual(names);
    expect(readUnitCell(cell(text), null, true).doubtful).toBe(false);
  });

  it('are as written where a file spells the cell out', () => {
    const { units, doubtful } = readUnitCell(cell('月县住房公积金管理中心、县财政局'), null);
    expect(units.map(({ name }) => name)).toEqual(['月县住房公积金管理中心', '县财政局']);
    expect(doubtful).toBe(false);
  });
});
