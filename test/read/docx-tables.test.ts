import { describe, expect, it } from 'vitest';
import { blocksOf, cell, docx, paragraph, readDocx, row, table } from './docx-input.js';

const DOWN = '<w:vMerge w:val="restart"/>';
const UP = '<w:vMerge/>';
const HEADER = '<w:tblHeader/>';

describe('a table of a Word document', () => {
  it('has its cells with what they span, words once, tabs and lines between them', async () => {
    const body = table(
      row(['序号', '事项', '单位'].map((head) => cell(head))),
      row([cell('1', DOWN), cell('推进改革'), cell('甲局\n乙局')]),
      row([cell('', UP), cell('合计', '<w:gridSpan w:val="2"/>')]),
    );
    expect(await blocksOf(body)).toEqual([
      [
        'table',
        '3x3 head 1',
        '0,0 序号',
        '0,1 事项',
        '0,2 单位',
        '1,0 2x1 1',
        '1,1 推进改革',
        '1,2 甲局\n乙局',
        '2,1 1x2 合计',
      ],
    ]);
    const { text } = (await readDocx(docx(body))).source;
    expect(text).toBe('序号\t事项\t单位\n1\t推进改革\t甲局\n乙局\n合计\n');
  });

  it('has the columns in which cells begin, whatever its grid', async () => {
    const wide = '<w:gridSpan w:val="3"/>';
    const body = table(
      row([cell('序号'), cell('指标名称', wide)]),
      row([cell('1'), cell('办结率', wide)]),
    );
    expect(await blocksOf(body)).toEqual([
      ['table', '2x2 head 1', '0,0 序号', '0,1 指标名称', '1,0 1', '1,1 办结率'],
    ]);
  });

  it('has the header rows that Word repeats, and the rows that their cells span', async () => {
    const body = table(
      row([cell('甲', DOWN), cell('乙')], HEADER),
      row([cell('', UP), cell('丙')]),
      row([cell('一'), cell('二')]),
    );
    expect(await blocksOf(body)).toEqual([
      ['table', '3x2 head 2', '0,0 2x1 甲', '0,1 乙', '1,1 丙', '2,0 一', '2,1 二'],
    ]);
  });

  it('has header rows by their words, two deep where the upper one spans', async () => {
    const body = table(
      row([
        cell('序号', DOWN),
        cell('服务事项', '<w:gridSpan w:val="2"/>'),
        cell('责任部门', DOWN),
      ]),
      row([cell('', UP), cell('一级分类'), cell('二级分类'), cell('', UP)]),
      row(['1', '政策服务', '政策查询', '经信部门'].map((words) => cell(words))),
    );
    const [found] = (await blocksOf(body)) as string[][];
    expect(found?.[1]).toBe('3x4 head 2');
  });

  it('has no header row where the first row is one of sentences or numbers', async () => {
    const body = table(
      row([cell('一、推进改革。'), cell('甲局')]),
      row([cell('二、优化服务。'), cell('乙局')]),
    );
    const [found] = (await blocksOf(body)) as string[][];
    expect(found?.[1]).toBe('2x2 head 0');
  });

  it('gives titles above its head and notes below it as paragraphs', async () => {
    const full = '<w:gridSpan w:val="2"/>';
    const body = table(
      row([cell('重点任务清单', full)]),
      row([cell('任务'), cell('责任单位')]),
      row([cell('一、提信心', full)]),
      row([cell('推进改革'), cell('甲局')]),
      row([cell('注：加*的为牵头单位', full)]),
    );
    expect(await blocksOf(body)).toEqual([
      ['paragraph', '重点任务清单'],
      [
        'table',
        '3x2 head 1',
        '0,0 任务',
        '0,1 责任单位',
        '1,0 1x2 一、提信心',
        '2,0 推进改革',
        '2,1 甲局',
      ],
      ['paragraph', '注：加*的为牵头单位'],
    ]);
  });

  it('goes on in the next one where nothing stands between and that has no head', async () => {
    const first = table(row([cell('任务'), cell('责任单位')]), row([cell('甲'), cell('甲局')]));
    const second = table(row([cell('乙'), cell('乙局')]));
    expect(await blocksOf(first + second)).toHaveLength(1);
    expect(await blocksOf(first + paragraph('续表') + second)).toHaveLength(3);
    expect(await blocksOf(first + first)).toHaveLength(2);
  });

  it('loses heads that it repeats, whose words are furniture', async () => {
    const head = row([cell('任务'), cell('责任单位')]);
    const body = table(
      head,
      row([cell('甲'), cell('甲局')]),
      head,
      row([cell('乙'), cell('乙局')]),
    );
    expect(await blocksOf(body)).toEqual([
      [
        'table',
        '3x2 head 1',
        '0,0 任务',
        '0,1 责任单位',
        '1,0 甲',
        '1,1 甲局',
        '2,0 乙',
        '2,1 乙局',
      ],
      ['furniture', '任务\t责任单位'],
    ]);
    const { text } = (await readDocx(docx(body))).source;
    expect(text).toBe('任务\t责任单位\n甲\t甲局\n任务\t责任单位\n乙\t乙局\n');
  });

  it('is a frame where each row is one cell: what it holds stands for itself', async () => {
    const inner = table(row([cell('任务'), cell('单位')]), row([cell('甲'), cell('甲局')]));
    const body = table(row([`<w:tc>${paragraph('通知')}${inner}<w:p/></w:tc>`]));
    expect((await blocksOf(body)).map((block) => (block as string[])[0])).toEqual([
      'paragraph',
      'table',
    ]);
  });

  it('holds a table inside a cell as lines', async () => {
    const inner = table(row([cell('甲'), cell('1')]), row([cell('乙'), cell('2')]));
    const body = table(
      row([cell('任务'), cell('数量')]),
      row([cell('推进'), `<w:tc>${inner}${paragraph('共3')}</w:tc>`]),
    );
    const [found] = (await blocksOf(body)) as string[][];
    expect(found?.at(-1)).toBe('1,1 甲\t1\n乙\t2\n共3');
  });

  it('shows rows and cells as changes accepted leave them', async () => {
    const body = table(
      row([cell('任务'), cell('单位')]),
      row([cell('删去'), cell('甲局')], '<w:del/>'),
      row([cell('增加'), cell('不见', '<w:cellDel/>'), cell('乙局')], '<w:ins/>'),
      row([cell('藏起'), cell('丙局')], '<w:hidden/>'),
    );
    const [found] = (await blocksOf(body)) as string[][];
    expect(found).toEqual(['table', '2x2 head 1', '0,0 任务', '0,1 单位', '1,0 增加', '1,1 乙局']);
  });

  it('counts its rows where Word numbers them', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const number = `<w:tc>${paragraph('', '<w:numPr><w:numId w:val="1"/></w:numPr>')}</w:tc>`;
    const body = table(
      row([cell('序号'), cell('任务')]),
      row([number, cell('甲')]),
      row([number, cell('乙')]),
    );
    const [found] = (await blocksOf(body, { numbering })) as string[][];
    expect(found?.slice(4)).toEqual(['1,0 1', '1,1 甲', '2,0 2', '2,1 乙']);
  });

  it('lets no cell go on in one of another width', async () => {
    const body = table(
      row([cell('任务'), cell('甲'), cell('乙')]),
      row([cell('推进', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell('丙')]),
      row([cell('优化', UP), cell('丁'), cell('戊')]),
    );
    const [found] = (await blocksOf(body)) as string[][];
    expect(found?.slice(5)).toEqual(['1,0 1x2 推进', '1,2 丙', '2,0 优化', '2,1 丁', '2,2 戊']);
  });

  it('is read as paragraphs where its grid is beyond measure', async () => {
    const wide = (at: number) => `<w:gridSpan w:val="${at + 1}"/>`;
    const rows = Array.from({ length: 20_000 }, (_, at) =>
      row([cell('甲', wide(at % 250)), cell('乙')]),
    );
    const document = await readDocx(docx(table(...rows)));
    expect(document.warnings.map(({ code }) => code)).toEqual(['table_too_large']);
    expect(document.blocks).toHaveLength(40_000);
  });
});
