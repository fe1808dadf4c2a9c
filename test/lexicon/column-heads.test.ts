import { describe, expect, it } from 'vitest';
import {
  headKind,
  isListingHead,
  knownHead,
  mayHeadColumn,
} from '../../pipeline/lexicon/column-heads.js';

const KINDS = {
  number: '序号 编号 项次',
  group: '总体任务 一级分类 世行指标 所属领域',
  deed: '主要举措 温州市落实举措 服务简介 工作内容 具体任务',
  task: '重点任务 工作任务 任务',
  item: '服务事项 二级分类 改革举措 项目名称 一类事名称',
  goal: '工作目标 温州市目标 预期成效',
  period: '完成时限 实施阶段 时间安排 整改期限',
  lead_units: '牵头单位 牵头处室 主责部门',
  support_units: '配合单位 协作单位 配合局办',
  units: '责任单位 责任单位（下同） 执行科室 部门 责任单位及责任人 任务分工',
  unit_or_body: '单位',
  contact: '联系人 联系人及电话 联系电话',
  person: '责任领导 牵头领导 责任人',
  indicator: '指标名称 主要指标',
  value: '2025年 目标值 “十四五”目标',
  baseline: '2020年实际 现状值',
  name: '姓名 企业名称',
  definition: '释义 名词解释',
  other: '备注 申报单位',
} as const;

describe('headKind', () => {
  for (const [kind, heads] of Object.entries(KINDS)) {
    it.each(heads.split(' '))(`reads %s as a head of ${kind}`, (head) =>
      expect(headKind(head)).toBe(kind),
    );
  }

  it.each(['建设地点', '网址', ''])('knows nothing of %s', (head) => {
    expect(headKind(head)).toBeNull();
  });
});

describe('knownHead', () => {
  it.each([
    ['温州市目标', 'goal', 3],
    ['主要责任单位', 'units', 2],
    ['措施牵头单位', 'lead_units', 2],
    ['牵头单位配合单位', 'support_units', 4],
    ['责任单位联系人', 'contact', 4],
  ])('reads %s by the words at its end', (head, kind, before) => {
    expect(knownHead(head)).toMatchObject({ kind, before });
  });

  it('does not take a part of a word for a head', () => {
    expect(knownHead('实施阶')).toBeNull();
  });
});

it('tells lists of permits and fees by their heads', () => {
  expect(isListingHead('设定依据')).toBe(true);
  expect(isListingHead('政策依据')).toBe(false);
});

it('tells what may stand in a row of heads', () => {
  expect(['职务', '2026年', '建设地区'].every(mayHeadColumn)).toBe(true);
  expect(mayHeadColumn('推进数据共享')).toBe(false);
});
