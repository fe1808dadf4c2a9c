import { describe, expect, it } from 'vitest';
import { RUNNING, readHtml, shown } from './html-input.js';

const body = (html: string) => shown(readHtml(`<html><body>${html}</body></html>`));

describe('paragraphs of a page', () => {
  it.each<[string, string, string[]]>([
    [
      'are given without indents, their white space made single',
      '<p>\n　　&nbsp;一、总体\n  要求</p><p>&nbsp;</p><p>2023 年底前完成&#8212;&#x4e00;&lt;批&gt;。</p>',
      ['paragraph: 一、总体 要求', 'paragraph: 2023 年底前完成—一<批>。'],
    ],
    [
      'are parted by br',
      '<div>　　一、目标<br>　　到2025年，建成体系。<br/><br/>　　二、任务</div>',
      ['paragraph: 一、目标', 'paragraph: 到2025年，建成体系。', 'paragraph: 二、任务'],
    ],
    [
      'are lines where many br break them without indents',
      '<td>一、目标<br>到2025年，<br>建成体系。<br>二、任务</td>',
      ['line: 一、目标', 'line: 到2025年，', 'line: 建成体系。', 'line: 二、任务'],
    ],
    [
      'are the lines of pre',
      '<pre>一、目标\n到2025年，\n建成体系。\n二、任务</pre>',
      ['line: 一、目标', 'line: 到2025年，', 'line: 建成体系。', 'line: 二、任务'],
    ],
    [
      'end where an unclosed tag is followed by the next',
      '<div><p>一、总体要求<p>二、重点任务<ul><li>完善机制<li>加强保障',
      [
        'paragraph: 一、总体要求',
        'paragraph: 二、重点任务',
        'list_item: 完善机制',
        'list_item: 加强保障',
      ],
    ],
    [
      'hold their numbers though tags part them',
      '<p><span>（国办发〔<span lang="EN-US">2024</span>〕<b>54</b>号）各有关单位要认真落实。</span></p>',
      ['paragraph: （国办发〔2024〕54号）各有关单位要认真落实。'],
    ],
  ])('%s', (_, html, expected) => expect(body(html)).toEqual(expected));
});

describe('words of a page', () => {
  it('are left out where a line goes through them, and this is said', () => {
    const html =
      '<p>完成时限：<del>2024年底前</del><s>甲局</s><span style="text-decoration: line-through">乙局</span><ins>2025年底前</ins></p>';
    expect(body(html)).toEqual(['paragraph: 完成时限：2025年底前']);
    const { warnings } = readHtml(`<html><body>${html}</body></html>`);
    expect(warnings.filter(({ code }) => code === 'struck_text_left_out')).toMatchObject([
      { message: expect.stringMatching(/：3$/) },
    ]);
  });

  it('keep raised digits apart from those before them', () => {
    expect(body('<p>产能10<sup>4</sup>吨，500<sup>1</sup>家，25μg/m<sup>3</sup></p>')).toEqual([
      'paragraph: 产能10⁴吨，500¹家，25μg/m³',
    ]);
  });
});

describe('headings and lists', () => {
  it('gives a heading with its level, over several lines where br breaks it', () => {
    expect(
      body(`<h1>关于加强监管<br>工作的通知</h1><h3>一、总体要求</h3><p>${RUNNING}</p>`),
    ).toEqual([
      'heading1: 关于加强监管¦工作的通知',
      'heading3: 一、总体要求',
      `paragraph: ${RUNNING}`,
    ]);
  });

  it('takes a whole paragraph in the style of a heading for a paragraph', () => {
    expect(body('<h2>一是加强领导。各单位要高度重视，压实责任。二是加强保障。</h2>')).toEqual([
      'paragraph: 一是加强领导。各单位要高度重视，压实责任。二是加强保障。',
    ]);
  });

  it('writes the numbers that a list shows, and none beside typed ones', () => {
    expect(
      body(
        '<ol start="3"><li>完善政策体系</li><li>加强统筹协调</li></ol><ol><li>1.规范检查行为</li></ol><ul><li>强化保障</li></ul>',
      ),
    ).toEqual([
      'list_item: 3.完善政策体系',
      'list_item: 4.加强统筹协调',
      'list_item: 1.规范检查行为',
      'list_item: 强化保障',
    ]);
  });
});

