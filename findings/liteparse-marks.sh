#!/usr/bin/env bash
# @llamaindex/liteparse on a line of a notice in a PDF (UniGB-UCS2-H, a map of the PDF standard).
# Expected: the characters that the page prints, as its text and JSON promise; seen in all three outputs: “ and ” are ",
# ‘ and ’ are ', and the dash of two em dashes that GB/T 15834 prescribes is two hyphens, while full-width digits and
# tildes, ≤, ‰, ⁴ and 〔〕 stay: a title in quotation marks inside quotation marks can't be told any more, and a name
# is not found as it is printed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @llamaindex/liteparse@2.14.7 2>/dev/null
cat >probe.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { LiteParse } from '@llamaindex/liteparse';
const LINE = '市“两个健康”办：‘一件事’——〔2025〕５０％～１２０％，≤3‰，10⁴吨';
const hex = [...LINE].map((character) => character.codePointAt(0).toString(16).padStart(4, '0')).join('');
const show = `BT /F 12 Tf 50 700 Td <${hex}> Tj ET`;
const parts = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Count 1/Kids[3 0 R]>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 700 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
  `<</Length ${show.length}>>stream\n${show}\nendstream`,
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>',
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
];
let bytes = '%PDF-1.5\n';
const offsets = [];
for (const [index, part] of parts.entries()) {
  offsets.push(String(bytes.length).padStart(10, '0'));
  bytes += `${index + 1} 0 obj\n${part}\nendobj\n`;
}
const table = offsets.map((offset) => `${offset} 00000 n \n`).join('');
const xref = bytes.length;
bytes += `xref\n0 8\n0000000000 65535 f \n${table}trailer\n<</Root 1 0 R/Size 8>>\nstartxref\n${xref}\n%%EOF\n`;
writeFileSync('line.pdf', bytes, 'latin1');
for (const outputFormat of ['text', 'markdown', 'json']) {
  const parser = new LiteParse({ outputFormat, ocrEnabled: false, quiet: true });
  console.log(outputFormat, (await parser.parse('line.pdf')).text.trim());
}
process.exit(0);
JS
node probe.mjs >seen
cat seen
cat >expected <<'TXT'
text 市"两个健康"办：'一件事'--〔2025〕５０％～１２０％，≤3‰，10⁴吨
markdown 市"两个健康"办：'一件事'--〔2025〕５０％～１２０％，≤3‰，10⁴吨
json 市"两个健康"办：'一件事'--〔2025〕５０％～１２０％，≤3‰，10⁴吨
TXT
diff expected seen && echo 'as written above'
