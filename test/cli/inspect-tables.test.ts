import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';

const inspect = (...args: string[]): Promise<Ran> =>
  runScript('cli/main.ts', ['inspect', 'tables', ...args]);

const PAGE = `<!DOCTYPE html><html><body><h1>重点任务清单</h1><table>
<tr><th>序号</th><th>重点任务</th><th>责任单位</th></tr>
<tr><td>1</td><td rowspan="2">强化用能保障</td><td>市发展改革委</td></tr>
<tr><td>2</td><td>市经信局</td></tr></table></body></html>`;

/** A page of PDF with a grid of two rows and two columns of digits, and a page number. */
const PDF_PAGE = [
  '0.5 w 100 700 200 40 re 100 720 m 300 720 l 200 700 m 200 740 l S',
  'BT /F 12 Tf 110 725 Td (1) Tj ET',
  'BT /F 12 Tf 210 725 Td (20) Tj ET',
  'BT /F 12 Tf 110 705 Td (3) Tj ET',
  'BT /F 12 Tf 290 50 Td (- 9 -) Tj ET',
].join('\n');

function pdf(): string {
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${PDF_PAGE.length}>>stream\n${PDF_PAGE}\nendstream endobj`,
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R/Size 6>>',
    '%%EOF',
  ].join('\n');
}

describe('inspect tables', () => {
  test('prints cells by place, null where a merged cell covers one', async () => {
    const folder = folderOf({ 'list.html': PAGE });
    const { status, stdout } = await inspect(join(folder, 'list.html'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      tables: [
        {
          page: null,
          rows: [
            ['序号', '重点任务', '责任单位'],
            ['1', '强化用能保障', '市发展改革委'],
            ['2', null, '市经信局'],
          ],
        },
      ],
    });
  });

  test('counts pages in the file, whatever is printed on them', async () => {
    const file = join(folderOf({ 'a.pdf': pdf() }), 'a.pdf');
    const tables = [
      {
        page: 1,
        rows: [
          ['1', '20'],
          ['3', ''],
        ],
      },
    ];
    expect(JSON.parse((await inspect(file)).stdout)).toEqual({ tables });
    expect(JSON.parse((await inspect(file, '--page', '1')).stdout)).toEqual({ tables });
    expect(JSON.parse((await inspect(file, '--page', '2')).stdout)).toEqual({ tables: [] });
  });

  test('says what is wrong with a file', async () => {
    const folder = folderOf({ 'empty.pdf': '' });
    expect(await inspect(join(folder, 'empty.pdf'))).toMatchObject({ status: 1, stdout: '' });
    const missing = await inspect(join(folder, 'none.pdf'));
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toContain('ENOENT');
  });
});