describe('what is no part of the words', () => {
  it('is left out: code, styles, forms, hidden elements, comments', () => {
    expect(
      body(
        `<style>p{}</style><script>var a="<p>b</p>"</script><p>${RUNNING}<span style="display:none">隐藏</span><select><option>请选择</option></select></p><p hidden>旧版</p><!-- <p>草稿</p> --><b style="DISPLAY: none">不</b><b>显示</b>的内容<i></i>`,
      ),
    ).toEqual([`paragraph: ${RUNNING}`, 'paragraph: 显示的内容']);
  });

  it('keeps marks of footnotes out of the sentence and notes out of the body', () => {
    const document = readHtml(
      `<p>${RUNNING}<sup>[1]</sup></p><p>面积达到20m<sup>2</sup>以上<a href="#_ftn2" name="_ftnref2">[2]</a>。</p><div id="ftn2"><p class="MsoFootnoteText">[2]指建筑面积</p></div>`,
    );
    expect(shown(document)).toEqual([
      `paragraph: ${RUNNING}`,
      'paragraph: 面积达到20m²以上¦。',
      'furniture: [2]指建筑面积',
    ]);
    expect(document.source.text).toContain('特制定本方案。[1]\n');
  });

  it('sets the words of a picture aside', () => {
    expect(
      body(
        `<p>${RUNNING}</p><p><img src="a.png" alt="工作流程图"></p><img alt="图1.jpg" src="b.jpg">`,
      ),
    ).toEqual([`paragraph: ${RUNNING}`, 'furniture: 工作流程图']);
  });
});

describe('pages that Word wrote', () => {
  it('gives their words without the conditional parts', () => {
    const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style></head>
<body lang=ZH-CN><div class=WordSection1>
<p class=MsoNormal><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp;</span></span><![if !supportLists]>重点<![endif]>任务<o:p></o:p></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal><span style='mso-hide:all'>批注</span>${RUNNING}</p></div></body></html>`;
    expect(shown(readHtml(page))).toEqual([
      'paragraph: 一、\u00a0\u00a0重点任务',
      `paragraph: ${RUNNING}`,
    ]);
  });
});

describe('links to attachments', () => {
  it('are told with their place', () => {
    const document = readHtml(
      `<p>${RUNNING}</p><p>附件：<a href="/files/P0201.docx">任务分工表.docx</a></p><p>详见<a href="/jd.html">解读</a>和<a href="down.xlsx?id=1">清单</a>。</p>`,
    );
    expect(
      document.warnings.map(({ code, message, at }) => [
        code,
        message,
        document.source.text.slice(at!.start, at!.end),
      ]),
    ).toEqual([
      [
        'attachment_link',
        '附件在本页之外（An attachment lies outside this page）：/files/P0201.docx',
        '任务分工表.docx',
      ],
      [
        'attachment_link',
        '附件在本页之外（An attachment lies outside this page）：down.xlsx?id=1',
        '清单',
      ],
    ]);
  });
});

describe('paragraphs that a page cut', () => {
  it('are given as lines where they may go on', () => {
    const cut =
      '各单位要加强统筹协调，完善工作机制，及时研究解决工作中遇到的困难和问题，确保各项任务落';
    expect(body(`<p>${RUNNING}</p><p>${cut}</p><p>到实处。</p><p>二、保障措施</p>`)).toEqual([
      `paragraph: ${RUNNING}`,
      `paragraph: ${cut}`,
      'line: 到实处。',
      'paragraph: 二、保障措施',
    ]);
  });
});
