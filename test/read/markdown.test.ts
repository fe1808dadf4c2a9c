import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTextSource } from '../../pipeline/read/index.js';
import { looksLikeMarkdown } from '../../pipeline/read/markdown/looks-like-markdown.js';
import { toUtf8 } from './encode.js';

const read = (text: string, name = 'a.md') =>
  readTextSource({ bytes: toUtf8(text), name }, { encoding: null });

/** Each block as its kind (a heading's with its level) and its words, stretches set apart by ¦. */
const blocks = (text: string) => {
  const document = read(text);
  return document.blocks.map((block) => [
    block.kind + (block.level ?? ''),
    block.spans.map((span) => document.source.text.slice(span.start, span.end)).join('¦'),
  ]);
};

describe('struck words', () => {
  it('are left out with a warning', () => {
    const text = '2024年~~6月~~9月底前完成。（责任单位：~~市公安局、~~市大数据局）';
    expect(blocks(text)).toEqual([['line', '2024年¦9月底前完成。（责任单位：¦市大数据局）']]);
    expect(read(text).warnings.map(({ code }) => code)).toEqual(['struck_text_left_out']);
  });

  it('are none between the ends of ranges', () => {
    const text = '培育5~~10家，开展2~~3次。';
    expect(blocks(text)).toEqual([['line', '培育5¦10家，开展2¦3次。']]);
    expect(read(text).warnings).toEqual([]);
  });
});

describe('lines of Markdown', () => {
  it.each([
    ['## 二、重点任务', 'heading2', '二、重点任务'],
    ['### **三、保障措施**', 'heading3', '三、保障措施'],
    ['#### 1.完善主体职能。', 'heading4', '1.完善主体职能。'],
    ['##三、保障措施', 'heading2', '三、保障措施'],
    ['## 二、重点任务 ##', 'heading2', '二、重点任务'],
    ['# C#', 'heading1', 'C#'],
    ['#话题', 'line', '#话题'],
    ['- 1.省市县三级大数据局；', 'list_item', '1.省市县三级大数据局；'],
    ['* 市税务局', 'list_item', '市税务局'],
    ['*市税务局', 'line', '*市税务局'],
    ['\\*市税务局', 'line', '*市税务局'],
    ['-5%', 'line', '-5%'],
    ['> 各有关单位：', 'line', '各有关单位：'],
    [
      '**（一）打造线下综合服务中心。**依托各级政务服务中心',
      'line',
      '（一）打造线下综合服务中心。¦依托各级政务服务中心',
    ],
    [
      '**（四）编制清单。**一是**拓展服务领域**。在',
      'line',
      '（四）编制清单。¦一是¦拓展服务领域¦。在',
    ],
    ['1\\. 编制目录', 'line', '1¦. 编制目录'],
    ['电话138****1234', 'line', '电话138****1234'],
    ['**甲****乙**', 'line', '甲¦乙'],
    ['市商务委&nbsp;&nbsp;负责<br>落实', 'line', '市商务委¦负责¦落实'],
    ['科技&amp;人才', 'line', '科技&¦人才'],
    ['见[实施方案](http://a.cn/b.html)。', 'line', '见¦实施方案¦。'],
    ['[2023]（试行）', 'line', '[2023]（试行）'],
    ['[2023](第6号)', 'line', '[2023](第6号)'],
    ['__一、总则__推广__应用__。', 'line', '一、总则¦推广¦应用¦。'],
    ['联系人：____、____', 'line', '联系人：____、____'],
    ['建成平台[^1]5个。', 'line', '建成平台¦5个。'],
    ['[^1]: 指统计口径。', 'line', '指统计口径。'],
    ['\\newpage', 'furniture', '\\newpage'],
    ['甲<span lang="EN-US"', 'line', '甲'],
    ['style="font-size:16pt">17</span>个', 'line', '17¦个'],
    ['title="甲"是属性', 'line', 'title="甲"是属性'],
    ['lang="EN-US"', 'furniture', 'lang="EN-US"'],
    ['达到 $95\\%$ 以上', 'line', '达到 ¦95¦%¦ 以上'],
    ['10 < 20 个', 'line', '10 < 20 个'],
    ['| 序号 | **任务** |', 'line', '| 序号 | ¦任务¦ |'],
    ['---', 'furniture', '---'],
    ['```markdown', 'furniture', '```markdown'],
    ['![图](a.png)', 'furniture', '![图](a.png)'],
    ['<!-- 页眉 -->', 'furniture', '<!-- 页眉 -->'],
    ['# Page 302:', 'furniture', '# Page 302:'],
    ['****', 'furniture', '****'],
  ])('%s', (line, kind, words) => expect(blocks(line)).toEqual([[kind, words]]));

  it('leave nothing out but markers and white space', () => {
    const piece = fc.constantFrom(
      '**',
      '\\',
      '*',
      '`',
      '[',
      '](http://a)',
      '&nbsp;',
      '市',
      '1',
      ' ',
      '#',
      '|',
      '<br>',
      '$',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `市${pieces.join('')}市`;
        const document = read(text);
        let words = '';
        for (const block of document.blocks) {
          let from = 0;
          for (const span of block.spans) {
            expect(span.start).toBeGreaterThanOrEqual(from);
            expect(span.end).toBeGreaterThan(span.start);
            words += text.slice(span.start, span.end);
            from = span.end;
          }
        }
        const kept = (from: string) => from.replace(/[^市1|]/g, '');
        expect(kept(words)).toBe(kept(text.replaceAll('http://a', '')));
      }),
    );
  });
});

