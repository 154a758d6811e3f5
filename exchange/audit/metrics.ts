import { Gauge, type Registry } from 'prom-client';

const latenessName = 'xiangyu_exchange_anchoring_lateness_seconds';

/** The age of the oldest record without an anchor, by participant; one gauge for all who share the registry. */
export function latenessGauge(metrics: Registry): Gauge<'participant'> {
  const known = metrics.getSingleMetric(latenessName);
  if (known) return known as Gauge<'participant'>;
  return new Gauge({
    name: latenessName,
    help: 'Age of the oldest exchange record that is not anchored; 0 when all are.',
    labelNames: ['participant'],
    registers: [metrics],
  });
}
