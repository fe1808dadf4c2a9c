import { describe, expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';
import { ReadError, readSource } from '../../pipeline/read/index.js';
import { joined, toGbk, toUtf8, toUtf16 } from './encode.js';
import { RUNNING, readHtml, shown } from './html-input.js';

const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="某市人民政府关于加强监管工作的通知"><meta name="PubDate" content="2023-05-18 10:22:33">
<title>某市人民政府关于加强监管工作的通知_政策文件_某市人民政府</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
<div>您现在的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<div><div>某市人民政府关于加强监管工作的通知</div><div>某政发〔2023〕12号</div>
<div>来源：本网　浏览次数：<script></script>　字号：[ <a href="javascript:z(1)">大</a> <a href="javascript:z(2)">中</a> ]　分享到：</div>
<div><div><p>各县（市、区）人民政府：</p><p>　　${RUNNING}</p><p>　　一、加强领导。各单位要压实责任。</p>
<p style="text-align:right">某市人民政府</p><p style="text-align:right">2023年5月10日</p></div></div>
<div><a href="javascript:print()">【打印本页】</a>&nbsp;<a href="javascript:close()">【关闭窗口】</a></div></div>
<div><h3>相关阅读</h3><ul><li><a href="/1.html">某市人民政府关于加强监管工作的通知政策解读</a></li></ul></div>
<div class="foot"><p>主办：某市人民政府办公室　承办：某市大数据局</p><p>建议使用1024×768以上分辨率浏览</p></div></body></html>`;

describe('the article of a page', () => {
  it('stands without navigation, buttons and footers, with the title and number above it', () => {
    expect(shown(readHtml(PAGE))).toEqual([
      'paragraph: 某市人民政府关于加强监管工作的通知',
      'paragraph: 某政发〔2023〕12号',
      'paragraph: 各县（市、区）人民政府：',
      `paragraph: ${RUNNING}`,
      'paragraph: 一、加强领导。各单位要压实责任。',
      'paragraph: 某市人民政府',
      'paragraph: 2023年5月10日',
    ]);
  });

  it('does not repeat a title that it prints itself', () => {
    const page = PAGE.replace('<p>各县', '<p>某市人民政府</p><p>关于加强监管工作的通知</p><p>各县');
    expect(shown(readHtml(page))[0]).toBe('paragraph: 某市人民政府');
  });

  it('leaves out a column of news beside it', () => {
    const news =
      '<td><p><a href="/1">某省召开会议，部署下一步工作。</a></p><p>更多</p></td>'.repeat(3);
    expect(
      shown(
        readHtml(
          `<body><table><tr>${news}<td><p>${RUNNING}</p><p>${RUNNING}</p></td></tr></table>`,
        ),
      ),
    ).toEqual([`paragraph: ${RUNNING}`, `paragraph: ${RUNNING}`]);
  });

  it('keeps a first paragraph that stands beside the element of the rest', () => {
    const page = `<body><div><div><p>经研究，现通知如下。</p><div>${`<p>${RUNNING}</p>`.repeat(20)}</div></div></div>`;
    expect(shown(readHtml(page))[0]).toBe('paragraph: 经研究，现通知如下。');
  });

  it('gives the day of publication that the tags name', () => {
    expect(readHtml(PAGE).properties.published_on).toBe('2023-05-18');
    const beside = PAGE.replace(/<meta name="PubDate"[^>]*>/, '').replace(
      '来源：本网',
      '发布时间：2023年5月19日 来源：本网',
    );
    expect(readHtml(beside).properties.published_on).toBe('2023-05-19');
  });
});

describe("the table of a page's head", () => {
  const rows = [
    ['索 引 号：', '000014349/2018-00217', '主题分类：', '卫生、体育\\体育'],
    ['发文机关：', '某市商务局', '成文日期：', '2023-05-10'],
    ['标　　题：', '关于加强监管工作的通知'],
    ['发文字号：', '某商〔2023〕7号', '发布日期：', '2023年05月18日'],
    ['主 题 词：', ''],
  ];
  const article = `<div><p>关于加强监管工作的通知</p><p>各有关单位：</p><p>${RUNNING}</p></div>`;
  const table = `<table border="0">${rows.map((row) => `<tr>${row.map((cell) => `<td><b>${cell}</b></td>`).join('')}</tr>`).join('')}</table>`;
  const list = `<ul>${rows.map((row) => `<li>${row.map((cell) => `<span>${cell}</span>`).join(' ')}</li>`).join('')}</ul>`;
  const divs = `<div>${rows
    .flat()
    .map((cell) => `<div>${cell.replace('：', '')}</div>`)
    .join('')}</div>`;

  it.each([
    ['a table', table],
    ['a list', list],
    ['divs without colons', divs],
  ])('is read from %s', async (_, html) => {
    const page = `<html><body>${html}${article}</body></html>`;
    expect(shown(readHtml(page)).slice(0, 8)).toEqual([
      'paragraph: 索引号：000014349/2018-00217',
      'paragraph: 主题分类：卫生、体育\\体育',
      'paragraph: 发文机关：某市商务局',
      'paragraph: 成文日期：2023-05-10',
      'paragraph: 标题：关于加强监管工作的通知',
      'paragraph: 发文字号：某商〔2023〕7号',
      'paragraph: 发布日期：2023年05月18日',
      'paragraph: 关于加强监管工作的通知',
    ]);
    const { documents } = await convert(
      { uri: 'a.html', bytes: toUtf8(page), sha256: '0'.repeat(64) },
      { encoding: null, tokens: false, redactContacts: false },
    );
    expect(documents).toHaveLength(1);
    expect(documents[0]!.document).toMatchObject({
      title: '关于加强监管工作的通知',
      index_number: '000014349/2018-00217',
      subject: '卫生、体育\\体育',
      issuers: ['某市商务局'],
      issued_on: '2023-05-10',
      doc_number: '某商〔2023〕7号',
      published_on: '2023-05-18',
      counts: { tasks: 0, tables: 0 },
    });
  });

  it('needs three labels and little else', () => {
    expect(
      shown(readHtml(`<p>标题：某通知</p><p>文号：某商〔2023〕7号</p><p>${RUNNING}</p>`)),
    ).toEqual([
      'paragraph: 标题：某通知',
      'paragraph: 文号：某商〔2023〕7号',
      `paragraph: ${RUNNING}`,
    ]);
  });
});

describe('the encoding of a page', () => {
  const page = (charset: string): string =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>${RUNNING}镕</p></body></html>`;
  it.each<[string, Uint8Array]>([
    ['gb2312 that holds more than GB2312', toGbk(page('gb2312'))],
    ['GBK without a label', toGbk(`<html><body><p>${RUNNING}镕</p></body></html>`)],
    ['UTF-8 though it says gb2312', toUtf8(page('gb2312'))],
    ['GBK though it says utf-8', toGbk(page('utf-8'))],
    ['a label that nobody knows', toGbk(page('x-sogou'))],
    ['UTF-8 with its mark', joined([0xef, 0xbb, 0xbf], toUtf8(page('gbk')))],
    ['UTF-16 with its mark', joined([0xff, 0xfe], toUtf16(page('utf-16'), 'le'))],
  ])('%s', async (_, bytes) => {
    const document = await readSource({ bytes, name: 'a' }, { encoding: null });
    expect(document.format).toBe('html');
    expect(document.source.text).toBe(`${RUNNING}镕\n`);
  });
});

