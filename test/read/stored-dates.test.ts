import { describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/read/index.js';
import { storedDates } from '../../pipeline/read/old-office/stored-dates.js';
import { NO_TOOLS } from '../../pipeline/read/outside-tools.js';
import { docx } from './docx-input.js';

const CONTAINER = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
const wide = (text: string): Buffer =>
  Buffer.concat([CONTAINER, Buffer.alloc(504), Buffer.from(text, 'utf16le')]);
const narrow = (text: string): Buffer =>
  Buffer.concat([CONTAINER, Buffer.alloc(504), Buffer.from(text, 'latin1')]);
const FIELD = '\x13 DATE \\@"yyyy年M月d日" \x142024年3月5日\x15';
const RICH =
  "{\\rtf1\\ansi {\\field{\\*\\fldinst { DATE \\\\@ \"yyyy\"}}{\\fldrslt {2024\\'c4\\'ea3\\u26376?5\\'c8\\'d5}}}\\par}";

describe('what DATE and TIME fields show as an old file was saved', () => {
  it.each<[string, Buffer, string[]]>([
    ['in UTF-16', wide(`印发${FIELD}\r`), ['2024年3月5日']],
    ['in one byte a character', narrow('\x13TIME \\@ "HH:mm"\x1409:30\x15'), ['09:30']],
    ['in rich text', Buffer.from(RICH, 'latin1'), ['2024年3月5日']],
    ['of another kind', wide('\x13 SAVEDATE \x142024年3月5日\x15'), []],
    ['that has no end', wide('\x13 DATE \x142024年3月5日'), []],
  ])('%s', (_, bytes, dates) => {
    expect(storedDates(bytes)).toEqual(dates);
  });
});

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const made = docx(
  `<w:p>${mark('begin')}<w:r><w:instrText> DATE </w:instrText></w:r>${mark('separate')}<w:r><w:t>2026年11月29日</w:t></w:r>${mark('end')}</w:p><w:p><w:r><w:t>各县区</w:t></w:r></w:p>`,
);
const read = (bytes: Uint8Array) =>
  readSource(
    { bytes, name: 'a.doc' },
    { encoding: null },
    { ...NO_TOOLS, modernise: async () => made },
  );

describe('a DATE field that LibreOffice filled anew', () => {
  it('shows what the file held, with a warning', async () => {
    const { source, warnings } = await read(wide(FIELD));
    expect(source.text).toBe('2024年3月5日\n各县区\n');
    expect(warnings.map(({ code }) => code)).toEqual(['date_field_recomputed']);
  });

  it('shows nothing where the file holds nothing that can be read', async () => {
    const { source, warnings } = await read(wide('各县区'));
    expect(source.text).toBe('各县区\n');
    expect(warnings.map(({ code }) => code)).toEqual(['date_field_recomputed']);
  });
});
