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

  it.each([
    [
      '市发改委、市财政局、\n市场监管局、开发区管委\n会、各县（区）政府',
      ['市发改委', '市财政局', '市场监管局', '开发区管委会', '各县（区）政府'],
    ],
    ['县教育局、人行\n某市支行、县财\n政局', ['县教育局', '人行某市支行', '县财政局']],
  ])('is no end of a name where a full line of a cell wraps: %j', (text, names) => {
    expect(readUnitCell(repaired(text), null).units.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    [
      '*市金融办 人行温州市分行 温州金融监管分局 市“两个健康”办',
      ['市金融办', '人行温州市分行', '温州金融监管分局', '市“两个健康”办'],
    ],
    ['市财政局 *市国资委 瓯海区政府', ['市财政局', '市国资委', '瓯海区政府']],
    ['市检察院 相关县（市、区）政府', ['市检察院', '相关县（市、区）政府']],
    ['市自然资源和规 划局 市委 宣传部', ['市自然资源和规划局', '市委宣传部']],
  ])('parts names of a cell that a converter has put on one line: %j', (text, names) => {
    expect(readUnitCell(repaired(text), null).units.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['法规处\n办公室\n信息中心', ['法规处', '办公室', '信息中心']],
    ['市大数据局\n相关县（市、区）政府', ['市大数据局', '相关县（市、区）政府']],
    ['市住房公积金管理中\n心\n市财政局', ['市住房公积金管理中心', '市财政局']],
  ])('parts names that stand one a line: %j', (text, names) => {
    expect(readUnitCell(repaired(text), null).units.map(({ name }) => name)).toEqual(names);
  });

  it('is no end of a name from line to line of a paragraph in a grid table, as pandoc prints them', () => {
    const text =
      '| 国网   | 长     |\n| 某市供 | 期     |\n| 电公司 |        |\n| 、县发 |        |\n| 改局   |        |';
    const words = ['国网', '某市供', '电公司', '、县发', '改局'];
    const spans = words.map((piece) => {
      const start = text.indexOf(piece);
      return { start, end: start + piece.length };
    });
    const { units } = readUnitCell(Passage.of(new SourceText(text), spans), null);
    expect(units.map(({ name }) => name)).toEqual(['国网某市供电公司', '县发改局']);
  });
});
