import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadError, readTextSource } from '../../pipeline/read/index.js';
import { GBK_CHARACTERS, joined, toBig5, toGbk, toUtf8, toUtf16 } from './encode.js';

const NOTICE =
  '上海市商务委员会关于印发《若干措施》的通知\n沪商自贸〔2023〕132号\n一、进一步压缩口岸整体通关时间。（责任单位：市商务委、上海海关）\n';

const read = (bytes: Uint8Array, encoding: string | null = null) =>
  readTextSource({ bytes, name: 'notice.txt' }, { encoding });

/** The code with which the bytes are refused, or null where they are read. */
function refusal(bytes: Uint8Array, encoding: string | null = null): string | null {
  try {
    read(bytes, encoding);
    return null;
  } catch (error) {
    return (error as ReadError).code;
  }
}

describe('encodings that are detected', () => {
  it.each([
    ['UTF-8', toUtf8(NOTICE)],
    ['UTF-8 with a byte order mark', joined([0xef, 0xbb, 0xbf], toUtf8(NOTICE))],
    ['UTF-16LE with a byte order mark', joined([0xff, 0xfe], toUtf16(NOTICE, 'le'))],
    ['UTF-16BE with a byte order mark', joined([0xfe, 0xff], toUtf16(NOTICE, 'be'))],
    ['UTF-16LE by its NULs', toUtf16(NOTICE, 'le')],
    ['UTF-16BE by its NULs', toUtf16(NOTICE, 'be')],
    ['GBK', toGbk(NOTICE)],
    ['CRLF', toUtf8(NOTICE.replaceAll('\n', '\r\n'))],
    ['lone CR', toUtf8(NOTICE.replaceAll('\n', '\r'))],
  ])('%s', (_, bytes) => {
    const document = read(bytes);
    expect(document.source.text).toBe(NOTICE);
    expect(document.warnings).toEqual([]);
  });

  it('reads a whole sample the same from GBK and UTF-16', () => {
    const bytes = readFileSync(new URL('../../samples/003_c4e5ca01fbf6fd27.txt', import.meta.url));
    const text = read(bytes).source.text;
    expect(text).toBe(bytes.toString('utf8'));
    expect(read(toGbk(text)).source.text).toBe(text);
    expect(read(toUtf16(text, 'be')).source.text).toBe(text);
  });

  it('reads Big5, whose pairs GB18030 takes for rare characters', () => {
    const text =
      '市商務委員會關於印發《若干措施》的通知\n一、進一步壓縮口岸整體通關時間，2023年6月底前完成。（責任單位：市商務委、海關）\n';
    expect(read(toBig5(text)).source.text).toBe(text);
    expect(read(toBig5('關於做好工作的通知')).source.text).toBe('關於做好工作的通知');
    // The same pairs in GB18030: what reads like Chinese there stays so.
    expect(read(toGbk(text)).source.text).toBe(text);
  });

  it('reads a character that takes four bytes in GB18030', () => {
    // 㐂 (U+3402) is 81 39 EF 31; the name of a place may hold such a character.
    const bytes = joined(toGbk('关于在'), [0x81, 0x39, 0xef, 0x31], toGbk('镇开展工作的通知'));
    expect(read(bytes).source.text).toBe('关于在㐂镇开展工作的通知');
  });

  it('leaves Unicode forms as they are', () => {
    const text = 'e\u0301 ２０２３年\u3000ﬁ 的\n';
    expect(read(toUtf8(text)).source.text).toBe(text);
  });
});

describe('encodings that are forced', () => {
  it.each([
    ['gb18030', toGbk(NOTICE)],
    ['GBK', toGbk(NOTICE)],
    ['utf8', toUtf8(NOTICE)],
    ['utf-16be', toUtf16(NOTICE, 'be')],
    ['utf-16le', toUtf16('通知', 'le')],
  ])('%s', (label, bytes) => {
    expect(read(bytes, label).source.text).toBe(new TextDecoder(label).decode(bytes));
  });

  // Node 20.20.2: `gbk` knows no four-byte characters (81 39 EF 31 is 㐂) and has a private one for
  // A2 E3; the Encoding Standard gives GBK the decoder of GB18030.
  it.each(['gbk', 'gb2312', 'x-gbk', 'GB_2312-80'])('%s is read as GB18030', (label) => {
    const bytes = joined(
      toGbk('关于在'),
      [0x81, 0x39, 0xef, 0x31],
      toGbk('镇投资'),
      [0xa2, 0xe3],
      toGbk('100万的通知'),
    );
    expect(read(bytes, label).source.text).toBe('关于在㐂镇投资€100万的通知');
    expect(read(bytes, label).warnings).toEqual([]);
  });

  it.each([
    ['UTF-8 on GBK', toGbk(NOTICE), 'utf-8', 'bad_encoding'],
    ['GB18030 on UTF-8', toUtf8(NOTICE), 'gb18030', 'bad_encoding'],
    ['GBK on UTF-8 that GBK could read', toUtf8('一二'), 'gbk', 'bad_encoding'],
    ['UTF-16 on UTF-8', toUtf8(`${NOTICE} `), 'utf-16le', 'bad_encoding'],
    ['UTF-16 on ASCII', toUtf8('plan'), 'utf-16le', 'bad_encoding'],
    [
      'UTF-16LE on a mark of UTF-16BE',
      joined([0xfe, 0xff], toUtf16('通知', 'be')),
      'utf-16le',
      'bad_encoding',
    ],
    ['no encoding of that name', toUtf8(NOTICE), 'utf-9', 'unknown_encoding'],
    ['an empty name', toUtf8(NOTICE), '', 'unknown_encoding'],
  ])('%s is refused', (_, bytes, label, code) => expect(refusal(bytes, label)).toBe(code));
});

