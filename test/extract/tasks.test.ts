import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/index.js';
import { extractTasks } from '../../pipeline/extract/tasks/index.js';
import { titleEnd } from '../../pipeline/extract/tasks/title.js';
import { sectionsOf } from '../../pipeline/outline/sections/index.js';
import { readTextSource } from '../../pipeline/read/index.js';

interface Head {
  readonly lawLike?: boolean;
  readonly nature?: 'directive' | 'report' | 'reply';
  readonly genre?: string;
}

function extract(
  text: string,
  { lawLike = false, nature = 'directive', genre = undefined }: Head = {},
) {
  const bytes = new TextEncoder().encode(text);
  const read = readTextSource({ bytes, name: 'a.txt' }, { encoding: null });
  const root = sectionsOf(read.source, clean(read));
  return extractTasks(root, { documentYear: 2025, lawLike, nature, genre: genre ?? null });
}

/** `number/part path | title | text | units` of each task. */
const tasks = (text: string): string[] =>
  extract(text).tasks.map(
    ({ number, part, path, title, body, units }) =>
      `${number}${part ? `/${part}` : ''} [${path.join(' > ')}] ${title} | ${body.text} | ${units
        .map(({ name, role }) => `${name} ${role}`)
        .join(', ')}`,
  );

describe('a law-like text', () => {
  it('has aims where its articles are headed so, and no others', () => {
    const { tasks, goals } = extract(
      '第一条 采购人应当在7个工作日内做出答复。\n第二条（工作目标） 满意率达到98%以上。',
      { lawLike: true },
    );
    expect(tasks).toEqual([]);
    expect(goals.map(({ quantity }) => quantity.raw)).toEqual(['达到98%以上']);
  });
});

describe('titleEnd', () => {
  it.each([
    ['优化服务。健全机制。', '优化服务'],
    ['拓展登录方式，提供高效服务。', '拓展登录方式，提供高效服务'],
    [
      '严格落实《市场准入负面清单》规定，按照市场准入“全国一张清单”管理要求，健全完善准入机制、审批机制。',
      '严格落实《市场准入负面清单》规定',
    ],
    ['支持“大企、小店。”结对', '支持“大企、小店。”结对'],
    ['目标：完成', '目标'],
  ])('cuts %s', (text, title) => {
    expect(text.slice(0, titleEnd(text))).toBe(title);
  });
});

