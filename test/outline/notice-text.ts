import type { Notice, TextBlock } from '../../pipeline/model/outline.js';
import { Passage } from '../../pipeline/model/passage.js';
import { type Page, SourceText } from '../../pipeline/model/source-text.js';

/** A source whose lines are blocks; `# Page 3:` begins page 3, `|` within a line breaks it in two. */
export function sourceOf(lines: readonly string[]): { source: SourceText; blocks: TextBlock[] } {
  const spans: { start: number; end: number }[] = [];
  const starts: { number: number; start: number }[] = [];
  let text = '';
  for (const line of lines) {
    const page = /^# Page (\d+):$/.exec(line);
    if (page) starts.push({ number: Number(page[1]), start: text.length });
    else spans.push({ start: text.length, end: text.length + line.length });
    text += `${line.replaceAll('|', '\n')}\n`;
  }
  const pages: Page[] = starts.map((page, index) => ({
    ...page,
    end: starts[index + 1]?.start ?? text.length,
  }));
  const source = new SourceText(text, pages);
  const blocks = spans.map((span) => ({
    kind: 'paragraph' as const,
    passage: withoutBreaks(source, span.start, span.end),
    level: null,
    table: null,
  }));
  return { source, blocks };
}

/** A text that is one notice of its own. */
export function noticeOf(lines: readonly string[], heading: Notice['heading'] = null): Notice {
  return { ...sourceOf(lines), offset: 0, page_start: null, page_end: null, heading };
}

function withoutBreaks(source: SourceText, start: number, end: number): Passage {
  const spans: { start: number; end: number }[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && source.text[at] !== '\n') continue;
    spans.push({ start: from, end: at });
    from = at + 1;
  }
  return Passage.of(source, spans);
}
