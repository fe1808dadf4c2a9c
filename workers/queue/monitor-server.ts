import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is asked by those who watch a worker. */
export interface Monitored {
  /** What the worker needs, each with what is wrong or null. */
  checks(): Promise<Readonly<Record<string, string | null>>>;
  metrics(): Promise<{ readonly type: string; readonly text: string }>;
}

/**
 * Serves `/health` (200 as long as the process answers), `/ready` (200 where work can be done, else
 * 503 with what is wrong) and `/metrics` (Prometheus text).
 */
export function monitorServer(monitored: Monitored): Server {
  return createServer((request, response) => {
    answer(request.method ?? '', request.url ?? '', response, monitored).catch((error: Error) => {
      if (!response.headersSent) send(response, 500, { status: 'failed', error: error.message });
      else response.destroy();
    });
  });
}

async function answer(
  method: string,
  url: string,
  response: ServerResponse,
  { checks, metrics }: Monitored,
): Promise<void> {
  const path = url.split('?', 1)[0];
  if (method !== 'GET' && method !== 'HEAD') {
    send(response.setHeader('allow', 'GET, HEAD'), 405, { status: 'method not allowed' });
  } else if (path === '/health') send(response, 200, { status: 'ok' });
  else if (path === '/ready') {
    const found = await checks();
    const ready = Object.values(found).every((wrong) => wrong === null);
    send(response, ready ? 200 : 503, { status: ready ? 'ok' : 'not ready', checks: found });
  } else if (path === '/metrics') {
    const { type, text } = await metrics();
    response.writeHead(200, { 'content-type': type }).end(text);
  } else send(response, 404, { status: 'not found', paths: ['/health', '/ready', '/metrics'] });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(`${JSON.stringify(body)}\n`);
}

/** Binds a server; resolves with the address it got. Throws the system's error. */
export function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** `http://host:port` of an address. */
export const urlOf = ({ address, port, family }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
