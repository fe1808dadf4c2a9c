#!/usr/bin/env bash
# @microsoft/recognizers-text-suite (Chinese) on the deadlines of notices; the day of reference is 15 January 2025.
# Expected: half of a year is half of it, as a quarter is a quarter; 今年底 lies at the year's end; 底前 ends a month and says
# "before", as 5日前 does; 自发布之日起30日内 is a duration. Seen: 上半年 and 下半年 are both the whole year; 今年底 runs from
# New Year to the day of reference; 2025年6月底前 is all of June with no "before"; 30日内 behind 之日起 is the 30th of a
# month, resolved to a day that has passed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @microsoft/recognizers-text-suite@1.3.1 2>/dev/null
cat >probe.cjs <<'JS'
const { Culture, recognizeDateTime } = require('@microsoft/recognizers-text-suite');
const DAY = new Date(2025, 0, 15);
for (const words of ['2025年第三季度', '2025年上半年', '2025年下半年', '今年底', '5日前', '2025年6月底前', '自发布之日起30日内']) {
  const found = recognizeDateTime(words, Culture.Chinese, undefined, DAY).map(({ text, resolution }) => {
    const { Mod, value, start, end } = resolution.values[0];
    return [text, Mod, value, start, end].filter((part) => part !== undefined).join(' ');
  });
  console.log(`${words}: ${found.join(', ') || 'nothing'}`);
}
JS
node probe.cjs >seen
cat seen
cat >expected <<'TXT'
2025年第三季度: 2025年第三季度 2025-07-01 2025-10-01
2025年上半年: 2025年上半年 2025-01-01 2026-01-01
2025年下半年: 2025年下半年 2025-01-01 2026-01-01
今年底: 今年 2025-01-01 2025-01-15
5日前: 5日前 before 2025-01-05
2025年6月底前: 2025年6月 2025-06-01 2025-07-01
自发布之日起30日内: 30日 2024-12-30
TXT
diff expected seen && echo 'as written above'
