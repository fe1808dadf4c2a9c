import { describe, expect, it } from 'vitest';
import { splitNotices } from '../../pipeline/outline/notices/index.js';
import { sourceOf } from './notice-text.js';

const split = (lines: readonly string[]) => {
  const { source, blocks } = sourceOf(lines);
  return splitNotices(source, blocks, 'text');
};
const titles = (lines: readonly string[]) => split(lines).map((notice) => notice.heading?.title);

const COMPENDIUM = [
  '# Page 302:',
  '三、华东',
  '（一）上海',
  '1. 上海海关等11 部门关于印发《上海口岸2023 年深化跨境贸|易营商环境改革若干措施》的通知（2023 年6 月13 日）',
  '沪商自贸〔2023〕132 号',
  '各相关单位：',
  '1.进一步压缩口岸整体通关时间。建立跨部门协调机制。（市商务委）',
  '# Page 303:',
  '2.进一步创新海关监管模式。（上海海关）',
  '18.稳定房地产民间投资。支持民间投资。（市房屋管理局）',
  '10.',
  '上海市人民政府办公厅关于印发',
  '《2023 年上海市政务公开工作要点》的通知（2023 年3 月17',
  '日）',
  '各区人民政府：',
  '一、总体要求',
  '# Page 307:',
  '（二）江苏',
  '1. 江苏省政府办公厅印发关于促进个体工商户高质量发展若干|政策措施的通知（2023 年3 月18 日）|苏政办规〔2023〕3 号',
  '正文一句。',
];

describe('splitNotices of a compendium with numbered entries', () => {
  const notices = split(COMPENDIUM);

  it('finds the entries, whatever lines their headings are broken into', () => {
    expect(notices.map((notice) => notice.heading)).toEqual([
      {
        title: '上海海关等11部门关于印发《上海口岸2023年深化跨境贸易营商环境改革若干措施》的通知',
        date: '2023-06-13',
        section: '上海',
      },
      {
        title: '上海市人民政府办公厅关于印发《2023年上海市政务公开工作要点》的通知',
        date: '2023-03-17',
        section: '上海',
      },
      {
        title: '江苏省政府办公厅印发关于促进个体工商户高质量发展若干政策措施的通知',
        date: '2023-03-18',
        section: '江苏',
      },
    ]);
  });

  it('gives each its pages, those without words before the next one too', () => {
    expect(notices.map(({ page_start, page_end }) => [page_start, page_end])).toEqual([
      [302, 303],
      [303, 306],
      [307, 307],
    ]);
  });

  it('leaves section headings out', () => {
    const texts = notices.map((notice) => notice.source.text).join('');
    expect(texts).not.toContain('华东');
    expect(texts).not.toContain('（二）江苏');
  });

  it('counts its passages from the start of its own text', () => {
    for (const { source, blocks } of notices) {
      for (const { passage } of blocks) {
        const { start, end } = passage.span();
        expect(source.text.slice(start, end).replace(/\n/g, '')).toBe(passage.text);
      }
    }
  });

  it('cuts what was joined to the heading from it', () => {
    expect(notices[2]!.blocks[1]!.passage.text).toBe('苏政办规〔2023〕3 号');
  });
});

