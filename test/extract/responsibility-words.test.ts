import { describe, expect, it } from 'vitest';
import { readUnitCell } from '../../pipeline/extract/units/index.js';
import { inspectUnits, passageOf } from '../../pipeline/extract/units/inspect.js';
import { roleOfColumnHead } from '../../pipeline/lexicon/responsibility.js';

/** Labels as notices all over the country print them, each to be read alike wherever it stands. */
const WORDS = {
  lead: '牵头单位 牵头部门 牵头处室 牵头科室 牵头负责单位 牵头责任单位 主办单位 主办处室 主责单位 主责部门 主要负责单位 总牵头单位 市级牵头单位 共同牵头单位 第一责任单位 领办单位 主抓单位 抓总单位 牵头股室 牵头局办 具体牵头部门',
  support:
    '配合单位 配合部门 配合责任单位 主要配合单位 协办单位 协办处室 协作单位 协作部门 协同单位 协同责任单位 协助单位 支持单位 参与单位 参加单位 会办单位 协同推进单位 参与实施单位 技术支撑单位 省级配合单位 其他参与部门',
  responsible:
    '责任单位 责任部门 责任处室 责任科室 责任股室 责任局办 责任主体 落实单位 落实部门 具体落实部门 实施单位 实施主体 执行单位 执行部门 承办单位 承办科室 监管单位 主管部门 负责单位 负责部门 主要责任单位 直接责任单位 属地责任单位 推进单位 承担单位 督办单位 行业主管部门 归口管理部门 责任镇街 组织实施单位',
} as const;

const CASES = Object.entries(WORDS).flatMap(([role, words]) =>
  words.split(' ').map((word) => ({ role, word })),
);
const rolesIn = (text: string): string[] =>
  inspectUnits(text).map(({ raw, role }) => `${raw} ${role}`);

describe.each(CASES)('$word: $role', ({ role, word }) => {
  it('in a clause', () => {
    expect(rolesIn(`加快实施。（${word}：市教育局、市民政局）`)).toEqual([
      `市教育局 ${role}`,
      `市民政局 ${role}`,
    ]);
  });

  it('on a line', () => {
    expect(rolesIn(`加快实施。\n${word}：市教育局。`)).toEqual([`市教育局 ${role}`]);
  });

  it('in a cell', () => {
    const { units } = readUnitCell(passageOf(`${word}：市教育局`), null);
    expect(units.map((unit) => `${unit.name} ${unit.role}`)).toEqual([`市教育局 ${role}`]);
  });

  it('as the head of a column', () => {
    expect(roleOfColumnHead(word)).toBe(role);
  });
});

describe('two labels in one clause', () => {
  it.each(CASES.filter(({ role }) => role === 'support'))('牵头单位 and $word', ({ word }) => {
    expect(rolesIn(`加快实施。（牵头单位：市发改委；${word}：市教育局）`)).toEqual([
      '市发改委 lead',
      '市教育局 support',
    ]);
  });
});
