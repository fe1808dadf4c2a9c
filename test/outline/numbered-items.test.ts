import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/index.js';
import { extractTasks } from '../../pipeline/extract/tasks/index.js';
import { sectionsOf } from '../../pipeline/outline/sections/index.js';
import { readTextSource } from '../../pipeline/read/index.js';

/** `number title by` of each task of a body of 2025. */
function items(...lines: string[]): string[] {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const read = readTextSource({ bytes, name: 'a.txt' }, { encoding: null });
  const context = { documentYear: 2025, lawLike: false, nature: 'directive' } as const;
  return extractTasks(sectionsOf(read.source, clean(read)), context).tasks.map(
    ({ number, title, deadlines }) =>
      [number, title, ...deadlines.map(({ end }) => end)].filter(Boolean).join(' '),
  );
}

describe('items whose words begin with a number', () => {
  it.each([
    ['2. 20家企业完成改造。', '2 20家企业完成改造'],
    ['2.20家企业完成改造。', '2 20家企业完成改造'],
    ['2. 3月底前完成方案。', '2 3月底前完成方案 2025-03-31'],
    ['2、6月底前完成方案。', null],
    ['2. 2025/11/20前报送总结。', '2 2025/11/20前报送总结 2025-11-20'],
    ['2. 4月至6月开展专项行动。', '2 4月至6月开展专项行动 2025-06-30'],
    ['2. 十月底以前全面完成整改。', '2 十月底以前全面完成整改 2025-10-31'],
    ['2. 十二月中旬前完成验收。', '2 十二月中旬前完成验收 2025-12-20'],
    ['2.5万人参加培训。', null],
    ['2.1组织机构。', null],
    ['3. 20家企业完成改造。', null],
    ['2.5个百分点以上的增长。', null],
  ])('reads %s below 1.', (line, item) => {
    const found = items('一、重点任务', '1. 开展执法检查。', line);
    expect(found.slice(1)).toEqual(item === null ? [] : [item]);
  });

  it('begins a list whose items begin with days', () => {
    expect(
      items(
        '一、重点任务',
        '1.3月1日至20日，开展自查。',
        '2.4月8日至20日，组织抽查。',
        '3.5月底前，完成整改。',
      ),
    ).toEqual([
      '1 3月1日至20日，开展自查 2025-03-20',
      '2 4月8日至20日，组织抽查 2025-04-20',
      '3 5月底前，完成整改 2025-05-31',
    ]);
  });

  it.each([
    ['二、3月底前新建公园5座。', '二 3月底前新建公园5座 2025-03-31'],
    ['二、12个村完成改造。', '二 12个村完成改造'],
    ['二、100%完成整改。', '二 100%完成整改'],
    ['二、1.5万亩农田完成改造。', '二 1.5万亩农田完成改造'],
    ['三、12个村完成改造。', null],
  ])('reads %s below 一、', (line, item) => {
    const found = items('一、新建公厕5座。', line);
    expect(found.slice(1)).toEqual(item === null ? [] : [item]);
  });

  it('parts numbered lines of one length', () => {
    expect(
      items(
        '一、重点任务',
        '1、新建公厕5座。（县城管局）',
        '2、3月底前新建公园5座。（县园林局）',
        '3、4月底前新建公园5座。（县园林局）',
      ),
    ).toEqual([
      '1 新建公厕5座',
      '2 3月底前新建公园5座 2025-03-31',
      '3 4月底前新建公园5座 2025-04-30',
    ]);
    expect(
      items(
        '一、重点任务',
        '1.新建公厕5座。（县城管局）',
        '2.新建公园5座。（县住建局）',
        '3.100%完成整改。（县住建局）',
        '4.12个村完成改造。（县城管局）',
      ),
    ).toEqual(['1 新建公厕5座', '2 新建公园5座', '3 100%完成整改', '4 12个村完成改造']);
  });

  it('goes on with the mark of the list', () => {
    expect(items('一、重点任务', '1、开展执法检查。', '2、10个社区完成改造。')).toEqual([
      '1 开展执法检查',
      '2 10个社区完成改造',
    ]);
    expect(items('一、重点任务', '1、开展执法检查。', '2. 10个社区完成改造。')).toEqual([
      '1 开展执法检查',
    ]);
  });

  it('begins a list where the second item stands below', () => {
    expect(items('一、重点任务', '1. 20家企业完成改造。', '2. 30家企业完成验收。')).toEqual([
      '1 20家企业完成改造',
      '2 30家企业完成验收',
    ]);
    expect(items('一、重点任务', '1. 20家企业完成改造。')).toEqual(['一 重点任务']);
  });

  it('begins an item behind a sentence of the same line where a space follows the label', () => {
    expect(items('一、重点任务', '1. 开展执法检查。2. 20家企业完成改造。')).toEqual([
      '1 开展执法检查',
      '2 20家企业完成改造',
    ]);
    expect(items('一、重点任务', '1. 开展执法检查。2.20家企业完成改造。')).toEqual([
      '1 开展执法检查',
    ]);
  });
});
