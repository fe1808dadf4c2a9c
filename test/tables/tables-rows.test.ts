import { describe, expect, it } from 'vitest';
import {
  classifyTable,
  readContacts,
  splitMeasures,
  workItems,
} from '../../pipeline/tables/index.js';
import { passage, tableOf } from './tables-input.js';

const itemsOf = (text: string) => {
  const table = tableOf(text);
  return workItems(table, classifyTable(table).roles).map((item) => ({
    number: item.number,
    path: item.path.map(({ text: words }) => words),
    title: item.title?.text ?? null,
    measures: item.measures.map(({ label, passage: words }) => [label, words.text]),
    units: item.units.map(({ passage: words, role }) => [words.text, role]),
    periods: item.periods.map(({ text: words }) => words),
    goals: item.goals.map(({ passage: words }) => words.text),
    placeholder: item.placeholder,
  }));
};

describe('workItems', () => {
  it('gives code and name as title, group cells as path', () => {
    expect(
      itemsOf(
        '序号|服务事项|||责任部门\n|一级分类|二级分类|服务简介|\n1|01 政策服务|0101 政策查询|供企业查阅政策|经信部门\n2||0102 政策推送|向企业推送惠企政策|各涉企相关部门\n3||.....|可根据本地情况补充分类|\n',
      ),
    ).toMatchObject([
      {
        number: '1',
        path: ['01政策服务'],
        title: '0101政策查询',
        measures: [[null, '供企业查阅政策']],
        units: [['经信部门', null]],
        placeholder: false,
      },
      { number: '2', path: ['01政策服务'], title: '0102政策推送', placeholder: false },
      { number: '3', title: '.....', units: [], placeholder: true },
    ]);
  });

  it('splits numbered measures over the rows that one item covers', () => {
    expect(
      itemsOf(
        '世行指标|一类事名称|基本服务事项|增值服务事项|责任部门\n国际贸易|跨境货物贸易一类事|资质办理||省口岸办、杭州海关\n||货物申报|1.预约通关服务|\n||舱单申报|2.智能报关服务 3.跨境电商通关服务|\n|跨境服务贸易一类事|企业登记|1.数据安全评估服务|省商务厅\n',
      ),
    ).toMatchObject([
      {
        number: null,
        path: ['国际贸易'],
        title: '跨境货物贸易一类事',
        measures: [
          ['1', '预约通关服务'],
          ['2', '智能报关服务'],
          ['3', '跨境电商通关服务'],
        ],
        units: [['省口岸办、杭州海关', null]],
      },
      { title: '跨境服务贸易一类事', measures: [['1', '数据安全评估服务']] },
    ]);
  });

  it('takes what the row lists where there is no measure', () => {
    expect(
      itemsOf(
        '世行指标|一类事名称|基本服务事项|增值服务事项|责任部门\n劳动用工|员工录用一类事|档案接收|1.政策推送服务|省人力社保厅\n|职工退休一类事|退休提取住房公积金||省医保局\n',
      )[1],
    ).toMatchObject({
      title: '职工退休一类事',
      measures: [[null, '退休提取住房公积金']],
      units: [['省医保局', null]],
    });
  });

  it('puts group rows into the path and keeps lead and support apart', () => {
    expect(
      itemsOf(
        '序号|工作举措|牵头单位|配合单位|完成时限\n一、优化准入||||\n1|推行一网通办|市市场监管局|市公安局|2025年底前\n二、优化退出||||\n（一）注销||||\n2|简化注销|市税务局||持续推进\n',
      ),
    ).toMatchObject([
      {
        number: '1',
        path: ['一、优化准入'],
        units: [
          ['市市场监管局', 'lead'],
          ['市公安局', 'support'],
        ],
        periods: ['2025年底前'],
      },
      { number: '2', path: ['二、优化退出', '（一）注销'], units: [['市税务局', 'lead']] },
    ]);
  });

  it('makes an item of each row that has a measure of its own under one number', () => {
    expect(
      itemsOf(
        '序号|重点任务|具体举措|责任单位\n1|优化服务|推行预约服务|市税务局\n||延长办理时间|市医保局\n2|压缩时限|缩短办理时间|市人社局\n3|减少材料|清理证明事项|市司法局\n',
      ).map(({ number, measures, units }) => [number, measures[0]![1], units[0]![0]]),
    ).toEqual([
      ['1', '推行预约服务', '市税务局'],
      ['1', '延长办理时间', '市医保局'],
      ['2', '缩短办理时间', '市人社局'],
      ['3', '清理证明事项', '市司法局'],
    ]);
  });
});

