import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.js';

/** All addresses of a host's name. */
export type Resolve = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** IPv6 addresses that are given out to the public (RFC 4291, section 2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address belongs to the public internet: not private, shared, loopback, link-local,
 * multicast, unique-local, reserved, nor a way around that through IPv6 (mapped, 6to4, Teredo, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}

/** Decides which addresses may be connected to. */
export class AddressGuard {
  private readonly allowed: ReadonlySet<string>;

  /** `allowedHosts` may lie anywhere; they are names or literal addresses as URLs write them. */
  constructor(
    allowedHosts: readonly string[],
    private readonly resolve: Resolve = resolveBySystem,
  ) {
    this.allowed = new Set(allowedHosts.map(hostName));
  }

  /**
   * Refuses what can be told from the URL alone: other protocols, passwords, literal addresses.
   *
   * @throws FetchError
   */
  check(url: URL): void {
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
      throw new FetchError('fetch_bad_address', url.href);
    }
    const host = hostName(url.hostname);
    if (isIP(host) !== 0 && !this.allowed.has(host) && !isPublicAddress(host)) {
      throw new FetchError('fetch_forbidden_address', url.href, host);
    }
  }

  /**
   * The lookup of a connector: the addresses that were checked are those that are connected to, so a
   * name that answers otherwise the next time gains nothing. One forbidden answer refuses the host.
   */
  readonly lookup: LookupFunction = (name, options, callback) => {
    this.addressesOf(name).then(
      (found) => {
        const wanted = options.family === 4 || options.family === 6 ? options.family : null;
        const fitting = found.filter(({ family }) => wanted === null || family === wanted);
        const [first] = fitting;
        if (first === undefined) callback(noAddress(name), '', 0);
        else if (options.all) callback(null, [...fitting]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, '', 0),
    );
  };

  private async addressesOf(name: string) {
    const found = await this.resolve(name);
    if (this.allowed.has(hostName(name))) return found;
    const forbidden = found.find(({ address }) => !isPublicAddress(address));
    if (forbidden) {
      const says = `${name} is ${forbidden.address}`;
      throw new FetchError('fetch_forbidden_address', name, says);
    }
    return found;
  }
}

function noAddress(name: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(`${name} has no address`);
  error.code = 'ENOTFOUND';
  return error;
}

/** A host as it is compared: small letters, without brackets and the dot of the root. */
const hostName = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
