import { describe, expect, it } from 'vitest';
import { blocksOf, docx, paragraph, readDocx, run } from './docx-input.js';

const words = async (body: string, parts = {}) =>
  (await blocksOf(body, parts)).map((block) => (block as string[])[1]);

const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a Word document', () => {
  it('gives paragraphs and headings, and no pages', async () => {
    const document = await readDocx(
      docx(paragraph('总体要求', '<w:outlineLvl w:val="0"/>') + paragraph('各有关单位：')),
    );
    expect(document.format).toBe('docx');
    expect(document.source.text).toBe('总体要求\n各有关单位：\n');
    expect(document.source.pages).toEqual([]);
    expect(document.blocks).toMatchObject([
      { kind: 'heading', level: 1, spans: [{ start: 0, end: 4 }], page: null },
      { kind: 'paragraph', level: null, spans: [{ start: 5, end: 11 }] },
    ]);
  });

  it('takes the level of headings from styles by name or outline, and those they build on', async () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="b"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/></w:style>',
    ].join('');
    const body = ['1', 'a', 'b', 'c', 'none']
      .map((style) => paragraph('题', `<w:pStyle w:val="${style}"/>`))
      .join('');
    const plain = paragraph('题', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>');
    expect(
      (await blocksOf(body + plain, { styles })).map((block) => (block as string[])[0]),
    ).toEqual(['heading 1', 'heading 1', 'heading 3', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('joins runs, and shows tabs, breaks, hyphens and signs', async () => {
    const inside =
      run('2023') +
      run('年') +
      '<w:r><w:tab/><w:softHyphen/><w:noBreakHyphen/></w:r>' +
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' +
      '<w:r><w:sym w:font="Wingdings 2" w:char="F081"/></w:r>' +
      '<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>' +
      '<w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    const document = await readDocx(docx(paragraph(inside)));
    expect(document.source.text).toBe('2023年\t-☑≥链接音\n');
    expect(document.warnings.map(({ code }) => code)).toEqual(['symbols_left_out']);
  });

  it('leaves out what is struck through, and says so', async () => {
    const body =
      run('完成时限：') +
      run('2024年底前', '<w:strike/>') +
      run('甲局', '<w:dstrike/>') +
      run('2025年底前', '<w:strike w:val="0"/>');
    const document = await readDocx(docx(paragraph(body)));
    expect(document.source.text).toBe('完成时限：2025年底前\n');
    expect(document.warnings).toMatchObject([
      { code: 'struck_text_left_out', message: expect.stringMatching(/：2$/) },
    ]);
  });

  it('leaves out what a content control shows that nobody has filled', async () => {
    const control = (properties: string, words: string) =>
      `<w:sdt><w:sdtPr>${properties}<w:text/></w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`;
    const placeholder = control('<w:showingPlcHdr/>', '单击此处输入文字。');
    const whole = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('单击此处')}</w:sdtContent></w:sdt>`;
    const body = paragraph(placeholder + control('', '甲局') + run('负责')) + whole;
    expect(await words(body)).toEqual(['甲局负责']);
  });

  it('keeps raised digits apart from those before them, and fractions in a line', async () => {
    const formula = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
    const math = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`;
    const body =
      run('10') +
      run('4', '<w:vertAlign w:val="superscript"/>') +
      run('吨，') +
      run('500') +
      run('[1]', '<w:vertAlign w:val="superscript"/>') +
      run('家，') +
      formula(`<m:f><m:num>${math('1')}</m:num><m:den>${math('3')}</m:den></m:f>`) +
      formula(`<m:sSup><m:e>${math('10')}</m:e><m:sup>${math('-2')}</m:sup></m:sSup>`);
    expect(await words(paragraph(body))).toEqual(['10⁴吨，500[1]家，1/310⁻²']);
  });

  it('shows ticks and boxes of the Wingdings fonts, as signs and as codes', async () => {
    const sign = (font: string, code: string) =>
      `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const body =
      sign('Wingdings 2', 'F052') +
      sign('Wingdings 2', 'F0A3') +
      sign('Wingdings', 'F0A8') +
      run('\uf052主动公开', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>');
    expect(await words(paragraph(body))).toEqual(['☑☐☐☑主动公开']);
  });

  it('shows changes as accepted', async () => {
    const body =
      paragraph(
        `${run('责任')}<w:del><w:r><w:delText>部门</w:delText></w:r></w:del><w:ins>${run('单位')}</w:ins>`,
      ) +
      paragraph(`<w:moveFrom>${run('旧')}</w:moveFrom>`, '<w:rPr><w:moveFrom/></w:rPr>') +
      paragraph(`<w:moveTo>${run('新')}</w:moveTo>`) +
      paragraph('一段', '<w:rPr><w:del/></w:rPr>') +
      paragraph('接着一段') +
      paragraph(`<w:del><w:r><w:delText>全删</w:delText></w:r></w:del>`, '<w:rPr><w:del/></w:rPr>');
    expect(await words(body)).toEqual(['责任单位', '新', '一段接着一段']);
  });

  it('leaves out hidden words and comments', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      paragraph(
        run('显') +
          run('隐', '<w:vanish/>') +
          run('隐', '<w:rStyle w:val="h"/>') +
          run('示', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>') +
          '<w:commentRangeStart/><w:r><w:commentReference/></w:r>',
      ) + paragraph('全隐', '<w:pStyle w:val="p"/>');
    expect(await words(body, { styles })).toEqual(['显示']);
  });

  it('shows the results of fields, and ① where one is drawn', async () => {
    const enclosed =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,</w:instrText></w:r><w:r><w:instrText>2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const open =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>';
    const body =
      paragraph(`${run('见第')}${field(' REF _1 ', '三')}${run('条')}`) +
      paragraph(`<w:fldSimple w:instr="DATE"><w:r><w:t>2023年</w:t></w:r></w:fldSimple>`) +
      paragraph(`${enclosed}${run('抓落实。')}`) +
      paragraph(`${run('前')}${open}`) +
      paragraph('后');
    expect(await words(body)).toEqual(['见第三条', '2023年', '②抓落实。', '前', '后']);
  });

  it('takes a text box once, before the paragraph that it hangs on', async () => {
    const box = `<w:txbxContent>${paragraph('某市人民政府文件')}</w:txbxContent>`;
    const drawn = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const old = `<w:pict><v:textbox><w:txbxContent>${paragraph('内部')}</w:txbxContent></v:textbox></w:pict>`;
    const body = paragraph(`<w:r>${drawn}</w:r>${run('某政发〔2023〕1号')}<w:r>${old}</w:r>`);
    expect(await words(body)).toEqual(['某市人民政府文件', '内部', '某政发〔2023〕1号']);
  });

  it('sets headers, footers and notes aside', async () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const parts = {
      footnotes: `<w:footnote w:id="1">${paragraph('无关')}</w:footnote><w:footnote w:id="2">${paragraph('指规上企业')}</w:footnote>`,
      header: paragraph('某省公报'),
      footer: paragraph(`${run('— ')}${field('PAGE', '1')}${run(' —')}`),
    };
    expect(await blocksOf(paragraph(`${run('企业')}${note}${run('数量')}`), parts)).toEqual([
      ['paragraph', '企业数量'],
      ['furniture', '指规上企业'],
      ['furniture', '某省公报'],
      ['furniture', '— 1 —'],
    ]);
  });

  it('puts a header that holds the document’s number above the text', async () => {
    const parts = { header: paragraph('某市教育局文件') + paragraph('某教发〔2025〕12号') };
    expect(await blocksOf(paragraph('关于印发方案的通知'), parts)).toEqual([
      ['paragraph', '某市教育局文件'],
      ['paragraph', '某教发〔2025〕12号'],
      ['paragraph', '关于印发方案的通知'],
    ]);
  });

  it('reads what content controls hold', async () => {
    const body = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('控件内')}</w:sdtContent></w:sdt>${paragraph('其后')}`;
    expect(await words(body)).toEqual(['控件内', '其后']);
  });

  it('sets a table of contents aside that lists chapters, and keeps one that lists documents', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>';
    const toc = (line: string) => paragraph(line, '<w:pStyle w:val="t"/>');
    const body = toc('一、总体要求 1') + toc('二、重点任务 2') + paragraph('一、总体要求');
    expect(await blocksOf(body, { styles })).toEqual([
      ['furniture', '一、总体要求 1'],
      ['furniture', '二、重点任务 2'],
      ['paragraph', '一、总体要求'],
    ]);
    expect(await blocksOf(toc('关于印发某办法的通知 1'), { styles })).toEqual([
      ['paragraph', '关于印发某办法的通知 1'],
    ]);
  });
});

describe('line breaks of a Word document', () => {
  const broken = (lines: readonly string[], properties = '') =>
    paragraph(lines.map((line) => run(line)).join('<w:r><w:br/></w:r>'), properties);

  it.each<[string, readonly string[], string, readonly string[]]>([
    ['part pasted paragraphs', ['一、甲。', '二、乙。'], '', ['一、甲。', '二、乙。']],
    ['keep a centred title', ['某市', '实施方案'], '<w:jc w:val="center"/>', ['某市\n实施方案']],
    ['keep a sentence cut by hand', ['加强协调，', '抓好落实。'], '', ['加强协调，\n抓好落实。']],
    ['part a signature', ['某市人民政府', '2023年1月1日'], '', ['某市人民政府', '2023年1月1日']],
  ])('%s', async (_, lines, properties, expected) => {
    expect(await words(broken(lines, properties))).toEqual(expected);
  });

  it('part where a page begins', async () => {
    const body = paragraph(`${run('前页')}<w:r><w:br w:type="page"/></w:r>${run('后页')}`);
    expect(await words(body)).toEqual(['前页', '后页']);
  });
});