describe('bytes that are no text', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['white space', toUtf8(' \n\u3000\n\f'), 'empty'],
    ['a byte order mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty'],
    ['NULs on both sides', Uint8Array.of(0x41, 0, 0, 0x42, 0, 0), 'binary'],
    ['a NUL in UTF-8', toUtf8('通知\0通知'), 'binary'],
    ['a NUL character in UTF-16', toUtf16('通知\0通知\n', 'le'), 'binary'],
    ['control characters', toUtf8('\x01\x02通知\x03'), 'binary'],
    [
      'rare pairs of Big5 alone',
      Uint8Array.from({ length: 400 }, (_, i) => (i % 2 ? 0x40 + (i % 60) : 0xc9 + (i % 30))),
      'bad_encoding',
    ],
    [
      'Latin-1',
      Uint8Array.from(Buffer.from('Procédure générale à l’école été', 'latin1')),
      'bad_encoding',
    ],
    ['one bad byte in a short text', joined(toUtf8('关于印发的通知'), [0xff]), 'bad_encoding'],
    ['a lone surrogate', joined([0xff, 0xfe], toUtf16('通\ud800知', 'le')), 'bad_encoding'],
    ['a surrogate in UTF-8', joined(toUtf8('的通知'), [0xed, 0xa0, 0x80]), 'bad_encoding'],
  ])('%s', (_, bytes, code) => expect(refusal(bytes)).toBe(code));

  it('lets a few bad bytes in a long text pass, each with its place', () => {
    const before = '为深入贯彻落实的部署。\n'.repeat(100);
    const document = read(joined(toUtf8(before), [0xff], toUtf8(`通知\n${before}`)));
    expect(document.source.text).toBe(`${before}\ufffd通知\n${before}`);
    expect(document.warnings).toEqual([
      {
        code: 'bad_bytes',
        message: expect.stringMatching(/U\+FFFD.*：utf-8$/),
        at: { page: null, start: before.length, end: before.length + 1 },
      },
    ]);
  });

  it('says where characters were lost before', () => {
    const document = read(toUtf8('关于印发\ufffd的通知'));
    expect(document.warnings.map((warning) => warning.code)).toEqual(['replacement_character']);
  });

  it('lets a stray control character in a long text pass', () => {
    expect(refusal(toUtf8(`${NOTICE.repeat(20)}\x07`))).toBeNull();
  });
});

describe('round trips', () => {
  const line = fc.string({ unit: fc.constantFrom(...'的一是在市、，。（）1２ \n'), minLength: 1 });

  it('gives the text back from every encoding', () => {
    fc.assert(
      fc.property(line, (text) => {
        fc.pre(text.trim() !== '');
        const all = [
          toUtf8(text),
          joined([0xef, 0xbb, 0xbf], toUtf8(text)),
          joined([0xff, 0xfe], toUtf16(text, 'le')),
          joined([0xfe, 0xff], toUtf16(text, 'be')),
        ];
        for (const bytes of all) expect(read(bytes).source.text).toBe(text);
        expect(read(toGbk(text), 'gb18030').source.text).toBe(text);
      }),
    );
  });

  it('detects GBK in any Chinese sentence with usual words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...GBK_CHARACTERS.filter((c) => c >= '一' && c <= '龥')), {
          maxLength: 8,
        }),
        (rare) => {
          const text = `市政府关于在${rare.join('')}开展工作的通知`;
          expect(read(toGbk(text)).source.text).toBe(text);
        },
      ),
    );
  });

  it('reads or refuses any bytes, and never throws anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([null, 'empty', 'binary', 'bad_encoding', 'unsupported_format']).toContain(
          refusal(bytes),
        );
      }),
    );
  });
});
