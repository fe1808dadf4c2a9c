import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/read/index.js';
import { findLibreOffice, libreOffice } from '../../workers/outside-tools/libreoffice.js';
import { makeToolFolder, removeToolFolders } from '../../workers/outside-tools/tool-folders.js';

const RTF = Buffer.from('{\\rtf1 a}');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongwen-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A command that does what the shell lines say; `$out` is the folder that it is to write into. */
function command(...lines: readonly string[]): string {
  const path = join(folder, 'soffice');
  const out = 'while [ "$1" != --outdir ]; do shift; done; out=$2; input=$3; mkdir -p "$out"';
  writeFileSync(path, ['#!/bin/sh', out, ...lines].join('\n'));
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('LibreOffice', () => {
  it('is found on the search path', () => {
    const path = command();
    expect(findLibreOffice(`/nowhere::${folder}`)).toBe(path);
  });

  it('gives what it makes of the file, in a folder of its own that is removed', async () => {
    const seen = join(folder, 'seen');
    const path = command(`cat "$input" > "$out/input.docx"; echo "$HOME" > ${seen}`);
    const made = await libreOffice(path)(RTF, 'old.rtf');
    expect(made.toString()).toBe('{\\rtf1 a}');
    const home = readFileSync(seen, 'utf8').trim();
    expect(home).toContain('gongwen-office-');
    expect(existsSync(home)).toBe(false);
  });

  it.each<[string, readonly string[], string]>([
    ['makes no file', ['exit 0'], 'it made no file'],
    ['fails', ['exit 3'], 'status 3'],
    ['takes too long', ['sleep 60 & sleep 60'], 'longer than 0.3 s'],
  ])('gives a reject where it %s', async (_, lines, says) => {
    const converted = libreOffice(command(...lines), 300)(RTF, 'old.rtf');
    await expect(converted).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(says),
    });
  });

  it('leaves no folder behind of a process that was killed', async () => {
    const made = await makeToolFolder();
    removeToolFolders(process.pid + 1);
    expect(existsSync(made)).toBe(true);
    removeToolFolders(process.pid);
    expect(existsSync(made)).toBe(false);
  });

  it('gives a reject where the command is gone', async () => {
    const converted = libreOffice(join(folder, 'none'))(RTF, 'old.rtf');
    await expect(converted).rejects.toMatchObject({ code: 'damaged' });
  });
});

const installed = findLibreOffice();
/** Its part for texts; a LibreOffice of Calc alone makes nothing of them. */
const hasWriter =
  installed !== null &&
  ['libswlo.so', '../Frameworks/libswlo.dylib', 'swlo.dll'].some((part) =>
    existsSync(join(dirname(realpathSync(installed)), part)),
  );
const faketime = (process.env.PATH ?? '')
  .split(delimiter)
  .map((place) => join(place, 'faketime'))
  .find((path) => existsSync(path));

describe('LibreOffice of this machine', () => {
  it('makes a DOCX of a Word 97 file', { timeout: 60_000 }, async (context) => {
    if (!hasWriter) context.skip('LibreOffice Writer is not installed (libreoffice-writer-nogui)');
    const bytes = readFileSync('test/fixtures/rendered/003.doc');
    const tools = { recognise: null, modernise: libreOffice(installed!) };
    const document = await readSource({ bytes, name: '003.doc' }, { encoding: null }, tools);
    expect(document.format).toBe('docx');
    expect(document.source.text).toContain('关于严格规范涉企行政检查的实施方案');
  });

  it('gives the date that a file holds on whatever day', { timeout: 200_000 }, async (context) => {
    if (!hasWriter) context.skip('LibreOffice Writer is not installed (libreoffice-writer-nogui)');
    if (faketime === undefined) context.skip('faketime is not installed');
    const field =
      "{\\field{\\*\\fldinst { DATE \\\\@ \"yyyy'\\u24180?'M'\\u26376?'d'\\u26085?'\" }}{\\fldrslt {2024\\u24180?3\\u26376?5\\u26085?}}}";
    const bytes = Buffer.from(`{\\rtf1\\ansi ${field}\\par}`);
    for (const day of ['2025-01-02', '2031-07-08']) {
      const path = command();
      writeFileSync(path, `#!/bin/sh\nexec ${faketime} '${day} 10:00:00' ${installed} "$@"\n`);
      const tools = { recognise: null, modernise: libreOffice(path) };
      const document = await readSource({ bytes, name: 'a.rtf' }, { encoding: null }, tools);
      expect(document.source.text).toBe('2024年3月5日\n');
      expect(document.warnings.map(({ code }) => code)).toEqual(['date_field_recomputed']);
    }
  });
});
