import type { EngineOptions } from '../library/options.js';
import type { NamedFolder } from './datasets/registry.js';

/** How a service is run; what is left out takes its default. */
export interface ServiceSettings {
  readonly host: string;
  readonly port: number;
  readonly datasets: readonly NamedFolder[];
  /** Files in which the corrections of datasets are kept, under the datasets' names. */
  readonly corrections: readonly { readonly name: string; readonly path: string }[];
  /** Words of which each request must bring one; null: none is asked for. */
  readonly tokens: readonly string[] | null;
  /** Names that it may be called by, beside the one that it listens on. */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may ask it: `https://example.org`. */
  readonly allowedOrigins: readonly string[];
  /** What it is reached under from outside, for links; null: as each request names it. */
  readonly baseUrl: string | null;
  readonly engine: EngineOptions & Required<Pick<EngineOptions, 'jobs' | 'maxBytes'>>;
  /** Seconds that a request for an extraction waits before it is told where its job is. */
  readonly wait: number;
  /** Documents that may be at work and waiting together. */
  readonly maxWaiting: number;
  /** Requests of one client a second, on average. */
  readonly rate: number;
  /** Seconds for a request to arrive whole. */
  readonly requestTimeout: number;
}

/** What holds where nobody says otherwise. */
export const SERVICE_DEFAULTS = {
  wait: 60,
  maxMembers: 1000,
  maxWaiting: 256,
  rate: 500,
  requestTimeout: 60,
  grace: 25,
} as const;
