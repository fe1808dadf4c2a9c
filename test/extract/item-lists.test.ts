import { describe, expect, it } from 'vitest';
import { readItemList } from '../../pipeline/extract/tasks/item-lists.js';

describe('readItemList', () => {
  it.each([
    ['专利权有下列情形之一且经主管部门书面同意，可以暂不纳入公开实施清单：', '存在权属纠纷的；'],
    ['公开实施期间发生下列情形之一的，专利公开实施声明应当撤回：', '专利权被宣告无效的；'],
    ['第二批于六月开展。申报企业应当符合下列条件：', '在本市注册登记；'],
    ['申请人应当向窗口提交以下材料：', '营业执照复印件；'],
    ['存在以下行为之一的，取消评审资格:', '提供虚假资料；'],
    ['对企业按以下标准认定', '注册满一年的；'],
    ['', '连续两年亏损的；'],
  ])('takes the items below %s as conditions: %s', (lead, item) => {
    expect(readItemList(lead, [item, item, '其他情形。'])).toBe('conditions');
  });

  it.each([
    '专利公开实施是指高等院校在公开交易平台进行的专利推广实施行为，具体包括：',
    '本市设立专区。小微企业是指下列企业，包括以下类型：',
  ])('takes the items below %s as what a word means', (lead) => {
    expect(readItemList(lead, ['专利权转让；', '专利权作价入股；'])).toBe('meanings');
  });

  it.each([
    ['重点抓好以下工作：', '推进电子证照应用；'],
    ['主要包括：', '精简材料；'],
    ['具体包括：', '压减办理时限；'],
    ['主要有8项职能：', '负责受理企业诉求；'],
    ['具体做好“四个保障”：', '保障融资服务高效畅通。'],
    ['重点整治存在以下情形的单位：', '清理违规收费；'],
    ['采购人不得有下列行为：', '设置隐形门槛；'],
    ['符合下列条件的企业可以申报。主要任务如下：', '开展培训；'],
    ['各部门要做到以下几点：', '明确目的；'],
    ['一、优化服务', '落实免申即享；'],
  ])('leaves the items below %s as tasks: %s', (lead, item) => {
    expect(readItemList(lead, [item, item, '加强宣传。'])).toBeNull();
  });

  it('asks all items but the last to be conditions where nothing leads in', () => {
    expect(readItemList('', ['逾期未办结的；', '加强督办。', '其他情形。'])).toBeNull();
    expect(readItemList('', ['逾期未办结的；', '加强督办。'])).toBeNull();
  });

  it('is quick on a lead-in without end', () => {
    expect(readItemList(`${'有下列'.repeat(50_000)}：`, ['推进改革；', '加强宣传。'])).toBeNull();
  });
});
