#!/usr/bin/env bash
# node-html-markdown on the cells of a targets' table.
# Expected: two lines of a cell stay apart in Markdown, by <br> or at least by a blank;
# seen: they are joined: 1200<br>1500 becomes 12001500, two departments become one; and a list
# that starts at 3 starts at 1.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-html-markdown@2.0.0
cat >probe.mjs <<'JS'
import { NodeHtmlMarkdown } from 'node-html-markdown';
const seen = [
  ['<table><tr><th>目标</th></tr><tr><td>1200<br>1500</td></tr></table>', '| 12001500 |'],
  ['<table><tr><th>责任单位</th></tr><tr><td><p>市财政局</p><p>市教育局</p></td></tr></table>', '| 市财政局市教育局 |'],
  ['<ol start="3"><li>强化保障</li></ol>', '1. 强化保障'],
].map(([html, stated]) => {
  const markdown = NodeHtmlMarkdown.translate(html);
  console.log(`${html}\n${markdown}\n`);
  return markdown.split('\n').at(-1) === stated;
});
const same = seen.every(Boolean);
console.log(`node-html-markdown 2.0.0: ${same ? 'as stated' : 'changed'}`);
process.exitCode = same ? 0 : 1;
JS
node probe.mjs
