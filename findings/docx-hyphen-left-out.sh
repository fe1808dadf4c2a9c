#!/usr/bin/env bash
# officeparser and word-extractor on the hyphen that does not break (Word's Ctrl+Shift+_), set in
# ranges, telephone and document numbers so that they stay on a line.
# Expected: 3-5家 with some hyphen, as mammoth gives it (U+2011); seen: both leave it out: 35家.
# word-extractor also gives words that were moved (tracked) at both places, though it leaves deleted ones out.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  jszip@3.10.2 mammoth@1.13.0 officeparser@8.1.1 word-extractor@1.0.4 2>/dev/null
cat >probe.cjs <<'JS'
const JSZip = require('jszip');
const mammoth = require('mammoth');
const { OfficeParser } = require('officeparser');
const WordExtractor = require('word-extractor');
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
async function read(body) {
  const buffer = await docx(body);
  const parsed = await OfficeParser.parseOffice(buffer);
  return [
    (await mammoth.extractRawText({ buffer })).value,
    (await parsed.to('text')).value,
    (await new WordExtractor().extract(buffer)).getBody(),
  ].map((text) => text.trim().replace(/\n+/g, '/'));
}
async function main() {
  const range = await read(paragraph(`${run('培育3')}<w:r><w:noBreakHyphen/></w:r>${run('5家')}`));
  const mark = 'w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"';
  const moved = await read(
    paragraph(`${run('甲')}<w:moveFrom ${mark}>${run('投资3亿元')}</w:moveFrom>`) +
      paragraph(`${run('乙')}<w:moveTo ${mark}>${run('投资3亿元')}</w:moveTo>`),
  );
  console.log('mammoth 1.13.0 | officeparser 8.1.1 | word-extractor 1.0.4');
  console.log(range.join(' | '));
  console.log(moved.join(' | '));
  const same =
    range.join() === '培育3\u20115家,培育35家,培育35家' &&
    moved.join() === '甲/乙投资3亿元,甲/乙投资3亿元,甲投资3亿元/乙投资3亿元';
  console.log(same ? 'as stated' : 'changed');
  process.exitCode = same ? 0 : 1;
}
main();
JS
node probe.cjs
