import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/index.js';
import { splitNotices } from '../../pipeline/outline/notices/index.js';
import { readSource } from '../../pipeline/read/index.js';

const NOTICE = '某某市教育局关于做好校园食品安全工作的通知';
const PLAN = '某某市校园供餐提升行动方案';
const LIST = '某某市校园食堂社会监督员名单';
const TEXTS: Readonly<Record<string, string>> = {
  [NOTICE]:
    '各县（市、区）教育局：\n现将有关事项通知如下。\n一、加强检查。每月检查食堂一次。\n某某市教育局\n2024年3月5日\n',
  [PLAN]:
    '为提升校园供餐质量，制定本方案。\n一、工作目标\n智能化覆盖率达到90%。\n二、重点任务\n推进智慧食堂。\n',
  [LIST]: '甲某、乙某、丙某。\n',
};
const part = (title: string): string => `${title}\n${TEXTS[title]}\n`;

async function titlesOf(text: string, name: string): Promise<(string | undefined)[]> {
  const read = await readSource(
    { bytes: new TextEncoder().encode(text), name },
    { encoding: null },
  );
  return splitNotices(read.source, clean(read), read.format).map(({ heading }) => heading?.title);
}

describe('parts of a compilation', () => {
  it.each([
    ['without numbers', [NOTICE, PLAN, LIST], ''],
    ['counted by 一、', [LIST, PLAN, NOTICE], '一二三'],
  ])('that its contents lists %s', async (_, order, labels) => {
    const contents = order
      .map((title, at) => `${labels ? `${labels[at]}、` : ''}${title}\n`)
      .join('');
    const text = `资料汇编\n\n目录\n\n${contents}\n${order.map(part).join('\n')}`;
    expect(await titlesOf(text, 'a.txt')).toEqual(order);
  });

  it('that headings title below its cover', async () => {
    const body = [PLAN, LIST, NOTICE].map(
      (title) => `# ${title}\n\n${TEXTS[title]!.replace(/\n/g, '\n\n')}`,
    );
    expect(await titlesOf(`# 资料汇编\n\n${body.join('')}`, 'a.md')).toEqual([PLAN, LIST, NOTICE]);
  });

  it('are none where headings are those of one plan, or what a notice sends out', async () => {
    const own = `# 资料汇编\n\n# ${PLAN}\n\n## 一、工作目标\n\n达到90%。\n\n## 二、工作措施\n\n推进智慧食堂。\n`;
    expect(await titlesOf(own, 'a.md')).toEqual([undefined]);
    const sent = `# 资料汇编\n\n# 关于印发《${PLAN}》的通知\n\n各县：\n\n现印发给你们。\n\n# ${PLAN}\n\n推进智慧食堂。\n`;
    expect(await titlesOf(sent, 'a.md')).toEqual([undefined]);
  });

  it('are none where a contents lists the chapters of one plan', async () => {
    const text = `${PLAN}\n目录\n一、工作目标\n二、重点任务\n三、保障措施\n一、工作目标\n达到90%。\n二、重点任务\n推进。\n三、保障措施\n落实。\n`;
    expect(await titlesOf(text, 'a.txt')).toEqual([undefined]);
  });
});
