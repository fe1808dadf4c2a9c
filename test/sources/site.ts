import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A page, or what answers; `asked` counts the requests of its path, this one included. */
export type Route =
  | Page
  | ((request: IncomingMessage, response: ServerResponse, asked: number) => Page | null);

export interface Request {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A web site on loopback that a test makes, with all requests and connections that it saw. */
export class Site {
  readonly requests: Request[] = [];
  connections = 0;
  /** Requests at work at the same time, at most. */
  mostAtOnce = 0;
  private atWork = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly routes: Record<string, Route>,
    private readonly server: ReturnType<typeof createServer>,
  ) {
    server.on('connection', (socket) => {
      this.connections++;
      this.sockets.add(socket);
      socket.on('error', () => {});
    });
    server.on('request', (request, response) => this.answer(request, response));
  }

  static async start(routes: Record<string, Route>): Promise<Site> {
    const site = new Site(routes, createServer());
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** Paths that were asked for, robots.txt left out. */
  get paths(): string[] {
    return this.requests.map(({ path }) => path).filter((path) => path !== '/robots.txt');
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url!;
    this.requests.push({ path, headers: request.headers });
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atWork);
    response.on('close', () => this.atWork--);
    const route = this.routes[path] ?? { status: 404 };
    const asked = this.requests.filter((former) => former.path === path).length;
    const page = typeof route === 'function' ? route(request, response, asked) : route;
    if (page === null) return;
    const { status = 200, headers = {}, body = '' } = page;
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  }
}

/** A page that answers 304 where its tag is known. */
export const tagged =
  (etag: string, page: Page): Route =>
  (request) =>
    request.headers['if-none-match'] === etag
      ? { status: 304, headers: { etag } }
      : { ...page, headers: { ...page.headers, etag } };

/** Pages whose body never ends, as fast as it is read. */
export const endless: Route = (_, response) => {
  const piece = Buffer.alloc(16 * 1024, 'a');
  const write = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', write);
  write();
  return null;
};

/** Never answers. */
export const silent: Route = () => null;
