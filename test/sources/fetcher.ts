import { afterEach } from 'vitest';
import type { FetchError } from '../../workers/fetch/fetch-error.js';
import { type FetchEnvironment, Fetcher } from '../../workers/fetch/fetcher.js';
import { HostClock } from '../../workers/fetch/host-clock.js';
import { FETCH_DEFAULTS, type FetchSettings } from '../../workers/fetch/settings.js';
import { type Route, Site } from './site.js';

/** Of what nobody interrupts. */
export const { signal } = new AbortController();
export const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

/** A site that is closed after the test. */
export const siteWith = async (routes: Record<string, Route>): Promise<Site> => {
  const site = await Site.start(routes);
  closing.push(site);
  return site;
};

/** A fetcher that may go to 127.0.0.1 and waits for nothing; `pauses` are those it would have made. */
export function fetcherWith(
  settings: Partial<FetchSettings> = {},
  environment: FetchEnvironment = {},
) {
  const pauses: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    pauses.push(Math.round(milliseconds / 100) / 10);
    time += milliseconds;
  };
  let time = 0;
  const clock = new HostClock(sleep, () => time);
  const all = { ...FETCH_DEFAULTS, allowHosts: ['127.0.0.1'], interval: 1, ...settings };
  const fetcher = new Fetcher(all, { clock, ...environment });
  closing.push(fetcher);
  return { fetcher, pauses };
}

/** Why it was not fetched. */
export const failure = (fetched: Promise<unknown>): Promise<FetchError> =>
  fetched.then(
    () => Promise.reject(new Error('it was fetched')),
    (error) => error,
  );
