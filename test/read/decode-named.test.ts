import { expect, test } from 'vitest';
import { decodeNamed } from '../../pipeline/read/encoding/decode-named.js';
import { toGbk, toUtf8 } from './encode.js';

const TEXT = '关于做好工作的通知';

test.each([
  ['the first name', toGbk('讣告'), ['gb2312', 'big5'], '讣告'],
  [
    'the second, where the bytes do not fit the first',
    toGbk('讣告'),
    ['euc-jp-2000', 'GBK'],
    '讣告',
  ],
  ['none, where nothing is said', toGbk(TEXT), [null, null], TEXT],
  ['none, where what is said means nothing', toGbk(TEXT), ['utf-8', 'ISO-8859-1'], TEXT],
  ['UTF-8, whatever is said', toUtf8(TEXT), ['gb2312', 'big5'], TEXT],
  ['the mark, whatever is said', toUtf8(`\ufeff${TEXT}`), ['gb2312'], TEXT],
])('bytes are read by %s', (_, bytes, names, text) => {
  expect(decodeNamed(bytes, names).text).toBe(text);
});

test('bytes that fit nothing are refused', () => {
  expect(() => decodeNamed(toGbk('讣告'), [null])).toThrow(/encoding/);
});
