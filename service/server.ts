import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { Extractor } from '../library/extractor.js';
import { listen, urlOf } from '../workers/queue/monitor-server.js';
import { CorrectionsFile } from './corrections/corrections-file.js';
import { correctionRoutes } from './corrections/routes.js';
import { DatasetRegistry } from './datasets/registry.js';
import { datasetRoutes } from './datasets/routes.js';
import { type Engine, JobBook } from './extract/jobs.js';
import { extractRoutes } from './extract/routes.js';
import { feedRoutes } from './feeds/routes.js';
import { JSON_TYPE } from './http/accept.js';
import { Admission } from './http/admission.js';
import { bearerOf, onlyKnownNames, onlyKnownOrigins, onlyWithToken } from './http/guard.js';
import { ServiceMetrics } from './http/metrics.js';
import { Problem, retryAfter, sendProblem } from './http/problem.js';
import { networkOf, rateLimit } from './http/rate-limit.js';
import { mount, type Route } from './http/route.js';
import { watchRoutes } from './http/watch-routes.js';
import { openApiDocument } from './openapi/document.js';
import { reviewRoutes } from './review/routes.js';
import type { ServiceSettings } from './settings.js';

/** What is told of a service while it runs. */
export interface ServiceLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** gongwen over HTTP: a thin door to the library's extractor, and to datasets. */
export class Service {
  private readonly server: Server;
  private readonly registry: DatasetRegistry;
  private readonly book: JobBook;
  private readonly extractor: Extractor;
  private isStopping = false;

  /** `engine` takes the place of the extractor's child processes. */
  constructor(
    private readonly settings: ServiceSettings,
    private readonly log: ServiceLog,
    engine?: Engine,
  ) {
    this.extractor = new Extractor({ preload: true, ...settings.engine });
    this.registry = new DatasetRegistry(settings.datasets, {
      opened: (dataset, { version, counts }, milliseconds) =>
        log.info(
          { dataset, version, counts, milliseconds: Math.round(milliseconds) },
          'dataset read',
        ),
      failed: (dataset, wrong) => log.warn({ dataset, wrong }, 'dataset cannot be read'),
    });
    const metrics = this.metrics();
    this.book = new JobBook(engine ?? this.extractor, settings.engine.jobs, {
      ended: ({ extraction }, seconds) => {
        metrics.duration.observe(seconds);
        for (const { code } of extraction?.rejects ?? []) metrics.rejects.inc({ code });
      },
      failed: ({ id }, error) => log.error({ job: id, err: error }, 'document failed'),
    });
    this.server = createServer(this.application(metrics));
    this.server.requestTimeout = settings.requestTimeout * 1000;
    this.server.headersTimeout = Math.min(settings.requestTimeout * 1000, 15_000);
    if (engine === undefined) this.extractor.warm();
  }

  /** Binds it; resolves with its address. Throws the system's error. */
  async listen(): Promise<string> {
    const { host, port } = this.settings;
    return urlOf(await listen(this.server, host, port));
  }

  /** Reads the datasets; what cannot be read is told by `/ready` and looked at again. */
  async readDatasets(): Promise<void> {
    await this.registry.refresh();
  }

  /** Takes no new requests, ends those at work if they end in so many seconds, and stops all. */
  async stop(seconds: number): Promise<void> {
    this.isStopping = true;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const patience = new AbortController();
    const late = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      patience.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    await Promise.race([Promise.all([closed, this.book.settled()]), late]);
    patience.abort();
    this.book.close();
    await this.extractor.close();
    // Answers to what was just stopped go out before their connections are closed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    this.server.closeAllConnections();
    this.registry.close();
  }

  private metrics(): ServiceMetrics {
    return new ServiceMetrics({
      processes: () => this.extractor.processes,
      jobs: () => this.book.counts,
      datasets: () =>
        this.registry.names.flatMap((name) => {
          const index = this.registry.get(name);
          return index === null ? [] : [{ name, tasks: index.counts.tasks }];
        }),
    });
  }

  private application(metrics: ServiceMetrics): Express {
    const application = express();
    application.disable('x-powered-by');
    application.set('query parser', false);
    application.use(metrics.count, protectHeaders);
    application.use((_request, response, next) => {
      if (!this.isStopping) return next();
      response.set('connection', 'close');
      throw new Problem('stopping', 'Ask another one, or come again.', retryAfter(5));
    });
    application.use(onlyKnownNames(this.settings), onlyKnownOrigins(this.settings));
    // Browsers ask every server for it; a page with pictures would complain of a 404.
    application.get('/favicon.ico', (_request, response) => void response.status(204).end());
    application.use(onlyWithToken(this.settings), this.rateLimit());
    const routes = this.routes(metrics);
    for (const route of routes) mount(application, route);
    refuseOtherMethods(application, routes);
    application.use(() => {
      throw new Problem('not_found', 'See /openapi.json for what there is.');
    });
    application.use(this.sendError);
    return application;
  }

  private routes(metrics: ServiceMetrics): readonly Route[] {
    const { settings, registry, book } = this;
    const { maxBytes } = settings.engine;
    const admission = new Admission(
      { documents: settings.maxWaiting, maxBytes },
      () => book.patience,
    );
    const baseOf = (request: Request): string =>
      settings.baseUrl ?? `${request.protocol}://${request.headers.host}`;
    const corrections = new Map(
      settings.corrections.map(({ name, path }) => [name, new CorrectionsFile(path)]),
    );
    const routes: Route[] = [
      ...extractRoutes({ book, admission, maxBytes, wait: settings.wait }),
      ...datasetRoutes(registry),
      ...feedRoutes(registry, baseOf),
      ...correctionRoutes(registry, corrections),
      ...reviewRoutes(registry, corrections),
      ...watchRoutes({ metrics, checks: () => registry.checks() }),
      {
        method: 'get',
        path: '/openapi.json',
        id: 'getDescription',
        summary: 'This description.',
        answers: { 200: { description: 'OpenAPI 3.1.', content: { [JSON_TYPE]: null } } },
        handle: async () => ({ type: JSON_TYPE, body: description }),
      },
    ];
    const description = JSON.stringify(openApiDocument(routes, settings.tokens !== null));
    return routes;
  }

  /** Clients are told apart by their tokens, else by their addresses. */
  private rateLimit(): express.RequestHandler {
    const clientOf = (request: Request): string => bearerOf(request) ?? networkOf(request.ip ?? '');
    return rateLimit(this.settings.rate, clientOf);
  }

  private readonly sendError: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof Problem) return sendProblem(response, error);
    // An address that is no UTF-8 when its percent signs are read.
    if (error instanceof URIError) {
      return sendProblem(response, new Problem('bad_query', 'The address is no UTF-8.'));
    }
    this.log.error({ err: error, method: request.method, path: request.path }, 'request failed');
    sendProblem(response, new Problem('internal', 'The service failed; its log says how.'));
  };
}

const protectHeaders: express.RequestHandler = (_request, response, next) => {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  next();
};

/** Says which methods an address takes where it is asked by another. */
function refuseOtherMethods(application: Express, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
    const allow = [...methods, ...(methods.includes('get') ? ['head'] : [])]
      .map((method) => method.toUpperCase())
      .join(', ');
    application.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), () => {
      throw new Problem('method_not_allowed', `Use ${allow}.`, { allow });
    });
  }
}
