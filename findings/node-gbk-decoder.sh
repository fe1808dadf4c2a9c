#!/usr/bin/env bash
# Node's TextDecoder('gbk') against its own TextDecoder('gb18030').
# Expected: the same text, since the Encoding Standard defines GBK's decoder as GB18030's decoder;
# seen: gbk gives a private character for the euro sign and for a full-width blank, and tears a
# four-byte character into U+FFFD and digits that nobody wrote: 㐂镇 reads �9�1镇.
set -euo pipefail
node --input-type=module - <<'JS'
const show = (text) => [...text].map((c) => `${c} U+${c.codePointAt(0).toString(16).toUpperCase()}`).join(' ');
const samples = [
  ['euro sign', [0xa2, 0xe3], '\u20ac', '\ue76c'],
  ['full-width blank', [0xa3, 0xa0], '\u3000', '\ue5e5'],
  ['㐂镇', [0x81, 0x39, 0xef, 0x31, 0xd5, 0xf2], '㐂镇', '\ufffd9\ufffd1镇'],
];
console.log(`node ${process.versions.node}, ICU ${process.versions.icu}`);
let same = true;
for (const [name, bytes, gb18030, gbk] of samples) {
  const [wide, narrow] = ['gb18030', 'gbk'].map((label) => new TextDecoder(label).decode(Uint8Array.from(bytes)));
  console.log(`${name}: gb18030 ${show(wide)} | gbk ${show(narrow)}`);
  same &&= wide === gb18030 && narrow === gbk;
}
console.log(same ? 'as stated' : 'changed');
process.exitCode = same ? 0 : 1;
JS
