import { Counter, Gauge, type Registry } from 'prom-client';
import type { Endpoint } from './endpoint.ts';
import type { Endpoints } from './endpoints.ts';

const prefix = 'xiangyu_ledger_endpoint_';
const names = ['usable', 'height', 'in_flight', 'exchanges_total', 'failures_total'];

/** Registers what is known of each node, by its place in the configured list: its address may carry a credential. */
export function registerEndpointMetrics(registry: Registry, { list, isUsable }: Endpoints): void {
  for (const name of names) registry.removeSingleMetric(prefix + name);
  const gauge = (name: string, help: string, read: (endpoint: Endpoint) => number) =>
    new Gauge({
      name: prefix + name,
      help,
      labelNames: ['place'],
      registers: [registry],
      collect() {
        for (const endpoint of list) this.set({ place: endpoint.place }, read(endpoint));
      },
    });
  const counter = (name: string, help: string, read: (endpoint: Endpoint) => number) =>
    new Counter({
      name: prefix + name,
      help,
      labelNames: ['place'],
      registers: [registry],
      collect() {
        this.reset();
        for (const endpoint of list) this.inc({ place: endpoint.place }, read(endpoint));
      },
    });
  gauge('usable', '1 while the node answers and serves the right chain', (endpoint) => (isUsable(endpoint) ? 1 : 0));
  gauge('height', 'Number of the newest block that the node showed', ({ height }) => height);
  gauge('in_flight', 'Exchanges under way with the node', ({ inFlight }) => inFlight);
  counter('exchanges_total', 'Exchanges with the node', ({ exchanges }) => exchanges);
  counter(
    'failures_total',
    'Exchanges that failed or were refused for their rate',
    (endpoint) => endpoint.failedExchanges,
  );
}
