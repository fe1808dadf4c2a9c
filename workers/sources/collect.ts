import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Reject } from '../../schemas/index.js';
import type { Source } from '../../schemas/source.js';
import { codeOf, type FoundInput, findInputs } from '../find-inputs.js';
import { inputReject } from '../input-reject.js';
import { inLanes } from '../lanes.js';
import type { Copier } from './copier.js';
import { fetchReject } from './fetch-reject.js';
import type { KnownDocument, KnownDocuments } from './known-documents.js';
import { listedDocuments } from './listing.js';
import type { WebCopy } from './web-copies.js';

/** What a source gives in a round. */
export interface Collected {
  readonly inputs: readonly FoundInput[];
  readonly rejects: readonly Reject[];
  /** Documents from the web: how many were asked for, and how many of them had not changed. */
  readonly asked: number;
  readonly unchanged: number;
}

/** Looks at a source: its files, or what its pages lead to; attachments come with their pages. */
export async function collect(
  source: Source,
  copier: Copier,
  known: KnownDocuments,
  out: string,
): Promise<Collected> {
  switch (source.kind) {
    case 'folder':
      return { ...findInputs([source.path], out), asked: 0, unchanged: 0 };
    case 'list':
      return collectList(source, copier, out);
    case 'url':
      return collectUrls(source, [source.url], copier);
    case 'listing':
      return collectListing(source, copier, known);
  }
}

async function collectList(
  source: Extract<Source, { kind: 'list' }>,
  copier: Copier,
  out: string,
): Promise<Collected> {
  let text: string;
  try {
    text = await readFile(source.path, 'utf8');
  } catch (error) {
    const reject = inputReject(source.path, codeOf(error));
    return { inputs: [], rejects: [reject], asked: 0, unchanged: 0 };
  }
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const named = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const isUrl = (line: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(line);
  const base = dirname(source.path);
  const files = named.filter((line) => !isUrl(line)).map((line) => resolve(base, line));
  const found = findInputs(files, out);
  const web = await collectUrls(source, [...new Set(named.filter(isUrl))], copier);
  return {
    ...web,
    inputs: [...found.inputs, ...web.inputs],
    rejects: [...found.rejects, ...web.rejects],
  };
}

async function collectListing(
  source: Extract<Source, { kind: 'listing' }>,
  copier: Copier,
  known: KnownDocuments,
): Promise<Collected> {
  const listed = await listedDocuments(source, copier);
  const fresh = await collectUrls(source, listed.urls, copier);
  const taken = new Set([...listed.urls, ...fresh.inputs.map(({ uri }) => uri)]);
  const earlier: FoundInput[] = [];
  for (const { url, attachment_of } of await known.read(source.name)) {
    // An attachment whose page is listed and links to it no more goes with the link.
    if (taken.has(url) || (attachment_of !== null && taken.has(attachment_of))) continue;
    const copy = await copier.copies.find(url);
    if (copy) earlier.push(inputOf(url, copier, copy, attachment_of));
  }
  const inputs = [...fresh.inputs, ...earlier];
  await known.write(source.name, inputs.map(knownOf).sort(byUrl));
  return { ...fresh, inputs, rejects: [...listed.rejects, ...fresh.rejects] };
}

/** Addresses that are fetched at the same time; those of one host wait for each other. */
const AT_ONCE = 8;

async function collectUrls(
  { attachments }: Source,
  urls: readonly string[],
  copier: Copier,
): Promise<Collected> {
  const inputs = new Map<string, FoundInput>();
  const rejects = new Map<string, Reject>();
  let unchanged = 0;
  let asked = 0;
  const take = async (url: string, attachmentOf: string | null): Promise<void> => {
    const copied = await copier.copy(url);
    asked++;
    if (copied.error) rejects.set(url, fetchReject(url, copied.error, copied.copy !== null));
    else if (copied.unchanged) unchanged++;
    if (copied.copy === null) return;
    inputs.set(url, inputOf(url, copier, copied.copy, attachmentOf));
    if (!attachments || attachmentOf !== null) return;
    for (const link of copied.copy.attachments) {
      if (!urls.includes(link) && !inputs.has(link)) await take(link, url);
    }
  };
  await inLanes(urls, AT_ONCE, (url) => take(url, null));
  return { inputs: [...inputs.values()], rejects: [...rejects.values()], asked, unchanged };
}

const inputOf = (
  uri: string,
  { copies }: Copier,
  copy: WebCopy,
  attachmentOf: string | null,
): FoundInput => ({
  uri,
  path: copies.path(copy),
  ...(attachmentOf === null ? {} : { attachmentOf }),
  ...(copy.charset === null ? {} : { charset: copy.charset.toLowerCase() }),
});

const knownOf = ({ uri, attachmentOf }: FoundInput): KnownDocument => ({
  url: uri,
  attachment_of: attachmentOf ?? null,
});

const byUrl = (a: KnownDocument, b: KnownDocument): number =>
  a.url < b.url ? -1 : a.url > b.url ? 1 : 0;
