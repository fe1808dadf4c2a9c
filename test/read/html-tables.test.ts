import { describe, expect, it } from 'vitest';
import { RUNNING, readHtml, shown } from './html-input.js';

const tableOf = (html: string) =>
  readHtml(`<p>${RUNNING}</p>${html}`).blocks.find((block) => block.table)?.table ?? null;

describe('tables of data', () => {
  it('give their cells with spans, each paragraph a line', () => {
    const document = readHtml(
      `<p>${RUNNING}</p><table border="1"><thead><tr><th>序号</th><th colspan="2">任务</th></tr></thead><tbody><tr><td rowspan="2">1</td><td><p>完善机制</p><p>压实责任</p></td><td>市商务委</td></tr><tr><td>加强保障</td><td>市财政局<br>市税务局</td></tr></tbody></table>`,
    );
    expect(shown(document)[1]).toEqual([
      ['序号', '任务', null],
      ['1', '完善机制¦压实责任', '市商务委'],
      [null, '加强保障', '市财政局¦市税务局'],
    ]);
    expect(document.source.text.split('\n').slice(1, -1)).toEqual([
      ...[
        '序号',
        '任务',
        '1',
        '完善机制',
        '压实责任',
        '市商务委',
        '加强保障',
        '市财政局',
        '市税务局',
      ],
    ]);
    expect(document.blocks[1]!.table).toMatchObject({ header_rows: 1, basis: 'markup' });
  });

  it.each<[string, string, number]>([
    ['a thead', '<thead><tr><th>甲<th>乙<tr><th>丙<th>丁</thead><tr><td>1<td>2', 2],
    ['rows of th', '<tr><th>甲<th>乙<tr><td>1<td>2', 1],
    [
      'heads that notices use',
      '<tr><td rowspan=2>序号<td colspan=2>责任单位<tr><td>牵头单位<td>配合单位<tr><td>1<td>甲局<td>乙局',
      2,
    ],
    ['nothing', '<tr><td>1<td>完善政策体系，加强统筹协调。<tr><td>2<td>加强保障。', 0],
  ])('know the rows that name the columns by %s', (_, rows, expected) => {
    expect(tableOf(`<table border=1>${rows}</table>`)?.header_rows).toBe(expected);
  });

  it('set a title row and a note apart', () => {
    expect(
      shown(
        readHtml(
          `<p>${RUNNING}</p><table border=1><tr><td colspan=2>附表：任务清单</td></tr><tr><td>序号<td>任务</tr><tr><td>1<td>完善机制</tr><tr><td colspan=2>注：排名不分先后</td></tr></table>`,
        ),
      ).slice(1),
    ).toEqual([
      'paragraph: 附表：任务清单',
      [
        ['序号', '任务'],
        ['1', '完善机制'],
      ],
      'paragraph: 注：排名不分先后',
    ]);
  });

  it('bound the spans that a cell claims', () => {
    expect(
      tableOf('<table border=1><tr><th rowspan=0>甲<th colspan=0>乙<tr><td>1<tr><td>2</table>'),
    ).toMatchObject({ rows: 3, columns: 2, header_rows: 1 });
    expect(
      tableOf(`<table border=1>${'<tr><td colspan=1000>甲<td colspan=1500>乙'.repeat(9)}`),
    ).toMatchObject({ rows: 9, columns: 2 });
    expect(
      tableOf(`<table border=1><tr>${'<td colspan=1000>甲'.repeat(9)}<tr><td>1<td>2`),
    ).toBeNull();
  });
});

