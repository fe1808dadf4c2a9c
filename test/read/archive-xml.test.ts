import { describe, expect, it } from 'vitest';
import { readXml, readXmlParts } from '../../pipeline/read/xml/read-xml.js';
import { childOf, childrenOf, descend, wordsOf } from '../../pipeline/read/xml/xml-element.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const options = { namespaces: { [WORD]: 'w', 'urn:plain': '' }, path: 'word/document.xml' };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readXml(bytes(text), options);

describe('XML', () => {
  it('is named by the known prefix, whatever the file calls it', () => {
    const root = read(`<x:a xmlns:x="${WORD}" x:b="1" c="2"><d/><x:e/></x:a>`);
    expect(root).toEqual({
      name: 'w:a',
      attributes: { 'w:b': '1', c: '2' },
      children: [
        { name: 'd', attributes: {}, children: [] },
        { name: 'w:e', attributes: {}, children: [] },
      ],
    });
  });

  it('takes default namespaces, also the one of plain names, and ends them with their element', () => {
    const root = read(`<a xmlns="${WORD}"><b xmlns="urn:plain"/><c xmlns="urn:other"/><d/></a>`);
    expect([root, ...childrenOf(root)].map(({ name }) => name)).toEqual(['w:a', 'b', '?:c', 'w:d']);
  });

  it('keeps white space only where it is all that an element holds', () => {
    const root = read('<a>\n <t> </t>\n<t>二<b/> 三</t></a>');
    expect(childrenOf(root, 't').map(wordsOf)).toEqual([' ', '二 三']);
    expect(root.children.length).toBe(2);
  });

  it('is found by going down', () => {
    const root = read('<a><b/><b><c/></b><d>丁</d></a>');
    expect(descend(root, 'b', 'c')).toBeNull();
    expect(childOf(root, 'd')?.children).toEqual(['丁']);
    expect(childOf(null, 'd')).toBeNull();
  });

  it('passes over what is to be left out', () => {
    const leaveOut = new Set(['look']);
    const root = readXml(bytes('<a>甲<look x="1">乙<look/>丙</look>丁<b/></a>'), {
      ...options,
      leaveOut,
    });
    expect(wordsOf(root)).toBe('甲丁');
    expect(childrenOf(root)).toHaveLength(1);
    const deep = '<look>'.repeat(10_000);
    expect(() => readXml(bytes(deep), { ...options, leaveOut })).toThrow('nested');
  });

  it.each([
    ['UTF-16LE', Buffer.from('\ufeff<a>乙</a>', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeff<a>乙</a>', 'utf16le').swap16()],
    ['UTF-8 with a mark', bytes('\ufeff<a>乙</a>')],
    ['GBK', Buffer.from('<?xml version="1.0" encoding="GBK"?><a>\xd2\xd2</a>', 'latin1')],
  ])('is decoded from %s', (_, encoded) => {
    expect(wordsOf(readXml(encoded, options))).toBe('乙');
  });

  it('is decoded with the four-byte characters of GB18030 where it says GBK', () => {
    const encoded = Buffer.from(
      '<?xml version="1.0" encoding="GBK"?><a>\x81\x39\xef\x31\xd2\xd2</a>',
      'latin1',
    );
    expect(wordsOf(readXml(encoded, options))).toBe('㐂乙');
  });

  it.each([
    ['in one piece', 100],
    ['in pieces that part characters', 7],
  ])(
    'gives parts one by one, the outermost of their names, of bytes that come %s',
    async (_, size) => {
      const whole = bytes('<r><b><p>一<p>二</p></p></b><p>三</p></r>');
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size));
      const found: [string, string | null][] = [];
      await readXmlParts(chunks, options, new Set(['p']), (part, parent) =>
        found.push([wordsOf(part), parent]),
      );
      expect(found).toEqual([
        ['一二', 'b'],
        ['三', 'r'],
      ]);
    },
  );

  it('holds no more elements at once than it may, however many there are', async () => {
    const parts = new Set(['p']);
    const many = '<p><q/></p>'.repeat(100);
    const count = (text: string, mostElements: number, names?: ReadonlySet<string>) =>
      readXmlParts([bytes(text)], { ...options, mostElements }, names);
    await expect(count(`<a>${many}</a>`, 10, parts)).resolves.toMatchObject({ name: 'a' });
    await expect(count(`<a>${many}</a>`, 200)).rejects.toMatchObject({ code: 'too_complex' });
    await expect(count(`<a><p>${many}</p></a>`, 200, parts)).rejects.toThrow('over 200 elements');
  });

  it.each([
    ['damaged', '<a><b></a>'],
    ['damaged', '<a>'],
    ['damaged', ''],
    ['damaged', '<a>&nbsp;</a>'],
    ['too_complex', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['too_complex', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['too_complex', '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
    ['too_complex', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
  ])('is refused as %s: %s', (code, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'ReadError', code }));
  });
});
