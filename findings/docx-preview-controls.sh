#!/usr/bin/env bash
# docx-preview on tables whose rows and cells stand in content controls (forms, repeating rows), and
# on words that were moved with changes tracked.
# Expected: all rows and cells as Word shows them, and moved words at their new place, since it shows
# content controls of the body and inserted words; seen: such rows and cells are missing, so that the
# cells after them stand in the wrong column, and moved words stand at neither place.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts docx-preview@0.4.1 jsdom@26.1.0 jszip@3.10.2
cat >probe.cjs <<'JS'
const JSZip = require('jszip');
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('');
for (const name of ['document', 'DOMParser', 'XMLSerializer', 'Node', 'Element', 'HTMLElement']) {
  globalThis[name] = window[name];
}
globalThis.window = window;
const { renderAsync } = require('docx-preview');
// A Word document of three parts with this body.
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
function docx(body) {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`);
  zip.file('_rels/.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`);
  zip.file('word/document.xml', `${XML}<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`);
  return zip.generateAsync({ type: 'nodebuffer' });
}
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner) => `<w:p>${inner}</w:p>`;
const cell = (text) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(run(text))}</w:tc>`;
const row = (...cells) => `<w:tr>${cells.join('')}</w:tr>`;
const control = (inner) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
async function shown(body) {
  const place = window.document.createElement('div');
  await renderAsync(await docx(body), place, null, { inWrapper: false });
  const article = place.querySelector('article');
  const rows = [...article.querySelectorAll('tr')].map((tr) => [...tr.cells].map((td) => td.textContent).join(' '));
  const paragraphs = [...article.children].filter((child) => child.tagName === 'P').map((p) => p.textContent);
  return [...rows, ...paragraphs].join(' / ');
}
async function main() {
  const table = await shown(
    `${control(paragraph(run('正文控件')))}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${row(cell('指标'), cell('目标'))}${control(row(cell('投资'), cell('3亿元')))}${row(control(cell('就业')), cell('5万人'))}</w:tbl>`,
  );
  const mark = 'w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"';
  const moved = await shown(
    paragraph(`${run('甲')}<w:moveFrom ${mark}>${run('移')}</w:moveFrom>`) +
      paragraph(`${run('乙')}<w:moveTo ${mark}>${run('移')}</w:moveTo>`) +
      paragraph(`${run('丙')}<w:ins ${mark}>${run('增')}</w:ins>`),
  );
  console.log(`table: ${table}\nmoved: ${moved}`);
  const same = table === '指标 目标 / 5万人 / 正文控件' && moved === '甲 / 乙 / 丙增';
  console.log(`docx-preview 0.4.1: ${same ? 'as stated' : 'changed'}`);
  process.exitCode = same ? 0 : 1;
}
main();
JS
node probe.cjs
