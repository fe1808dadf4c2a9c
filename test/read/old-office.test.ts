import { describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/read/index.js';
import { NO_TOOLS } from '../../pipeline/read/outside-tools.js';
import { docx, paragraph } from './docx-input.js';
import { rowOf, xlsx } from './xlsx-input.js';

const CONTAINER = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
const container = (stream: string): Buffer =>
  Buffer.concat([CONTAINER, Buffer.alloc(1024), Buffer.from(`${stream}\0`, 'utf16le')]);
const RTF = Buffer.from('{\\rtf1\\ansi a}');

const read = (bytes: Uint8Array, made?: Uint8Array) => {
  const modernise = made === undefined ? null : async () => made;
  return readSource({ bytes, name: 'old.doc' }, { encoding: null }, { ...NO_TOOLS, modernise });
};

describe('an old office file', () => {
  it.each<[string, Buffer, string]>([
    ['DOC', container('WordDocument'), '(DOC or WPS)'],
    ['XLS', container('Workbook'), '(XLS)'],
    ['XLS named in capitals', container('WORKBOOK'), '(XLS)'],
    ['RTF', RTF, '(RTF)'],
  ])('%s needs LibreOffice', async (_, bytes, kind) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'needs_libreoffice',
      message: expect.stringContaining(kind),
    });
    await expect(read(bytes)).rejects.toThrow('Install LibreOffice');
  });

  it('is read as what LibreOffice makes of it', async () => {
    const text = await read(container('WordDocument'), docx(paragraph('各有关单位：')));
    expect([text.format, text.source.text]).toEqual(['docx', '各有关单位：\n']);
    const sheet = await read(container('Book'), xlsx([{ name: 'a', rows: rowOf(1, ['甲']) }]));
    expect([sheet.format, sheet.source.text]).toEqual(['xlsx', '甲\n']);
  });

  it('is refused where LibreOffice makes nothing of it', async () => {
    await expect(read(RTF, RTF)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('is refused where a password locks it', async () => {
    const locked = container('EncryptedPackage');
    await expect(read(locked)).rejects.toMatchObject({ code: 'encrypted' });
  });
});
