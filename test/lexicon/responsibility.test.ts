import { describe, expect, it } from 'vitest';
import { bodyLabelAtEnd, roleOfColumnHead } from '../../pipeline/lexicon/responsibility.js';

const HEADS = {
  lead: '牵头单位 主办单位 主责单位 主要负责单位 牵头负责单位 牵头责任部门 总牵头单位 牵头处室 第一责任单位 市级牵头单位 牵头 牵头（责任）单位',
  support:
    '配合单位 协办处室 协作单位 支持单位 参与部门 协同责任单位 配合责任单位 主要配合单位 协同推进单位 配合 参加单位',
  responsible:
    '责任单位 主要责任单位 执行单位 责任处室 落实单位 监管单位 责任局办 承办科室 具体落实部门 责任主体 实施主体 推进单位 温州市责任单位 牵头及配合单位 牵头单位、责任单位 责任单位及责任人 责任分工 部门 市直部门',
} as const;

describe('roleOfColumnHead', () => {
  for (const [role, heads] of Object.entries(HEADS)) {
    it.each(heads.split(' '))(`takes %s for a column of bodies with the role ${role}`, (head) => {
      expect(roleOfColumnHead(head)).toBe(role);
    });
  }

  it.each(
    '责任人 牵头领导 牵头负责领导 联系人及电话 完成时限 实施阶段 主要任务 工作内容 责任清单 落实情况 落实举措 支持政策 建设单位 单位 序号'.split(
      ' ',
    ),
  )('takes %s for no column of bodies', (head) => {
    expect(roleOfColumnHead(head)).toBeNull();
  });
});

describe('bodyLabelAtEnd', () => {
  it('says where the label begins', () => {
    expect(bodyLabelAtEnd('完善机制牵头单位')).toEqual({ role: 'lead', start: 4 });
    expect(bodyLabelAtEnd('市发改委及配合单位')).toEqual({ role: 'support', start: 5 });
  });
});
