#!/usr/bin/env bash
# rtf-parser and @iarna/rtf-to-html (which is made with it) on RTF as Word and WPS write Chinese: each character as
# \uN, behind it the two bytes of GBK that a reader without Unicode shows in its place, as \uc2 says.
# Expected: 投资1200万, as the standard lets a reader skip what \uc counts, and as both read GBK bytes alone
# rightly; seen: both keep the bytes as well: 投投资资1200万万. A ? in their place stays too.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rtf-parser@1.3.3 @iarna/rtf-to-html@1.1.0 2>/dev/null
cat >probe.cjs <<'JS'
const parser = require('rtf-parser');
const html = require('@iarna/rtf-to-html');
const rtf = (words) =>
  `{\\rtf1\\ansi\\ansicpg936\\uc2\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\\f0 ${words}\\par}`;
const texts = [
  "\\'cd\\'b6\\'d7\\'ca1200",
  "\\u25237\\'cd\\'b6\\u-29372\\'d7\\'ca1200\\u19975\\'cd\\'f2",
  '\\u25237??\\u-29372??1200\\u19975??',
];
for (const text of texts) {
  parser.string(rtf(text), (error, document) => {
    if (error) throw error;
    const words = document.content.map((one) => (one.content ?? [one]).map(({ value }) => value).join(''));
    html.fromString(rtf(text), (failed, page) => {
      if (failed) throw failed;
      console.log(words.join(''), /<p>([\s\S]*?)<\/p>/.exec(page)[1].trim());
    });
  });
}
JS
node probe.cjs >seen
cat seen
cat >expected <<'TXT'
投资1200 投资1200
投投资资1200万万 投投资资1200万万
投??资??1200万?? 投??资??1200万??
TXT
diff expected seen && echo 'as written above'
