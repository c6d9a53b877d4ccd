/** How the server does, in Prometheus' format: counts and times by route, never by person or space. */
import { createServer } from 'node:http';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface Watched {
  pool: Pool;
  listeners: () => number;
}

export class Metrics {
  readonly #registry = new Registry();
  readonly #times = new Histogram({
    name: 'samen_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.#registry],
  });
  readonly #faults = new Counter({
    name: 'samen_faults_total',
    help: 'Requests that went wrong through a fault of the server',
    registers: [this.#registry],
  });

  constructor({ pool, listeners }: Watched) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    const gauges: [string, string, () => number][] = [
      ['samen_listeners', 'Streams of events that are open', listeners],
      ['samen_database_connections', 'Connections to the database', () => pool.totalCount],
      ['samen_database_waiting', 'Requests that wait for a connection', () => pool.waitingCount],
    ];
    for (const [name, help, read] of gauges) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    }
  }

  /** Counts what an app answers. */
  watch(app: FastifyInstance): void {
    app.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const route = routeOptions.url ?? 'none';
      this.#times.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
      if (reply.statusCode === 500) this.#faults.inc();
      done();
    });
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Serves them at an address of their own. Resolves with the way to end. */
  async listen(at: { host: string; port: number }): Promise<{ port: number; close: () => Promise<void> }> {
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      void this.text().then((text) => {
        response.writeHead(200, { 'content-type': this.#registry.contentType, 'cache-control': 'no-store' }).end(text);
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at.port, at.host, resolve);
    });
    const address = server.address();
    return {
      port: typeof address === 'object' && address ? address.port : at.port,
      close: () => new Promise((resolve) => server.close(() => resolve())),
    };
  }
}
