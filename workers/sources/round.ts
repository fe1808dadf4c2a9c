import type { Reject } from '../../schemas/index.js';
import type { Source } from '../../schemas/source.js';
import type { Configuration } from '../configuration/schema.js';
import { type FetchEnvironment, Fetcher } from '../fetch/fetcher.js';
import { FETCH_DEFAULTS, type FetchSettings } from '../fetch/settings.js';
import type { FoundInput, FoundInputs } from '../find-inputs.js';
import type { FolderObjects } from '../object-store.js';
import { type Collected, collect } from './collect.js';
import { Copier } from './copier.js';
import { KnownDocuments } from './known-documents.js';
import { PageLinks } from './page-links.js';
import { WebCopies } from './web-copies.js';

/** What sources gave in a round. */
export interface Round extends FoundInputs {
  /** Addresses of documents that were asked for, and how many of them had not changed. */
  readonly asked: number;
  readonly unchanged: number;
}

export const fetchSettings = ({
  allowHost,
  hostInterval,
  userAgent,
  maxBytes,
}: Configuration): FetchSettings => ({
  ...FETCH_DEFAULTS,
  allowHosts: allowHost,
  interval: hostInterval,
  userAgent,
  maxBytes,
});

/** Looks at sources once, at the same time; `out` is the dataset that none of them may hold. */
export async function lookAtSources(
  sources: readonly Source[],
  out: string,
  objects: FolderObjects,
  settings: FetchSettings,
  signal: AbortSignal,
  environment: FetchEnvironment = {},
): Promise<Round> {
  const fetcher = new Fetcher(settings, environment);
  const pages = new PageLinks(signal);
  try {
    const copier = new Copier(fetcher, new WebCopies(objects), pages, signal);
    const known = new KnownDocuments(objects);
    const all = sources.map((source) => collect(source, copier, known, out));
    return joined(await Promise.all(all));
  } finally {
    pages.close();
    await fetcher.close();
  }
}

/** What several sources hold is taken once; the order is that of the names. */
function joined(all: readonly Collected[]): Round {
  const inputs = new Map<string, FoundInput>();
  const rejects = new Map<string, Reject>();
  for (const collected of all) {
    for (const input of collected.inputs) inputs.set(input.uri, inputs.get(input.uri) ?? input);
    for (const reject of collected.rejects) rejects.set(reject.uri, reject);
  }
  const sum = (key: 'asked' | 'unchanged'): number =>
    all.reduce((total, collected) => total + collected[key], 0);
  return {
    inputs: [...inputs.values()].sort(byUri),
    rejects: [...rejects.values()].sort(byUri),
    asked: sum('asked'),
    unchanged: sum('unchanged'),
  };
}

const byUri = (a: { readonly uri: string }, b: { readonly uri: string }): number =>
  a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
