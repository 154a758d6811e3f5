import type { FastifyPluginAsync } from 'fastify';
import { openConsumerKeys } from './consume/consumerKeys.ts';
import { cancelIntake, eraseIntake } from './consume/endIntake.ts';
import { type IntakeRow, readIntakeRow, toIntake } from './consume/intakeRow.ts';
import { query } from './consume/query.ts';
import { receive } from './consume/receive.ts';
import type { Delivery, Holding } from './delivery.ts';
import { openLocks } from './locks.ts';
import type { DeliveryContext, DeliveryParts } from './parts.ts';
import { planeRoutes } from './plane/planeRoutes.ts';
import { preview } from './preview.ts';
import { runDelivery } from './runDelivery.ts';
import { openKeptSources } from './sources/keptSources.ts';
import { openSource } from './sources/openSource.ts';
import { beginWaiting } from './transfers/beginWaiting.ts';
import { transferHooks } from './transfers/hooks.ts';
import { prepare } from './transfers/prepare.ts';
import { openStops } from './transfers/stops.ts';
import { openTransferKeys } from './transfers/transferKeys.ts';
import { makeWaker } from './waker.ts';

/** The delivery with what its own routes use. */
export interface OpenedDelivery extends Delivery {
  context: DeliveryContext;
  /** The data plane, for other connectors. */
  planeRoutes: FastifyPluginAsync;
}

/** Opens the delivery of data over its tables and folder, and hooks it into the control plane and the grants. */
export function openDelivery(parts: DeliveryParts): OpenedDelivery {
  const { house, identity, dsp, grants } = parts;
  const { store } = house;
  const waker = makeWaker(store);
  const context: DeliveryContext = {
    ...parts,
    stops: openStops(store),
    keys: openTransferKeys(identity),
    sources: openKeptSources(parts),
    consumerKeys: openConsumerKeys(),
    locks: openLocks(store),
    wake: waker.wake,
    wakeWith: waker.wakeWith,
  };
  dsp.use(transferHooks(context));
  grants.onChange((tx, grant, before) => beginWaiting(context, tx, grant, before));

  return {
    context,
    planeRoutes: planeRoutes(context) as FastifyPluginAsync,
    prepare: (tx, transfer) => prepare(parts, tx, transfer),
    async stop(participant, transfer, reason) {
      await context.stops.stop(participant, transfer);
      context.keys.forget(participant, transfer);
      context.consumerKeys.forget(transfer);
      await store.sql`
        UPDATE exchange.deliveries SET stopped = ${reason} WHERE participant = ${participant} AND transfer = ${transfer}`;
    },
    async resume(participant, transfer) {
      await store.sql`
        UPDATE exchange.deliveries SET stopped = NULL WHERE participant = ${participant} AND transfer = ${transfer}`;
      context.wake();
    },
    receive: (p) => receive(context, p),
    readIntake: async (participant, id) => toIntake(await readIntakeRow(store.sql, participant, id)),
    cancelIntake: async (participant, id) => toIntake(await cancelIntake(context, participant, id)),
    query: (p) => query(context, p),
    openSource: (participant, reference) => openSource(parts, participant, reference),
    async describeSource(participant, reference) {
      const source = await openSource(parts, participant, reference);
      try {
        return await source.describe();
      } finally {
        await source.close();
      }
    },
    preview: (p) => preview(context, p),
    async holdings(participant, agreement) {
      const rows = await store.sql<IntakeRow[]>`
        SELECT * FROM exchange.intakes
        WHERE participant = ${participant} AND agreement = ${agreement} AND state <> 'erased' AND chunks > 0
        ORDER BY started_at`;
      return rows.map((row): Holding => {
        const { id: intake, destination, digest, bytes, rows: count, changedAt: receivedAt } = toIntake(row);
        return { intake, destination, digest, bytes, rows: count, receivedAt, handedOut: row.handed_out_at !== null };
      });
    },
    erase: (participant, intake) => eraseIntake(context, participant, intake),
    async run(signal) {
      try {
        await runDelivery(context, waker, signal);
      } finally {
        await context.sources.close();
        await context.locks.close();
      }
    },
  };
}