describe('extractTasks', () => {
  it('takes the deepest labelled blocks, with the headings above as path', () => {
    expect(
      tasks(`一、总体要求\n坚持以人民为中心。\n二、重点任务\n（一）优化政务模式。
1.推进“一件事”。完善服务。（市数据局）\n2.推广应用。（市税务局）\n（二）强化要素保障。（市发展改革委）`),
    ).toEqual([
      '1 [二、重点任务 > （一）优化政务模式。] 推进“一件事” | 推进“一件事”。完善服务。 | 市数据局 responsible',
      '2 [二、重点任务 > （一）优化政务模式。] 推广应用 | 推广应用。 | 市税务局 responsible',
      '（二） [二、重点任务] 强化要素保障 | 强化要素保障。 | 市发展改革委 responsible',
    ]);
  });

  it('makes a task of each stretch that a clause closes', () => {
    expect(
      tasks(
        '1.强化问题化解。建强平台。（市经信局）每月召开座谈会，推动落地。（市府办）做优服务。（市数据局）',
      ),
    ).toEqual([
      '1/1 [] 强化问题化解 | 强化问题化解。建强平台。 | 市经信局 responsible',
      '1/2 [] 每月召开座谈会，推动落地 | 每月召开座谈会，推动落地。 | 市府办 responsible',
      '1/3 [] 做优服务 | 做优服务。 | 市数据局 responsible',
    ]);
  });

  it('splits 一是 and 二是 that share no clause, and keeps those that share one together', () => {
    expect(tasks('（一）完善机制。一是健全运行。建立模式。二是建立协同。')).toEqual([
      '一是 [（一）完善机制。] 健全运行 | 健全运行。建立模式。 | ',
      '二是 [（一）完善机制。] 建立协同 | 建立协同。 | ',
    ]);
    expect(tasks('1.完善机制。一是健全运行。二是建立协同。（责任单位：市财政局）')).toEqual([
      '1 [] 完善机制 | 完善机制。一是健全运行。二是建立协同。 | 市财政局 responsible',
    ]);
    expect(tasks('1.更新机制。主要有两方面：一是通过热线收集；二是聚焦问题清单。')).toEqual([
      '一是 [1.更新机制。] 通过热线收集 | 通过热线收集； | ',
      '二是 [1.更新机制。] 聚焦问题清单 | 聚焦问题清单。 | ',
    ]);
  });

  it('leaves conditions in the task that they belong to, and makes none of a definition', () => {
    expect(
      tasks(`一、实施范围\n专利公开实施是指专利推广实施行为，具体包括：\n1.专利权转让；\n2.专利权作价入股。
二、实施程序\n（一）清单管理。专利权有下列情形之一的，可以暂不纳入清单：\n1.存在权属纠纷的；\n2.其他情形。
（二）抓好落实。重点抓好以下工作：\n1.推进公开；\n2.加强监管。`),
    ).toEqual([
      '（一） [二、实施程序] 清单管理 | 清单管理。专利权有下列情形之一的，可以暂不纳入清单：1.存在权属纠纷的；2.其他情形。 | ',
      '1 [二、实施程序 > （二）抓好落实。] 推进公开 | 推进公开； | ',
      '2 [二、实施程序 > （二）抓好落实。] 加强监管 | 加强监管。 | ',
    ]);
  });

  it('keeps items whose last one alone carries the clause as one task', () => {
    expect(tasks('（一）降低成本。\n1.减免费用；\n2.给予补贴。（市财政局、市税务局）')).toEqual([
      '（一） [] 降低成本 | 降低成本。1.减免费用；2.给予补贴。 | 市财政局 responsible, 市税务局 responsible',
    ]);
  });

  it('lets a clause on a heading cover the tasks below that have none', () => {
    expect(
      tasks('一、企业开办领域（省市场监管局牵头）\n1.优化系统。\n2.推广应用。（省税务局）'),
    ).toEqual([
      '1 [一、企业开办领域（省市场监管局牵头）] 优化系统 | 优化系统。 | 省市场监管局 lead',
      '2 [一、企业开办领域（省市场监管局牵头）] 推广应用 | 推广应用。 | 省税务局 responsible',
    ]);
  });

  it('adds bodies that a clause names for all later tasks, last in the list', () => {
    expect(
      tasks(
        '1.准入。（市商务局牵头。以下任务均需各县、市、区政府落实，不再一一列出）\n2.许可。（市审计局负责）',
      ).map((task) => task.split(' | ')[2]),
    ).toEqual([
      '市商务局 lead, 各县、市、区政府 responsible',
      '市审计局 responsible, 各县、市、区政府 responsible',
    ]);
  });

  it('lets the first of each list lead once a clause has said so', () => {
    expect(
      tasks(
        '（一）创新。（工业和信息化部、科技部负责。列第一位者为牵头单位，下同）\n（二）推广。（农业农村部、财政部负责）',
      ).map((task) => task.split(' | ')[2]),
    ).toEqual(['工业和信息化部 lead, 科技部 responsible', '农业农村部 lead, 财政部 responsible']);
  });

  it('finds labels in mid-line where the count goes on', () => {
    expect(
      tasks('35.建立机制。36.推进改革，扩大3.5万人覆盖。37.优化服务。').map((task) =>
        task.slice(0, 2),
      ),
    ).toEqual(['35', '36', '37']);
  });

  it('takes a heading with plain paragraphs as one task, its headline as title', () => {
    expect(
      tasks('二、重点任务\n1.优化服务。\n三、保障措施\n各地各部门要提高认识。各地要制定方案。')[1],
    ).toBe(
      '三 [] 保障措施 | 各地各部门要提高认识。各地要制定方案。 | 各地各部门 responsible, 各地 responsible',
    );
  });

  it('gives no tasks for aims, definitions and articles of law, and keeps aims for their targets', () => {
    expect(
      tasks('一、工作目标\n（一）到2027年，亮码检查率100%。\n二、基本原则\n1.依法依规。'),
    ).toEqual([]);
    expect(
      extract('一、工作目标\n到2027年，亮码检查率100%。').goals.map(
        ({ quantity }) => `${quantity.indicator} ${quantity.value} ${quantity.by}`,
      ),
    ).toEqual(['亮码检查率 100 2027-12-31']);
    expect(
      extract(
        '一、工作目标\n到2026年底，农村环境明显改善：\n1.厕所。普及率达到85%。\n2.到2027年，污水治理率达到50%。',
      ).goals.map(({ quantity }) => `${quantity.indicator} ${quantity.by}`),
    ).toEqual(['普及率 2026-12-31', '污水治理率 2027-12-31']);
    expect(
      extract(
        '一、工作目标\n到2026年，建成站点10个。到2030年，建成站点50个。\n1.站点。覆盖率达到85%。',
      ).goals.map(({ quantity }) => `${quantity.value} ${quantity.by}`),
    ).toEqual(['10 2026-12-31', '50 2030-12-31', '85 null']);
    expect(
      tasks(
        '一、概念\n1.增值服务：是指衍生服务。\n2.“一中心”：即企业中心。\n3.市场侧：是指中介机构。',
      ),
    ).toEqual([]);
    expect(extract('第一条 各部门应当建立机制。', { lawLike: true }).tasks).toEqual([]);
    expect(
      extract('一、发展现状\n光纤用户占比超过94%。\n二、主要目标\n光纤用户占比超过98%。').goals.map(
        ({ quantity }) => quantity.value,
      ),
    ).toEqual([98]);
  });

  it('keeps the aims that the opening of a notice sets for its targets', () => {
    const { tasks, goals } = extract(
      '为发挥金融作用，力争2025年金融业增加值突破1500亿元。经过努力，到2027年，培育示范企业50家。\n近年来增长5%。\n1.引进机构。引进保险机构。',
    );
    expect(goals.map(({ quantity }) => `${quantity.indicator} ${quantity.by}`)).toEqual([
      '金融业增加值 2025-12-31',
      '示范企业 2027-12-31',
    ]);
    expect(tasks.map(({ number }) => number)).toEqual(['1']);
  });

  it('passes over the account of the past year in a report', () => {
    const report =
      '一、2025年主要工作和“十四五”发展成就\n（一）加强创新。建成平台10个。\n二、2026年重点工作\n（一）扩大内需。举办活动20场。';
    expect(extract(report, { nature: 'report' }).tasks.map(({ title }) => title)).toEqual([
      '扩大内需',
    ]);
  });

  it('leaves a closing paragraph outside the last item', () => {
    expect(
      tasks('一、保障\n（一）加强领导。\n（二）加强宣传。\n各地各部门要抓好落实。').map(
        (task) => task.split(' | ')[1],
      ),
    ).toEqual(['加强领导。', '加强宣传。']);
  });

  it('takes a paragraph outside any label only where it has a clause or a deadline of its own', () => {
    expect(
      tasks('为优化环境，制定本方案。\n请各牵头单位于2月17日前将实施计划报局审批处。'),
    ).toEqual([
      'null [] 请各牵头单位于2月17日前将实施计划报局审批处 | 请各牵头单位于2月17日前将实施计划报局审批处。 | ',
    ]);
  });
});

