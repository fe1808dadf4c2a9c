#!/usr/bin/env bash
# chinese-numbers-converter on amounts and dates.
# Expected: 一亿二千万 = 120000000 (it reads 一千二百万 and 三千五百亿 rightly), and a text already in
# Arabic digits is left as it is; seen: 1000020000000, ten thousand times too much; 二○二五 (with the
# circle U+25CB that many notices type) = 225; toArabicString makes 2025.10.01 into 2025.1.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts chinese-numbers-converter@2.3.1
cat >probe.cjs <<'JS'
const ChineseNumber = require('chinese-numbers-converter');
const seen = [
  ['一千二百万', new ChineseNumber('一千二百万').toInteger(), 12000000],
  ['三千五百亿', new ChineseNumber('三千五百亿').toInteger(), 350000000000],
  ['一亿二千万', new ChineseNumber('一亿二千万').toInteger(), 1000020000000],
  ['二〇二五', new ChineseNumber('二〇二五').toInteger(), 2025],
  ['二○二五', new ChineseNumber('二○二五').toInteger(), 225],
  ['于2025.10.01前完成', new ChineseNumber('于2025.10.01前完成').toArabicString(2), '于2025.1前完成'],
];
for (const [text, value, stated] of seen) console.log(`${text} → ${value}${value === stated ? '' : ` (was ${stated})`}`);
const same = seen.every(([, value, stated]) => value === stated);
console.log(`chinese-numbers-converter 2.3.1: ${same ? 'as stated' : 'changed'}`);
process.exitCode = same ? 0 : 1;
JS
node probe.cjs