describe('Markdown whose line breaks were taken away', () => {
  const line =
    '# 绿色建筑实施意见 ## 一、总体目标 到2026年，占比达到95%。 ### （一）推广装配式建筑 2025年底前新开工300万平方米。（责任单位：市建设局） 1. 建立清单，由市建设局牵头。 2. 落实资金。';

  it('is read heading by heading, with the text and the items behind each', () => {
    expect(blocks(line)).toEqual([
      ['heading1', '绿色建筑实施意见'],
      ['heading2', '一、总体目标'],
      ['line', '到2026年，占比达到95%。'],
      ['heading3', '（一）推广装配式建筑'],
      ['line', '2025年底前新开工300万平方米。（责任单位：市建设局）'],
      ['line', '1. 建立清单，由市建设局牵头。'],
      ['line', '2. 落实资金。'],
    ]);
  });

  it('is none where a line holds one heading', () => {
    expect(blocks('## 一、总体目标 到2026年')).toEqual([['heading2', '一、总体目标 到2026年']]);
    expect(blocks('第1号 #A区')).toEqual([['line', '第1号 #A区']]);
  });
});

describe('fields above the text', () => {
  it.each([
    [
      '---\ntitle: 甲市方案\ndate: 2026-03-01\n---\n\n一、总则',
      ['heading1 甲市方案', 'line 一、总则'],
    ],
    ['---\ntitle: "甲市方案"\n---\n# 甲市方案\n一、总则', ['heading1 甲市方案', 'line 一、总则']],
    ['---\nauthor:\n- 张三\n...\n一、总则', ['line 一、总则']],
    [
      '---\n一、总则\n---\n二、任务',
      ['furniture ---', 'line 一、总则', 'furniture ---', 'line 二、任务'],
    ],
    ['---\ntitle: 甲市方案\n一、总则', ['furniture ---', 'line title: 甲市方案', 'line 一、总则']],
  ])('%j', (text, expected) =>
    expect(blocks(text).map((block) => block.join(' '))).toEqual(expected),
  );
});

describe('what looks like Markdown', () => {
  it.each([
    '# 目 录\n\n## 一、工作目标\n',
    '# 方案\n**（一）**\n',
    '| 序号 | 任务 |\n|---|:--:|\n| 1 | 甲 |',
    '![](images/1.png)',
  ])('%j does', (text) => expect(looksLikeMarkdown(text)).toBe(true));

  it.each([
    '# Page 302:\n三、华东\n# Page 303:\n',
    '*市税务局\n*市财政局\n',
    '#1 机组\n',
    '一、总体要求\n- 甲\n- 乙\n',
    '电话 138****1234、139****1234、137****1234',
  ])('%j does not', (text) => expect(looksLikeMarkdown(text)).toBe(false));

  it('tells a real text by its content, whatever its name', () => {
    const name = '004_768bb513bd368853.txt';
    const bytes = readFileSync(new URL(`../../samples/${name}`, import.meta.url));
    const document = readTextSource({ bytes, name }, { encoding: null });
    expect(document.format).toBe('markdown');
    const count = (kind: string) => document.blocks.filter((block) => block.kind === kind).length;
    expect([count('heading'), count('list_item'), count('line')]).toEqual([48, 9, 508]);
  });
});

describe('hostile Markdown', () => {
  it.each([
    ['brackets', '['.repeat(200_000)],
    ['asterisks', '**'.repeat(200_000)],
    ['open links', '[a](http://'.repeat(50_000)],
    ['open images', '![a]('.repeat(50_000)],
    ['comments', '<!--'.repeat(50_000)],
    ['tags', '<div '.repeat(50_000)],
    ['dollars', '$ '.repeat(100_000)],
    ['backslashes', '\\'.repeat(200_000)],
  ])('%s are read in linear time', (_, text) => {
    expect(read(`${text}市`).blocks).toHaveLength(1);
  });
});
