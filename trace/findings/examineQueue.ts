import type { Store, Tx } from '../../store/index.ts';
import type { TraceNetwork } from '../network.ts';
import { alertInspectors } from './alertInspectors.ts';
import type { Detector } from './detector.ts';
import { examineBalance } from './examineBalance.ts';
import { examineCertificates } from './examineCertificates.ts';
import { examineClones } from './examineClones.ts';
import { examineColdChain } from './examineColdChain.ts';
import { readExamined, readMasterData } from './examined.ts';
import { examineForeignProducts } from './examineForeignProducts.ts';
import { examineJourneys } from './examineJourneys.ts';
import { type StoredFinding, storeDoubts } from './storeDoubts.ts';

const detectors: readonly Detector[] = [
  examineCertificates,
  examineBalance,
  examineColdChain,
  examineJourneys,
  examineClones,
  examineForeignProducts,
];

/** Captures, or events to be looked at once more, in one transaction. */
const captures = 20;
/** Events that detectors look at together. */
const together = 250;

/** Sequences of the events that rows of the queue stand for; a declaration of an error stands for the event it is about. */
async function readWaiting(tx: Tx, rows: { capture_id: string | null; event: string | null }[]): Promise<string[]> {
  const found = await tx<{ sequence: string }[]>`
    SELECT DISTINCT o.sequence::text, o.sequence AS place FROM trace.events e
    JOIN trace.events o ON o.hash = e.hash AND o.declaration = ''
    WHERE e.capture_id = ANY(${rows.flatMap(({ capture_id }) => capture_id ?? [])}::text[])
      OR e.sequence = ANY(${rows.flatMap(({ event }) => event ?? [])}::bigint[])
    ORDER BY o.sequence`;
  return found.map(({ sequence }) => sequence);
}

async function examineSome(tx: Tx, sequences: readonly string[]): Promise<StoredFinding[]> {
  const events = await readExamined(tx, sequences);
  const keys = events.flatMap(({ things, places }) => [...things.map(({ key }) => key), ...places]);
  const masterData = await readMasterData(tx, keys);
  const stored: StoredFinding[] = [];
  for (const detector of detectors) {
    stored.push(...(await storeDoubts(tx, detector.name, await detector.examine({ tx, masterData }, events))));
  }
  return stored;
}

/**
 * Examines what waits first, in one transaction that also takes it off the queue: an interruption loses nothing and
 * repeats only what it undid. Gives how many events were examined, null when nothing waits.
 */
export async function examineNext(store: Store, network: TraceNetwork | null): Promise<number | null> {
  return store.transaction(async (tx) => {
    const rows = await tx<{ id: string; capture_id: string | null; event: string | null }[]>`
      DELETE FROM trace.examination_queue WHERE id IN (
        SELECT id FROM trace.examination_queue ORDER BY id LIMIT ${captures} FOR UPDATE)
      RETURNING id::text, capture_id, event::text`;
    if (rows.length === 0) return null;
    const waiting = await readWaiting(tx, rows);
    const stored: StoredFinding[] = [];
    for (let at = 0; at < waiting.length; at += together) {
      stored.push(...(await examineSome(tx, waiting.slice(at, at + together))));
    }
    if (network) await alertInspectors(tx, network, stored);
    return waiting.length;
  });
}
