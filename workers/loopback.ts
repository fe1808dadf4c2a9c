import { isIPv4 } from 'node:net';

/** Whether only programs of this machine can reach a server that is bound to the host. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
