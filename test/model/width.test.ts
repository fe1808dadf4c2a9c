import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthNormalized } from '../../pipeline/model/width.js';

describe('widthNormalized', () => {
  it.each([
    ['２０２３年６月１３日', '2023年6月13日'],
    ['（１）　ＡＰＩ', '（1） API'],
    ['(一) 适用对象', '（一） 适用对象'],
    ['责任单位:市商务委,市交通委;', '责任单位：市商务委，市交通委；'],
    ['1,000 家 9:30', '1,000 家 9:30'],
    ['１，０００', '1，000'],
    ['１,０００家，９:３０', '1,000家，9:30'],
    [',1:', '，1：'],
    ['責任單位﹕市發改委:２件', '责任单位：市发改委：2件'],
    ['“企业码”—《办法》、', '“企业码”—《办法》、'],
  ])('%s', (text, expected) => expect(widthNormalized(text)).toBe(expected));

  it('keeps the length and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = widthNormalized(text);
        expect(once.length).toBe(text.length);
        expect(widthNormalized(once)).toBe(once);
      }),
    );
  });

  it('reads a piece as it reads the whole, but for a comma or colon at its ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('１', '(', '市', '％', '　', 'a') }),
        (text) => {
          const middle = text.length >> 1;
          expect(widthNormalized(text.slice(0, middle)) + widthNormalized(text.slice(middle))).toBe(
            widthNormalized(text),
          );
        },
      ),
    );
  });
});
