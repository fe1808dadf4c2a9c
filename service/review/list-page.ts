import { createHash } from 'node:crypto';
import type { DocumentRecord } from '../../schemas/index.js';

/** A page of the list of documents, as a person sees it. */
export interface DocumentList {
  /** Name of the dataset. */
  readonly name: string;
  readonly documents: readonly DocumentRecord[];
  readonly total: number;
  /** What was looked for. */
  readonly q: string;
  /** Address of the next page; null on the last one. */
  readonly next: string | null;
}

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{padding:.3rem .6rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}
td:nth-child(n+4){text-align:right}input{font:inherit;width:20rem;max-width:100%}
@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}a{color:#8bf}}`;

/** The policy under which the list is shown: no script runs, and only its own style holds. */
export const LIST_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The list as HTML; it needs no script. */
export function listPage({ name, documents, total, q, next }: DocumentList): string {
  const rows = documents.map(
    ({ id, title, doc_number, issued_on, counts, warnings, source }) =>
      `<tr><td><a href="?document=${encodeURIComponent(id)}">${escaped(title || source.uri)}</a></td>` +
      `<td>${escaped(doc_number ?? '')}</td><td>${escaped(issued_on ?? '')}</td>` +
      `<td>${counts.tasks}</td><td>${counts.targets}</td><td>${warnings.length}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)} · 公文校阅</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(name)}</h1>
<form role="search"><label>标题、文号、发文机关 <input type="search" name="q" value="${escaped(q)}"></label> <button>查找</button></form>
<p>${total} 份文件</p>
<table>
<thead><tr><th>标题</th><th>文号</th><th>成文日期</th><th>任务</th><th>指标</th><th>提示</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${next === null ? '' : `<p><a rel="next" href="${escaped(next)}">下一页</a></p>`}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
