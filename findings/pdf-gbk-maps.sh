#!/usr/bin/env bash
# @libpdf/core and pdf2json on STSong-Light with the character maps of Chinese Windows (GBK-EUC-H) and of
# GB 18030 (GBK2K-H), both listed in the PDF standard.
# Expected: the line from both libraries with both maps, or a sign that a map is not known; seen: without
# any error (pdf2json: a warning) @libpdf/core takes the GBK bytes of both for UTF-16 (投资1200 reads 춶퟊ㄲ〰), and
# pdf2json those of GBK2K-H alone, where the digits stay right and only the words turn into Hangul and others.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @libpdf/core@0.4.2 pdf2json@4.1.0 pdfjs-dist@5.6.205 2>/dev/null
cat >probe.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { PDF } from '@libpdf/core';
import PDFParser from 'pdf2json';
// A page with one line in STSong-Light, not embedded, its bytes in GBK; the CMap is one of Adobe's.
const LINE = '投资1200万元〔2025〕12号';
const GBK = 'cdb6d7ca31323030cdf2d4aaa1b232303235a1b33132bac5';
function pdf(cmap) {
  const content = `BT /F1 16 Tf 72 700 Td <${GBK}> Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${cmap}/DescendantFonts[6 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}
async function libpdf(bytes) {
  return (await PDF.load(bytes)).extractText().map(({ text }) => text).join('');
}
function pdf2json(path) {
  return new Promise((resolve, reject) => {
    const parser = new PDFParser(null, true, undefined);
    parser.on('pdfParser_dataError', reject);
    parser.on('pdfParser_dataReady', () => resolve(parser.getRawTextContent().split(/\r?\n/)[0]));
    parser.loadPDF(path, 0);
  });
}
const cmap = process.argv[2];
writeFileSync(`${cmap}.pdf`, pdf(cmap));
const seen = [await libpdf(pdf(cmap)), await pdf2json(`${cmap}.pdf`)];
console.log(`${cmap}: @libpdf/core 0.4.2 ${seen[0]} | pdf2json 4.1.0 ${seen[1]}`);
const stated = cmap === 'GBK-EUC-H' ? LINE : '춶퟊1200췲풪ꆲ2025ꆳ12뫅';
const same = seen[0] === '춶퟊ㄲ〰췲풪ꆲ㈰㈵ꆳㄲ뫅' && seen[1] === stated;
console.log(same ? 'as stated' : 'changed');
process.exitCode = same ? 0 : 1;
JS
cat >control.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const data = Uint8Array.from(readFileSync(process.argv[2]));
const cMapUrl = `${process.cwd()}/node_modules/pdfjs-dist/cmaps/`;
const document = await getDocument({ data, cMapUrl, cMapPacked: true, verbosity: 0 }).promise;
const { items } = await (await document.getPage(1)).getTextContent();
console.log(`${process.argv[2]}: pdfjs-dist 5.6.205 ${items.map(({ str }) => str).join('')}`);
JS
status=0
for map in GBK-EUC-H GBK2K-H; do
  node probe.mjs "$map" 2>/dev/null || status=1
  node control.mjs "$map.pdf" 2>/dev/null
done
exit "$status"
