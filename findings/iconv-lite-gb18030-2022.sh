#!/usr/bin/env bash
# iconv-lite's gb18030 against Node's TextDecoder('gb18030') on what GB 18030-2022 moved.
# Expected: the same characters, both following the table in force (A6D9 is ︐ U+FE10, FE59 is 龴 U+9FB4);
# seen: iconv-lite gives private characters (U+E78D, U+E81E) and writes ︐ and 龴 in four bytes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts iconv-lite@0.7.3
cat >probe.mjs <<'JS'
import iconv from 'iconv-lite';
const code = (text) => text.codePointAt(0).toString(16);
let same = true;
for (const [hex, character, private_, bytes] of [
  ['a6d9', '\ufe10', 'e78d', '84318236'],
  ['fe59', '\u9fb4', 'e81e', '82359037'],
]) {
  const buffer = Buffer.from(hex, 'hex');
  const mine = code(iconv.decode(buffer, 'gb18030'));
  const platform = code(new TextDecoder('gb18030').decode(buffer));
  const written = iconv.encode(character, 'gb18030').toString('hex');
  console.log(`${hex}: TextDecoder U+${platform}, iconv-lite U+${mine}; iconv-lite writes ${character} as ${written}`);
  same &&= platform === code(character) && mine === private_ && written === bytes;
}
console.log(`iconv-lite 0.7.3, node ${process.versions.node}: ${same ? 'as stated' : 'changed'}`);
process.exitCode = same ? 0 : 1;
JS
node probe.mjs
