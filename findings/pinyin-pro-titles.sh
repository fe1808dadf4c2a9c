#!/usr/bin/env bash
# pinyin-pro on officials' titles and names of districts.
# Expected: 处长 and 局长 end in zhang, as 县长 and 科长 do, and names of counties have their own reading,
# as 六安 lu, 丽水 li, 铅山 yan and 枞阳 zong have; seen: chu chang, ju chang, mi shu chang, and the common
# reading in many names: 乐清 le, 都匀 dou, 六合 liu, 洪洞 dong, 蔚县 wei, 大埔 pu, 黄陂 bei, 珲春 hui.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pinyin-pro@3.29.4
cat >probe.cjs <<'JS'
const { pinyin } = require('pinyin-pro');
const stated = {
  县长: 'xian zhang', 科长: 'ke zhang', 六安市: 'lu an shi', 铅山县: 'yan shan xian', 枞阳县: 'zong yang xian',
  处长: 'chu chang', 局长: 'ju chang', 秘书长: 'mi shu chang', 河长制: 'he chang zhi',
  乐清市: 'le qing shi', 都匀市: 'dou yun shi', 六合区: 'liu he qu', 洪洞县: 'hong dong xian',
  蔚县: 'wei xian', 大埔县: 'da pu xian', 黄陂区: 'huang bei qu', 珲春市: 'hui chun shi',
};
const seen = Object.keys(stated).map((words) => [words, pinyin(words, { toneType: 'none' })]);
for (const [words, reading] of seen) console.log(`${words} ${reading}`);
const same = seen.every(([words, reading]) => reading === stated[words]);
console.log(`pinyin-pro 3.29.4: ${same ? 'as stated' : 'changed'}`);
process.exitCode = same ? 0 : 1;
JS
node probe.cjs