describe('an official reply', () => {
  const text =
    '一、同意设立工业园区。\n二、由市商务局牵头负责园区建设。\n三、园区由市财政局负责的资金已经到位。';

  it('gives the items that charge a body by a verb', () => {
    const units = extract(text, { nature: 'reply', genre: '批复' }).tasks.map(
      ({ number, units: bodies }) => `${number} ${bodies.map(({ name }) => name).join('、')}`,
    );
    expect(units).toContain('二 市商务局');
    expect(units.some((task) => task.startsWith('一 '))).toBe(false);
  });

  it('gives none of an answer, which tells of what was done', () => {
    expect(extract(text, { nature: 'reply', genre: '答复' }).tasks).toEqual([]);
  });
});

describe("a body's own part of a list", () => {
  it('keeps the numbers of the whole, however they leap', () => {
    const text =
      '一、优化服务\n3.建设窗口。建成窗口。（市数据局牵头）\n17.推广应用。推广到乡镇。（市数据局牵头）\n二、夯实基础\n8.建设机房。建成机房。（市数据局牵头）';
    expect(extract(text).tasks.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '3 建设窗口',
      '17 推广应用',
      '8 建设机房',
    ]);
  });

  it('begins at no number that a broken line begins with', () => {
    const text =
      '一、优化服务\n3.建设道路。全年建成道路\n54.5公里，通车。（市交通局牵头）\n4.推广应用。推广到乡镇。（市数据局牵头）';
    expect(extract(text).tasks.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '3 建设道路',
      '4 推广应用',
    ]);
  });
});

describe('names alone in brackets', () => {
  it('below a title are no task, those that a word charges are', () => {
    expect(tasks('落地模板二维码\n（东山市、西山市南湖区、北山县）\n（扫码查看）')).toEqual([]);
    expect(tasks('请抓好落实。\n（责任单位：市税务局、市财政局）').length).toBe(1);
  });
});