describe('tables that lay out a page', () => {
  it.each<[string, string]>([
    ['one cell', `<table border=1><tr><td><p>${RUNNING}</p><p>一、目标</p></td></tr></table>`],
    [
      'a column beside the article',
      `<table><tr><td><p>${RUNNING}</p><p>一、目标</p></td><td><a href="/a">相关新闻</a></td></tr></table>`,
    ],
    [
      'tables in tables',
      `<table><tr><td><table><tr><td><a href="/">首页</a></td><td></td></tr></table></td></tr><tr><td>&nbsp;<table><tr><td><p>${RUNNING}</p><p>一、目标</p></td></tr></table></td></tr></table>`,
    ],
    [
      'rows of one cell',
      `<table><tr><td>　　${RUNNING}</td></tr><tr><td></td></tr><tr><td>一、目标</td></tr></table>`,
    ],
  ])('are read as text: %s', (_, html) => {
    expect(shown(readHtml(html))).toEqual([`paragraph: ${RUNNING}`, 'paragraph: 一、目标']);
  });

  it('give the table of data that they hold', () => {
    const table =
      '<table style="border-collapse:collapse"><tr><td style="border:solid windowtext 1.0pt">序号</td><td style="border:solid 1pt">任务</td></tr><tr><td style="border:1px solid">1</td><td style="border:1px solid #000">完善机制</td></tr></table>';
    expect(
      shown(readHtml(`<table border=0><tr><td><p>${RUNNING}</p>${table}</td></tr></table>`)),
    ).toEqual([
      `paragraph: ${RUNNING}`,
      [
        ['序号', '任务'],
        ['1', '完善机制'],
      ],
    ]);
  });
});

describe('tables that pages cut', () => {
  const head = '<tr><th>类别</th><th>事项</th><th>责任部门</th></tr>';
  const table = (rows: string): string => `<table border="1">${head}${rows}</table>`;

  it('are one, with a merged cell that goes on', () => {
    const html = `<p>${RUNNING}</p>${table('<tr><td rowspan=2>服务</td><td>1.招引</td><td>市人社局</td></tr><tr><td>2.培训</td><td>市人社局</td></tr>')}<p>备注：可以细化。</p>${table('<tr><td rowspan=2></td><td>3.保障</td><td>市总工会</td></tr><tr><td>4.关怀</td><td>市教育局</td></tr>')}`;
    const document = readHtml(html);
    expect(shown(document)).toEqual([
      `paragraph: ${RUNNING}`,
      [
        ['类别', '事项', '责任部门'],
        ['服务', '1.招引', '市人社局'],
        [null, '2.培训', '市人社局'],
        [null, '3.保障', '市总工会'],
        [null, '4.关怀', '市教育局'],
      ],
      'paragraph: 备注：可以细化。',
    ]);
    expect(document.blocks[1]!.table!.cells[3]).toMatchObject({ row: 1, row_span: 4 });
  });

  it('are one where a row goes on: its groups once more, its numbers and lists further', () => {
    const html = `<p>${RUNNING}</p>${table('<tr><td>融资</td><td>1.咨询服务 2.指导服务</td><td>人行省分行、省金融监管局、省自然</td></tr>')}${table('<tr><td>融资</td><td>3.数字支付</td><td>资源厅等</td></tr><tr><td>贸易</td><td>1.通关</td><td>海关</td></tr>')}`;
    expect(shown(readHtml(html))[1]).toEqual([
      ['类别', '事项', '责任部门'],
      ['融资', '1.咨询服务 2.指导服务¦3.数字支付', '人行省分行、省金融监管局、省自然资源厅等'],
      [null, null, null],
      ['贸易', '1.通关', '海关'],
    ]);
  });

  it('stay two where words stand between or the heads differ', () => {
    const one = table('<tr><td>服务</td><td>招引</td><td>市人社局</td></tr>');
    const other = one.replace('责任部门', '完成时限');
    expect(
      readHtml(`<p>${RUNNING}</p>${one}<p>附表2</p><p>${RUNNING}</p>${one}`).blocks.filter(
        (block) => block.table,
      ),
    ).toHaveLength(2);
    expect(
      readHtml(`<p>${RUNNING}</p>${one}${other}`).blocks.filter((block) => block.table),
    ).toHaveLength(2);
  });
});
