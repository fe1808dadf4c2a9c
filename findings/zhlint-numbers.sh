#!/usr/bin/env bash
# zhlint with its default preset on lines of official documents.
# Expected: numbers of headings and items stay as GB/T 9704 prescribes them; seen: the dot of an item becomes the
# full stop of a sentence (1.建设 reads 1。建设), which its preset nowhere says, and （一） becomes (一).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zhlint@0.8.2 2>/dev/null
cat >probe.mjs <<'JS'
import { run } from 'zhlint';
for (const line of ['1.建设平台。', '1．建设平台。', '（一）总体要求', '国办发〔2025〕12号'])
  console.log(run(line, { rules: { preset: 'default' } }).result);
JS
node probe.mjs >seen
cat seen
cat >expected <<'TXT'
1。建设平台。
1． 建设平台。
(一) 总体要求
国办发〔2025〕12号
TXT
diff expected seen && echo 'as written above'