describe('what a web page is told by', () => {
  it.each<[string, string, string]>([
    ['a doctype', '<!DOCTYPE html><p>a', 'html'],
    ['html below comments', '\n<!-- a --><!-- b -->\n<html lang="zh"><body>b', 'html'],
    ['an XML declaration', '<?xml version="1.0"?>\n<!DOCTYPE html><html>c', 'html'],
    ['a fragment', '<div><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p></div>', 'html'],
    ['a stray tag in text', '<b>bold</b> words', 'text'],
    ['a tag that is named', 'a <html> tag is named', 'text'],
    ['Markdown with tags', '# 一\n\n<div>a</div>\n\n- b\n- c\n\n## 二', 'markdown'],
  ])('%s', async (_, source, format) => {
    const long = source + RUNNING;
    const read = readSource({ bytes: toUtf8(long), name: 'a.pdf' }, { encoding: null });
    expect((await read).format).toBe(format);
  });
});

describe('pages made to do harm, or empty', () => {
  const codeOf = async (source: string): Promise<string> => {
    try {
      await readSource({ bytes: toUtf8(source), name: 'a.html' }, { encoding: null });
      return 'read';
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      return `${error.code}: ${error.message}`;
    }
  };

  it.each([
    [
      '50,000 nested elements',
      `<body>${'<div>'.repeat(50_000)}${RUNNING}${'</div>'.repeat(50_000)}`,
    ],
    ['type set anew in every paragraph', `<body>${'<font color=1><b a=2><p>一，'.repeat(5_000)}`],
    ['nested tables', `<body>${'<table><tr><td>'.repeat(5_000)}${RUNNING}`],
    [
      'spans beyond any table',
      `<body>${RUNNING}<table>${'<tr><td colspan=1000 rowspan=9999>一<td>二'.repeat(2_000)}`,
    ],
    ['tags that never close', `<html>${RUNNING}${'<a '.repeat(100_000)}`],
  ])('reads %s', async (_, source) => expect(await codeOf(source)).toBe('read'));

  it('refuses a page of too many elements', async () => {
    expect(await codeOf(`<body>${'<p>'.repeat(500_001)}`)).toMatch(/^too_complex: /);
  });

  it('refuses a page that only frames others, and names them', async () => {
    const page =
      '<html><frameset cols="2,8"><frame src="menu.html"><frame src="main.html"></frameset></html>';
    expect(await codeOf(page)).toMatch(/^no_words: .*menu\.html, main\.html$/);
  });

  it('refuses a page whose words a script puts in', async () => {
    expect(
      await codeOf('<html><body><div id="app"></div><script>run()</script></body></html>'),
    ).toMatch(/^no_words: .*a script puts them in/);
  });

  it('refuses a page without words', async () => {
    expect(await codeOf('<html><head><title>通知</title></head></html>')).toMatch(/^no_words: /);
  });
});

describe('headings of a page', () => {
  it('put a known heading without label beside labelled ones, not above them', async () => {
    const page = `<body><h1>关于加强监管工作的实施方案</h1><h2>总体要求</h2><p>${RUNNING}</p><h2>二、重点任务</h2><p>（一）完善机制。建立会商机制。（责任单位：市商务局）</p></body>`;
    const { documents } = await convert(
      { uri: 'a.html', bytes: toUtf8(page), sha256: '0'.repeat(64) },
      { encoding: null, tokens: false, redactContacts: false },
    );
    expect(documents[0]!.tasks.map(({ number, path }) => [number, path])).toEqual([
      ['（一）', ['二、重点任务']],
    ]);
  });
});
