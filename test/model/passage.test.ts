import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Passage } from '../../pipeline/model/passage.js';
import { type Page, SourceText, type Span } from '../../pipeline/model/source-text.js';

const characters = fc.string({
  unit: fc.constantFrom('市', '（', '）', '1', '２', ' ', '\n', '，', '　', 'Ａ', '\u{20000}'),
  maxLength: 80,
});

/** A text and some stretches of it, ascending and not overlapping, as a reader gives them. */
const textWithSpans = characters.chain((text) =>
  fc
    .uniqueArray(fc.nat({ max: text.length }), { maxLength: 12 })
    .map((cuts): { text: string; spans: Span[] } => {
      const sorted = cuts.sort((a, b) => a - b);
      const spans: Span[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        spans.push({ start: sorted[i]!, end: sorted[i + 1]! });
      }
      return { text, spans };
    }),
);

/** Every character of the passage is the source's character at the offset that it names. */
function expectLeadsBack(passage: Passage): void {
  for (let at = 0; at < passage.length; at++) {
    expect(passage.source.text[passage.sourceOffset(at)]).toBe(passage.text[at]);
  }
}

describe('Passage', () => {
  it('joins stretches and keeps the way back', () => {
    const source = new SourceText('强化\n财税政策\n\n保障');
    const passage = Passage.of(source, [
      { start: 0, end: 2 },
      { start: 3, end: 7 },
      { start: 9, end: 11 },
    ]);
    expect(passage.text).toBe('强化财税政策保障');
    expect(passage.span(1, 3)).toEqual({ start: 1, end: 4 });
    expect(passage.raw(1, 3)).toBe('化\n财');
    expect(passage.at(6, 8)).toEqual({ page: null, start: 9, end: 11 });
    expect(passage.grounding(2, 6)).toEqual({
      raw: '财税政策',
      at: { page: null, start: 3, end: 7 },
    });
  });

  it('leads every character back to the source', () => {
    fc.assert(
      fc.property(textWithSpans, ({ text, spans }) => {
        const passage = Passage.of(new SourceText(text), spans);
        expect(passage.text).toBe(spans.map((s) => text.slice(s.start, s.end)).join(''));
        expectLeadsBack(passage);
      }),
    );
  });

  it('slices as its text does', () => {
    fc.assert(
      fc.property(textWithSpans, fc.nat(90), fc.nat(90), ({ text, spans }, a, b) => {
        const passage = Passage.of(new SourceText(text), spans);
        const start = Math.min(a, passage.length);
        const end = Math.min(b, passage.length);
        const slice = passage.slice(start, end);
        expect(slice.text).toBe(passage.text.slice(start, Math.max(start, end)));
        expectLeadsBack(slice);
        for (let at = 0; at < slice.length; at++) {
          expect(slice.sourceOffset(at)).toBe(passage.sourceOffset(start + at));
        }
      }),
    );
  });

  it('gives the whole back when its pieces are put together', () => {
    fc.assert(
      fc.property(textWithSpans, fc.array(fc.nat(90)), ({ text, spans }, cuts) => {
        const source = new SourceText(text);
        const passage = Passage.of(source, spans);
        const bounds = [0, ...cuts.map((cut) => Math.min(cut, passage.length)), passage.length];
        bounds.sort((a, b) => a - b);
        const pieces = bounds.slice(1).map((end, index) => passage.slice(bounds[index]!, end));
        const whole = Passage.concat(source, pieces);
        expect(whole.text).toBe(passage.text);
        for (let at = 0; at < whole.length; at++) {
          expect(whole.sourceOffset(at)).toBe(passage.sourceOffset(at));
        }
      }),
    );
  });

  it('counts in a part of its source as in the whole', () => {
    fc.assert(
      fc.property(textWithSpans, fc.nat(80), ({ text, spans }, cut) => {
        const source = new SourceText(text);
        const offset = Math.min(cut, spans[0]?.start ?? 0);
        const part = source.part(offset, text.length);
        const passage = Passage.of(source, spans);
        const moved = passage.rebase(part, offset);
        expect(moved.text).toBe(passage.text);
        expectLeadsBack(moved);
        if (moved.length > 0) expect(moved.raw()).toBe(passage.raw());
      }),
    );
  });

  it('quotes what the source holds between its ends', () => {
    fc.assert(
      fc.property(textWithSpans, fc.nat(90), fc.nat(90), ({ text, spans }, a, b) => {
        const passage = Passage.of(new SourceText(text), spans);
        fc.pre(passage.length > 0);
        const start = a % passage.length;
        const end = start + 1 + (b % (passage.length - start));
        const { raw, at } = passage.grounding(start, end);
        expect(text.slice(at.start, at.end)).toBe(raw);
        expect(raw[0]).toBe(passage.text[start]);
        expect(raw.at(-1)).toBe(passage.text[end - 1]);
      }),
    );
  });

  it('trims as its text does, and has a reading of its own length', () => {
    fc.assert(
      fc.property(textWithSpans, ({ text, spans }) => {
        const passage = Passage.of(new SourceText(text), spans);
        expect(passage.trim().text).toBe(passage.text.trim());
        expectLeadsBack(passage.trim());
        expect(passage.reading.length).toBe(passage.text.length);
      }),
    );
  });
});

describe('SourceText', () => {
  const pages: Page[] = [
    { number: 302, start: 2, end: 5 },
    { number: 304, start: 5, end: 9 },
  ];

  it('finds the page that holds an offset', () => {
    const source = new SourceText('0123456789', pages);
    expect([0, 2, 4, 5, 8, 9].map((at) => source.pageAt(at))).toEqual([
      null,
      302,
      302,
      304,
      304,
      null,
    ]);
  });

  it('clips the pages of a part and counts them from it', () => {
    const part = new SourceText('0123456789', pages).part(4, 7);
    expect(part.text).toBe('456');
    expect(part.pages).toEqual([
      { number: 302, start: 0, end: 1 },
      { number: 304, start: 1, end: 3 },
    ]);
  });
});

describe('words', () => {
  const passage = (text: string): Passage =>
    Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);

  it('have “ and ” again where a converter wrote straight marks alone', () => {
    expect(passage('深化"一件事"改革，推广"企业码"。').words).toBe(
      '深化“一件事”改革，推广“企业码”。',
    );
    expect(passage('深化"一件事"改革。').text).toBe('深化"一件事"改革。');
  });

  it('are as printed where the text has marks of both kinds', () => {
    expect(passage('深化"一件事"改革，推广“企业码”。').words).toBe(
      '深化"一件事"改革，推广“企业码”。',
    );
  });
});
