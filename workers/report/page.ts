import { createHash } from 'node:crypto';
import type { PackedDocument, ReportHead } from '../../report/payload.js';
import type { PageAssets } from './assets.js';

/** JSON that no HTML parser can take for markup, and that is JavaScript too. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Data that the page holds itself, as an element that is never run. */
export const dataElement = (kind: 'head' | 'document', value: unknown): string =>
  `<script type="application/json" class="report-${kind}">${inertJson(value)}</script>\n`;

/** A script beside the page that hands documents over as one string of data. */
export const partScript = (documents: readonly PackedDocument[]): string =>
  `(globalThis.reportParts ??= []).push(${inertJson(JSON.stringify(documents))});\n`;

export const partName = (number: number): string => `data-${number}.js`;

/**
 * The page around its data. Only the scripts and the style of this very build may run, told by
 * their digests; scripts beside the page are let in only where the data is there.
 */
export function pageAround({ html, css, js }: PageAssets, head: ReportHead): [string, string] {
  const scripts = [source(js), ...(head.parts > 0 ? ["'self'", 'file:'] : [])];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    `style-src ${source(css)}`,
    ...(head.pictures ? ["img-src 'self' file:"] : []),
    ...(head.saves ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const parts = Array.from(
    { length: head.parts },
    (_, index) => `<script src="${partName(index + 1)}"></script>\n`,
  );
  const filled = fill(html, {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    style: `<style>${css}</style>`,
    script: `${parts.join('')}<script>${js}</script>`,
  });
  const [before, after] = filled.split('<!-- data -->');
  if (before === undefined || after === undefined) throw new Error('No place for data in the page');
  return [`${before}${dataElement('head', head)}`, after];
}

/** A source of scripts or styles that is told by the digest of its text. */
const source = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function fill(html: string, values: Readonly<Record<string, string>>): string {
  return html.replace(/<!-- (policy|style|script) -->/g, (_, name: string) => values[name] ?? '');
}