describe('splitNotices', () => {
  it('takes entries without dates that carry a 发文字号', () => {
    expect(
      titles([
        '一、省市场监管局关于开展优化营商环境专项行动的通知',
        '浙市监〔2023〕1号',
        '各市：',
        '1.工作任务。',
        '二、省财政厅关于印发政府采购管理办法的通知',
        '浙财〔2023〕2号',
        '各市：',
        '正文。',
      ]),
    ).toEqual([
      '省市场监管局关于开展优化营商环境专项行动的通知',
      '省财政厅关于印发政府采购管理办法的通知',
    ]);
  });

  it('finds the documents that a table of contents lists', () => {
    const lines = [
      '现场推进会资料汇编',
      '目 录',
      '1. 推动政务服务增值化改革工作方案.....\t1',
      '2. 推动政务服务增值化改革操作手册.....\t6',
      '3. 落地模板二维码（杭州钱塘新区）.....\t43',
      '推动政务服务增值化改革工作方案',
      '一、工作目标',
      '推动政务服务增值化改革|操作手册',
      '事项一：建设企业综合服务中心',
    ];
    expect(titles(lines)).toEqual([
      '推动政务服务增值化改革工作方案',
      '推动政务服务增值化改革操作手册',
    ]);
  });

  it('reads page numbers that stand beside the first of two lines', () => {
    const lines = [
      '目录',
      '1. 推动政务服务增值化改革工作方案.....            1',
      '2. 政务服务增值化改革与“民营经济32条”一体融合推进工作示意44|图.....',
      '3. 贯彻落实“民营经济32条”细化举措表.....         45',
      '推动政务服务增值化改革工作方案',
      '一、工作目标',
      '贯彻落实“民营经济32条”细化举措表',
      '精准宣传“政策找人”。',
    ];
    expect(titles(lines)).toEqual([
      '推动政务服务增值化改革工作方案',
      '贯彻落实“民营经济32条”细化举措表',
    ]);
  });

  it('reads a contents without page numbers, and headings that repeat its numbers', () => {
    const lines = [
      '目录',
      '1. 某省关于优化营商环境的意见',
      '2. 某省关于印发任务清单的通知',
      '1. 某省关于优化营商环境的意见',
      '一、要求。',
      '2. 某省关于印发',
      '任务清单的通知',
      '正文。',
    ];
    expect(titles(lines)).toEqual(['某省关于优化营商环境的意见', '某省关于印发任务清单的通知']);
  });

  it('takes the entries of a list of headings and not that list itself', () => {
    const entries = [
      '1. 某省人民政府关于印发甲方案的通知（2023年1月1日）',
      '2. 某省人民政府关于印发乙方案的通知（2023年2月1日）',
    ];
    const notices = split([
      ...entries,
      entries[0]!,
      '各市：',
      '甲的正文。',
      entries[1]!,
      '乙的正文。',
    ]);
    expect(notices.map((notice) => notice.blocks.at(-1)!.passage.text)).toEqual([
      '甲的正文。',
      '乙的正文。',
    ]);
  });

  it('cuts documents that follow each other, each with title and number', () => {
    const notices = split([
      '国务院办公厅关于加快发展体育竞赛表演产业的|指导意见',
      '国办发〔2018〕121号',
      '正文。',
      '国务院关于推进农业机械化的指导意见',
      '国发〔2018〕42号',
      '正文。',
    ]);
    expect(notices.map((notice) => notice.blocks.length)).toEqual([4, 3]);
  });

  it.each([
    [
      'numbered tasks',
      [
        '某市实施方案',
        '1.制定关于招商的通知',
        '2.出台管理办法（2023年1月1日起施行）。',
        '3.落实条例',
      ],
    ],
    [
      'chapters listed in a law',
      [
        '某市优化营商环境条例',
        '目录',
        '第一章 总则',
        '第二章 市场环境',
        '第一章 总则',
        '第一条 为了。',
      ],
    ],
    [
      'a transmittal and what it carries',
      [
        '某市人民政府关于印发《某市优化营商环境行动方案》的通知',
        '某政发〔2023〕1号',
        '现印发给你们。',
        '某市优化营商环境行动方案',
        '某政发〔2023〕1号',
      ],
    ],
    [
      'tasks that carry their day',
      [
        '某市实施方案',
        '1.出台某办法（2023年6月30日）',
        '正文。',
        '2.出台某条例（2023年7月30日）',
        '正文。',
      ],
    ],
    ['nothing at all', []],
  ])('leaves %s in one notice', (_, lines) => {
    const notices = split(lines);
    expect(notices).toHaveLength(1);
    expect(notices[0]!.heading).toBeNull();
  });

  it('cuts a signature from the paragraph it was joined to', () => {
    const [notice] = split([
      '现印发给你们，请认真|贯彻执行。|上海市商务委员会上海海关|2023 年6 月13 日|上海口岸改革若干措施|为深入贯彻',
      '一、任务',
    ]);
    expect(notice!.blocks.map((block) => block.passage.text)).toEqual([
      '现印发给你们，请认真贯彻执行。',
      '上海市商务委员会上海海关',
      '2023 年6 月13 日',
      '上海口岸改革若干措施',
      '为深入贯彻',
      '一、任务',
    ]);
  });

  it('leaves a date alone that a sentence goes over', () => {
    const [notice] = split(['执行期限自|2023 年6 月13 日|起至年底。']);
    expect(notice!.blocks).toHaveLength(1);
  });
});
