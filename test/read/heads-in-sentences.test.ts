import { describe, expect, it } from 'vitest';
import { headsInSentences } from '../../pipeline/read/text/heads-in-sentences.js';
import { textLines } from '../../pipeline/read/text/lines.js';

const found = (text: string): string[] =>
  headsInSentences(text, textLines(text)).map(({ start, end }) => text.slice(start, end));

const OPEN = '二、促进家电消费。开展以旧换新活动，';
const GOES_ON = '补贴家电1万台。';

describe('headings of Markdown that are heads of pages', () => {
  it('come again, whatever the order of their words and the number of the page, and once in the midst of a sentence', () => {
    const text = `# 某市若干措施\n一、促进汽车消费。\n# 某市公报 2024年第3期\n${OPEN}\n# 2024年第3期 某市公报\n${GOES_ON}\n# 某市公报 2024年第3期 · 12\n三、促进文旅消费。`;
    expect(found(text)).toEqual([
      '# 某市公报 2024年第3期',
      '# 2024年第3期 某市公报',
      '# 某市公报 2024年第3期 · 12',
    ]);
  });

  it('stay where they are the title, or bear a label, the first time', () => {
    const again = (head: string): string => `# ${head}\n${OPEN}\n# ${head}\n${GOES_ON}`;
    expect(found(again('某市若干措施'))).toEqual(['# 某市若干措施']);
    expect(found(`某市措施\n${again('第二章 主要任务')}`)).toEqual(['# 第二章 主要任务']);
  });

  it('are none where no sentence goes on behind one', () => {
    expect(
      found(
        `# 甲县\n一、推进。\n# 重点任务\n${GOES_ON}\n# 乙县\n一、推进。\n# 重点任务\n${GOES_ON}`,
      ),
    ).toEqual([]);
  });
});