describe('rows of one number', () => {
  const HEAD = '序号|总体任务|重点工作|工作目标|落实举措|责任单位\n';

  it('are one item where they name the same work, and say once what they repeat', () => {
    const rows =
      '5|一、增预期|（五）强化金融保障|贷款增长。|1.开展金融服务行动。2.扩大信贷。|甲局\n' +
      '5|一、增预期|（五）强化金融保障|贷款增长。|3.强化政府性融资担保。|甲局\n' +
      '6|一、增预期|（六）强化用工保障|招工。|1.引育各类高层次人才。|乙局\n';
    expect(itemsOf(HEAD + rows)).toMatchObject([
      {
        number: '5',
        measures: [
          ['1', '开展金融服务行动。'],
          ['2', '扩大信贷。'],
          ['3', '强化政府性融资担保。'],
        ],
        goals: ['贷款增长。'],
        units: [['甲局', null]],
      },
      { number: '6', goals: ['招工。'] },
    ]);
  });

  it('have no body where a dash or 无 stands for none', () => {
    const rows =
      '1|一、增预期|（一）强化金融保障|—|1.开展金融服务行动。|—\n' +
      '2|一、增预期|（二）强化用工保障|/|1.引育各类高层次人才。|无\n';
    expect(itemsOf(HEAD + rows).map(({ units, goals }) => [...units, ...goals])).toEqual([[], []]);
  });

  it('are two where they name other work', () => {
    const rows =
      '1|一、增预期|（一）强化金融保障|贷款增长。|1.开展金融服务行动。|甲局\n' +
      '1|二、降门槛|（二）强化用工保障|招工。|1.引育各类高层次人才。|乙局\n';
    expect(itemsOf(HEAD + rows).map(({ goals }) => goals)).toEqual([['贷款增长。'], ['招工。']]);
  });
});

describe('splitMeasures', () => {
  it.each<[string, [string | null, string][]]>([
    ['精准落实“免申即享”。', [[null, '精准落实“免申即享”。']]],
    [
      '1.全面落实减税降费政策。\n2.提升办税效率，办理时间在3.5个工作日内。3.健全机制。',
      [
        ['1', '全面落实减税降费政策。'],
        ['2', '提升办税效率，办理时间在3.5个工作日内。'],
        ['3', '健全机制。'],
      ],
    ],
    [
      '35.建立协同机制。36.\n优化税费服务',
      [
        ['35', '建立协同机制。'],
        ['36', '优化税费服务'],
      ],
    ],
    [
      '主要包括：（1）精简材料；（2）压缩时限',
      [
        ['（1）', '精简材料；'],
        ['（2）', '压缩时限'],
      ],
    ],
    [
      '①推行预约②延时服务',
      [
        ['①', '推行预约'],
        ['②', '延时服务'],
      ],
    ],
    ['规上企业达到 1. 5万家，增长 2. 1%', [[null, '规上企业达到1.5万家，增长2.1%']]],
    [
      '7.数字支付服务 8.金融综合服务',
      [
        ['7', '数字支付服务'],
        ['8', '金融综合服务'],
      ],
    ],
    [
      '1.深化银担合作。2.2023年组织开展活动。3.10月底前完成。',
      [
        ['1', '深化银担合作。'],
        ['2', '2023年组织开展活动。'],
        ['3', '10月底前完成。'],
      ],
    ],
    [
      '1.企业开办业务专人导办帮办自助咨询服务2.免费提供首套印章6.“零见面”一网通查3.发票4.0版',
      [
        ['1', '企业开办业务专人导办帮办自助咨询服务'],
        ['2', '免费提供首套印章6.“零见面”一网通查'],
        ['3', '发票4.0版'],
      ],
    ],
    ['推进以下事项1.开办服务2.注销服务', [[null, '推进以下事项1.开办服务2.注销服务']]],
    ['', []],
  ])('%s', (text, expected) => {
    const measures = splitMeasures(passage(text));
    expect(measures.map(({ label, passage: words }) => [label, words.text])).toEqual(expected);
  });

  it('leads back to the source', () => {
    const [, second] = splitMeasures(passage('1.甲\n2.乙 丙'));
    expect(second!.passage.raw()).toBe('乙 丙');
  });
});

describe('readContacts', () => {
  it.each<[string[], [string | null, string | null][]]>([
    [['蔡景像\n0577-88026991'], [['蔡景像', '0577-88026991']]],
    [['胡碧婷18066280783'], [['胡碧婷', '18066280783']]],
    [
      ['仇玲燕\n13819777193\n刘树钦\n0577-88961527'],
      [
        ['仇玲燕', '13819777193'],
        ['刘树钦', '0577-88961527'],
      ],
    ],
    [
      ['万秀芝、方全', '88961285、88967979'],
      [
        ['万秀芝', '88961285'],
        ['方全', '88967979'],
      ],
    ],
    [['88961285'], [[null, '88961285']]],
    [['邵利智'], [['邵利智', null]]],
    [['联系人：林乙，电话：13967738538'], [['林乙', '13967738538']]],
    [[], []],
  ])('%j', (cells, expected) => {
    const contacts = readContacts(cells.map(passage));
    expect(contacts.map(({ name, phone }) => [name?.text ?? null, phone?.text ?? null])).toEqual(
      expected,
    );
  });
});
