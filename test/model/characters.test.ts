import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinaryCharacters, recordWords } from '../../pipeline/model/characters.js';

describe('ordinaryCharacters', () => {
  it.each([
    ['2025年6⽉底前', '2025年6月底前'],
    ['市⼤数据局、⻓沙市⻋管所', '市大数据局、长沙市车管所'],
    ['⺠政局⻘年⻬全⻔诊⻅习⻆', '民政局青年齐全门诊见习角'],
    ['︵一︶强化︐优化︒', '（一）强化，优化。'],
    ['責任單位：各區縣政府', '责任单位：各区县政府'],
    ['發展改革委員會關於優化營商環境', '发展改革委员会关于优化营商环境'],
    ['乾县著力瞭望', '乾县著力瞭望'],
  ])('%s', (text, expected) => expect(ordinaryCharacters(text)).toBe(expected));

  it('keeps the length and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = ordinaryCharacters(text);
        expect(once.length).toBe(text.length);
        expect(ordinaryCharacters(once)).toBe(once);
      }),
    );
    const all = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('');
    expect(ordinaryCharacters(ordinaryCharacters(all))).toBe(ordinaryCharacters(all));
  });
});

it('recordWords keeps the width of brackets and gives digits and letters theirs', () => {
  expect(recordWords('（试行）(２０２５版)Ａ⽉')).toBe('（试行）(2025版)A月');
});
