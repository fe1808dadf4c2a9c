#!/usr/bin/env bash
# unpdf on a Chinese font that is named and not embedded (STSong-Light with GBK-EUC-H), in Node.
# Expected: the line, since unpdf's README says that it takes the character maps "from the local
# pdfjs-dist package for … CJK character map support", and pdfjs-dist is installed; seen: empty text and
# no error, only a warning: it asks for the maps at a file: address, which Node's fetch does not load.
# With cMapUrl as a path it reads the line.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts unpdf@1.8.1 pdfjs-dist@5.6.205 2>/dev/null
cat >probe.mjs <<'JS'
import { extractText, getDocumentProxy } from 'unpdf';
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
const read = async (source) => (await extractText(source, { mergePages: true })).text;
const byDefault = await read(pdf('GBK-EUC-H'));
const byPath = await read(
  await getDocumentProxy(pdf('GBK-EUC-H'), { cMapUrl: `${process.cwd()}/node_modules/pdfjs-dist/cmaps/`, cMapPacked: true }),
);
console.log(`by default: ${JSON.stringify(byDefault)}\nby path: ${JSON.stringify(byPath)}`);
const same = byDefault === '' && byPath === LINE;
console.log(`unpdf 1.8.1, node ${process.versions.node}: ${same ? 'as stated' : 'changed'}`);
process.exitCode = same ? 0 : 1;
JS
node probe.mjs 2>&1 | sed "s#$dir#.#g"
