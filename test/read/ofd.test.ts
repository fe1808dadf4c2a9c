import { describe, expect, it } from 'vitest';
import { readDeltas } from '../../pipeline/read/ofd/deltas.js';
import { OpenPackage } from '../../pipeline/read/ofd/open-package.js';
import { readPathData } from '../../pipeline/read/ofd/path-data.js';
import { colourOf } from '../../pipeline/read/ofd/resources.js';
import { lineFrom, type OfdParts, ofd, ofdFile, readOfd, textAt } from './ofd-input.js';

const WORDS = '各单位要加强统筹协调完善工作机制';

/** Characters of the first page: text, left edge and baseline's place in millimetres, size, angle. */
const drawn = async (parts: OfdParts) => {
  const { file } = await OpenPackage.open(ofd(parts));
  const { content } = await file.read(1);
  const millimetres = (points: number): number => Math.round((points * 254) / 72) / 10;
  return content.characters.map(({ text, box, size, angle }) => [
    text,
    millimetres(box.x0),
    millimetres(box.top),
    millimetres(size),
    angle,
  ]);
};

describe('steps between glyphs', () => {
  it.each([
    ['2.1 4.2', [2.1, 4.2]],
    ['2.1167 g 3 4.2333 -80.4', [2.1167, 4.2333, 4.2333, 4.2333, -80.4]],
    ['g 2 1 g 1 3', [1, 1, 3]],
    ['', []],
    [undefined, []],
    ['g x 4 5', [5]],
    ['g 99999999 1', Array(9).fill(1)],
    ['1 2 3 4 5 6 7 8 9 10', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])('%j, nine at most', (value, expected) => {
    expect(readDeltas(value, 9)).toEqual(expected);
  });
});

describe('words that nobody sees', () => {
  const hidden = (attributes: string) =>
    `<TextObject Font="5" Size="5" Boundary="20 60 100 8" ${attributes}><TextCode X="0" Y="6">隐藏</TextCode></TextObject>`;
  const shown =
    '<TextObject Font="5" Size="5" Boundary="20 30 100 8"><TextCode X="0" Y="6">见</TextCode></TextObject>';

  it.each(['Alpha="0"', 'Fill="false"', 'Visible="false"'])(
    'are left out beside others: %s',
    async (attributes) => {
      const words = (await drawn({ pages: [shown + hidden(attributes)] })).map(([word]) => word);
      expect(words).toEqual(['见']);
    },
  );

  it('are kept where they are all that a page has, as over a scan', async () => {
    const words = (await drawn({ pages: [hidden('Alpha="0"')] })).map(([word]) => word);
    expect(words).toEqual(['隐', '藏']);
  });
});

describe('path data', () => {
  it.each([
    ['M 0 0 L 156 0.5 C', [0, 0, 0, 1, 156, 0.5, 4]],
    ['S 1 2 Q 3 4 5 6 B 1 2 3 4 5 6', [0, 1, 2, 3, 3, 4, 5, 6, 2, 1, 2, 3, 4, 5, 6]],
    ['M 0 0 A 5 5 0 1 0 9 8', [0, 0, 0, 2, 9, 8, 9, 8, 9, 8]],
    ['M 0 0 X 1 L 2 2', [0, 0, 0]],
    ['M 0', []],
  ])('%j', (data, expected) => expect(readPathData(data)).toEqual(expected));
});

describe('colours', () => {
  const colour = (Value?: string) =>
    colourOf({ name: 'FillColor', attributes: Value === undefined ? {} : { Value }, children: [] });
  it.each([
    ['255 0 16', '#ff0010'],
    ['#ee #20 #5', '#ee2005'],
    ['128', '#808080'],
    ['0 0 0 255', '#000000'],
    ['', null],
    [undefined, null],
  ])('%j', (value, expected) => expect(colour(value)).toBe(expected));
});

describe('the place of a character', () => {
  it('takes a rare character for one step, and keeps what has no step of its own', async () => {
    // ofd.js 0.2.6 takes 𬭚 for two steps, draws its halves and loses the character behind it.
    const words =
      '<TextObject Font="5" Size="5" Boundary="20 30 100 8"><TextCode X="0" Y="5" DeltaX="5 7">𬭚材厂区</TextCode></TextObject>';
    expect((await drawn({ pages: [words] })).map(([text, x]) => [text, x])).toEqual([
      ['𬭚', 20],
      ['材', 25],
      ['厂', 32],
      ['区', 37],
    ]);
  });

  it('comes from boundary, start and steps', async () => {
    const page =
      '<TextObject Font="5" Size="5" Boundary="20 30 100 8"><TextCode X="1" Y="6" DeltaX="6 g 1 2.5 -8.5" DeltaY="0 0 7">一（1二</TextCode></TextObject>';
    expect(await drawn({ pages: [page] })).toEqual([
      ['一', 21, 31.6, 5, 0],
      ['（', 27, 31.6, 5, 0],
      ['1', 29.5, 31.6, 5, 0],
      ['二', 21, 38.6, 5, 0],
    ]);
  });

  it('is moved by the transform of the object, of a unit and of its user', async () => {
    const resources =
      '<CompositeGraphicUnits><CompositeGraphicUnit ID="7"><Content><TextObject Font="5" Size="1" CTM="10 0 0 10 0 0" Boundary="4 6 9 9"><TextCode X="0" Y="1">一</TextCode></TextObject></Content></CompositeGraphicUnit></CompositeGraphicUnits>';
    const page = '<CompositeObject ResourceID="7" CTM="0.5 0 0 0.5 0 0" Boundary="10 20 50 50"/>';
    expect(await drawn({ pages: [page], resources })).toEqual([['一', 12, 23.6, 5, 0]]);
  });

  it('turns with the text', async () => {
    const turned =
      '<TextObject Font="5" Size="5" CTM="0 1 -1 0 0 0" Boundary="50 30 9 99"><TextCode X="0" Y="0" DeltaX="5">一二</TextCode></TextObject>';
    const down =
      '<TextObject Font="5" Size="5" Boundary="50 30 9 99"><TextCode X="0" Y="5" DeltaY="5">一二</TextCode></TextObject>';
    expect((await drawn({ pages: [turned] })).map(([text, , , , angle]) => [text, angle])).toEqual([
      ['一', 90],
      ['二', 90],
    ]);
    expect((await drawn({ pages: [down] })).map(([, x, y, , angle]) => [x, y, angle])).toEqual([
      [50, 30.6, 90],
      [50, 35.6, 90],
    ]);
  });

  it('goes on from the code before where it has no start of its own', async () => {
    const page =
      '<TextObject Font="5" Size="5" Boundary="20 30 100 8"><TextCode X="3" Y="5">一</TextCode><TextCode X="9">二</TextCode></TextObject>';
    expect((await drawn({ pages: [page] })).map(([text, x, y]) => [text, x, y])).toEqual([
      ['一', 23, 30.6],
      ['二', 29, 30.6],
    ]);
  });
});

describe('glyphs that are no single characters', () => {
  it('keep the characters that they stand for', async () => {
    const page =
      '<TextObject Font="5" Size="5" Boundary="20 30 100 8"><CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><Glyphs>9</Glyphs></CGTransform><CGTransform CodePosition="3" CodeCount="1" GlyphCount="2"><Glyphs>1 2</Glyphs></CGTransform><TextCode X="0" Y="5" DeltaX="5 4 3 2">aflb一</TextCode></TextObject>';
    expect((await drawn({ pages: [page] })).map(([text, x]) => [text, x])).toEqual([
      ['a', 20],
      ['fl', 25],
      ['b', 29],
      ['一', 34],
    ]);
  });

  it('are counted where they stand for none', async () => {
    const { file } = await OpenPackage.open(ofd({ pages: [textAt(20, 30, '一¤\ue001')] }));
    expect(await file.read(1)).toMatchObject({ unmapped: 2 });
  });
});

describe('an OFD file', () => {
  it('gives paragraphs with pages and boxes, page numbers apart', async () => {
    const indented = (y: number, words: string): string => textAt(40, y, words);
    const document = await readOfd(
      ofd({
        pages: [
          textAt(60, 30, '关于加强监管工作的通知', 7) +
            indented(50, WORDS + WORDS.slice(0, 10)) +
            textAt(30, 58, '确保任务落到实处。') +
            textAt(95, 280, '—1—', 4),
          indented(50, `${WORDS}。`) + textAt(95, 280, '—2—', 4),
        ],
      }),
    );
    expect(document.format).toBe('ofd');
    expect(document.source.pages.map((page) => page.number)).toEqual([1, 2]);
    const words = document.blocks.map((block) => [
      block.kind,
      block.page,
      block.spans.map(({ start, end }) => document.source.text.slice(start, end)).join(''),
    ]);
    expect(words).toContainEqual(['paragraph', 1, '关于加强监管工作的通知']);
    expect(words).toContainEqual([
      'paragraph',
      1,
      `${WORDS}${WORDS.slice(0, 10)}确保任务落到实处。`,
    ]);
    expect(words).toContainEqual(['paragraph', 2, `${WORDS}。`]);
    expect(words.filter(([kind]) => kind === 'furniture')).toEqual([
      ['furniture', 1, '—1—'],
      ['furniture', 2, '—2—'],
    ]);
    expect(document.blocks[0]!.box).toMatchObject({ x0: expect.closeTo(170.1, 0) });
    expect(document.warnings).toEqual([]);
  });

  it.each<[string, (x: number, y: number) => string]>([
    ['lines', () => ''],
    [
      'thin rectangles',
      (y0, y1) =>
        `<PathObject Stroke="false" Fill="true" Boundary="30 ${y0} 0.3 ${y1}"><AbbreviatedData>M 0 0 L 0.3 0 L 0.3 ${y1} L 0 ${y1} C</AbbreviatedData></PathObject>`,
    ],
  ])('gives a table ruled by %s', async (_, thin) => {
    const left = thin(50, 20) || lineFrom(30, 50, 30, 70);
    const rulings = [50, 60, 70].map((y) => lineFrom(30, y, 150, y)).join('');
    const columns = [60, 150].map((x) => lineFrom(x, 50, x, 70)).join('');
    const cells =
      textAt(32, 52, '序号') +
      textAt(62, 52, '任务') +
      textAt(32, 62, '1') +
      textAt(62, 62, '完善机制');
    const document = await readOfd(ofd({ pages: [cells], template: rulings + columns + left }));
    const table = document.blocks.find((block) => block.table)!.table!;
    expect(table).toMatchObject({ rows: 2, columns: 2, header_rows: 1, basis: 'ruled' });
    expect(
      table.cells.map(({ spans }) =>
        spans.map(({ start, end }) => document.source.text.slice(start, end)).join(''),
      ),
    ).toEqual(['序号', '任务', '1', '完善机制']);
  });

  it('gives the words of its templates and of notes, not those of watermarks', async () => {
    const annotation = (type: string, words: string): string =>
      `<Annot Type="${type}"><Appearance Boundary="0 100 90 9">${textAt(30, 0, words)}</Appearance></Annot>`;
    const document = await readOfd(
      ofd({
        pages: [textAt(30, 50, WORDS)],
        template: textAt(30, 20, '某市人民政府文件'),
        document: '<Annotations>Annots.xml</Annotations>',
        files: [
          ofdFile(
            'Doc_0/Annots.xml',
            'Annotations',
            '<Page PageID="100"><FileLoc>A.xml</FileLoc></Page>',
          ),
          ofdFile(
            'Doc_0/A.xml',
            'PageAnnot',
            annotation('Stamp', '已阅') + annotation('Watermark', '样张'),
          ),
        ],
      }),
    );
    expect(document.source.text).toBe(`某市人民政府文件\n${WORDS}\n已阅\n`);
  });

  it('lists its signatures without judging them', async () => {
    const document = await readOfd(
      ofd({
        pages: [textAt(30, 50, WORDS)],
        body: '<Signatures>Doc_0/Signs.xml</Signatures>',
        files: [
          ofdFile(
            'Doc_0/Signs.xml',
            'Signatures',
            '<Signature ID="1" BaseLoc="S/1.xml"/><Signature ID="2" BaseLoc="S/2.xml"/>',
          ),
          ofdFile(
            'Doc_0/S/1.xml',
            'Signature',
            '<SignedInfo><Provider ProviderName="seal maker"/><SignatureDateTime>20230510</SignatureDateTime><StampAnnot PageRef="100"/></SignedInfo>',
          ),
        ],
      }),
    );
    expect(document.warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(
        /^signature_not_checked: .*：an electronic seal by seal maker of 20230510$/,
      ),
      expect.stringMatching(/^signature_not_checked: .*：a digital signature$/),
    ]);
  });
});
