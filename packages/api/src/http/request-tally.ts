import type { onResponseHookHandler } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';

/** Seconds; the bars of interest are 3 ms (one at a time) and the point where a person starts to wait. */
const BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** Counts requests and refusals by route and code. Labels are routes, statuses and codes: never an id, never a person. */
export class RequestTally {
  readonly #requests: Counter<'route' | 'status'>;
  readonly #refusals: Counter<'code'>;
  readonly #seconds: Histogram<'route'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#requests = new Counter({
      name: 'minglu_http_requests_total',
      help: 'Requests answered, by route and status',
      labelNames: ['route', 'status'],
      registers,
    });
    this.#refusals = new Counter({
      name: 'minglu_http_refusals_total',
      help: 'Requests refused at the door, by code',
      labelNames: ['code'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'minglu_http_request_seconds',
      help: 'Time from the first byte of a request to the last of its answer',
      labelNames: ['route'],
      buckets: BUCKETS,
      registers,
    });
  }

  /** Children are looked up once per route: a look-up per request hashes its labels every time. */
  responseHook(method: string, path: string): onResponseHookHandler {
    const route = `${method} ${path}`;
    const seconds = this.#seconds.labels(route);
    const byStatus = new Map<number, Counter.Internal>();
    return (_request, reply, done) => {
      let counter = byStatus.get(reply.statusCode);
      if (counter === undefined) {
        counter = this.#requests.labels(route, String(reply.statusCode));
        byStatus.set(reply.statusCode, counter);
      }
      counter.inc();
      seconds.observe(reply.elapsedTime / 1000);
      done();
    };
  }

  refused(code: string): void {
    this.#refusals.labels(code).inc();
  }
}
