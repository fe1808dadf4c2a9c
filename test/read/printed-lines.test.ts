import { describe, expect, it } from 'vitest';
import { readSource, readTextSource } from '../../pipeline/read/index.js';
import { toUtf8 } from './encode.js';

const read = (text: string, name: string) =>
  readTextSource({ bytes: toUtf8(text), name }, { encoding: null });

const words = (text: string, name = 'a.md'): string[] => {
  const document = read(text, name);
  return document.blocks
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)).join('¦'));
};

const PRINTED = [
  '为提高老旧小区的居住条件，让居民在家门口就能办成小事，',
  '按照市政府今年的安排，结合各街道报来的需要和资金情况，',
  '现提出以下方案。',
  '一、主要目标',
  '到年底，改造小区六十个，加装电梯一百部，新增车位两千个',
  '，整修的道路都要通过验收，群众满意的小区不少于九成，各',
  '街道都要设立一个议事点。',
  '二、重点任务',
  '（一）先办急事',
  '对漏水、停电和路面破损等急事，由街道先行处理，所需费用',
  '从专户支出，每季度公开一次；涉及多个单位的，由区住建局',
  '召集商定，商定的事项记入台账，逐项销号。',
  '（二）把钱用好',
  '补助资金按进度拨付，工程完工并经居民签字后拨付尾款，审',
  '计局每半年抽查一次，抽查的小区不少于两成，结果向社会公',
  '开，接受监督。',
];

describe('printed lines that a converter has run together', () => {
  it('are lines again, told by blanks that stand a line apart', () => {
    expect(words(PRINTED.join(' '))).toEqual(PRINTED);
    expect(words(PRINTED.join(' '), 'a.txt')).toEqual(PRINTED);
  });

  it('may hold blanks themselves', () => {
    const spaced = PRINTED.map((line) =>
      line.replace('街道，', '街道， ').replace('每季度', '每 季 度'),
    );
    expect(words(spaced.join(' '))).toEqual(spaced);
  });

  it('are not looked for where blanks stand at any distance, nor in rows and short headings', () => {
    const typed = PRINTED.map((line) => line.replaceAll('，', '， ')).join('');
    expect(words(typed)).toEqual([typed]);
    const heading =
      '## 某某区老旧小区改造三年行动方案（二〇二五年 至二〇二七年）责任分解和进度安排表';
    const row = `| ${PRINTED.slice(0, 4).join(' ')} |`;
    const text = [PRINTED.join(' '), heading, row].join('\n\n');
    expect(words(text).slice(-2)).toEqual([heading.slice(3), row]);
  });

  it('are found in linear time', () => {
    expect(read('甲 '.repeat(100_000), 'a.txt').blocks).toHaveLength(1);
    expect(read('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳 '.repeat(20_000), 'a.txt').blocks.length).toBe(
      20_000,
    );
  });
});

describe('a head that each page repeats', () => {
  const page = (number: number): string =>
    `${'本页说的是第'.concat(String(number), '件事，各单位照此办理。').padEnd(40, '好')}\n`.repeat(
      20,
    );
  const pages = (head: string): string =>
    [1, 2, 3, 4, 5].map((number) => `${head}\n\n${page(number)}`).join('\n');
  const heads = (text: string): number =>
    read(text, 'a.txt').blocks.filter(({ kind }) => kind === 'furniture').length;

  it('is none of its words', () => {
    expect(heads(pages('2025年度政策选编'))).toBe(5);
    expect(heads(pages('<u>2025 年度政策选编</u>'))).toBe(5);
  });

  it.each([
    '某某市住房和城乡建设局',
    '重点工作 责任单位',
    '责任单位：市住建局',
    '一、主要目标和任务',
    '（此件公开发布）',
  ])('is not %s, which the words may say again', (line) => expect(heads(pages(line))).toBe(0));

  it('comes a page apart', () => {
    const near = Array.from({ length: 5 }, () => '2025年度政策选编\n\n各单位照此办理。\n').join(
      '\n',
    );
    expect(heads(near)).toBe(0);
  });
});

describe('Markdown that begins with a tag', () => {
  const pages = '<u>2025年度政策选编</u>\n\n一、主要目标\n\n'.repeat(6);

  it('is Markdown by its name, where no tag makes a paragraph', async () => {
    const formatOf = async (text: string, name: string): Promise<string> =>
      (await readSource({ bytes: toUtf8(text), name }, { encoding: null })).format;
    expect(await formatOf(pages, 'a.md')).toBe('markdown');
    expect(await formatOf(pages, 'a.html')).toBe('html');
    expect(await formatOf(pages.replaceAll('u>', 'p>'), 'a.md')).toBe('html');
  });
});
