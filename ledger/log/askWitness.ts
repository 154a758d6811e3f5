import { postOutgoing } from '../../host/index.ts';
import { formatAddCheckpoint, type VerifierKey } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { logErrors } from './errors.ts';
import { type ReadCosignatureReturnType, readCosignature } from './readCosignature.ts';
import { readConsistencyPath } from './readPaths.ts';

export interface AskWitnessParameters {
  store: Store;
  witness: { name: string; url: string; keys: readonly VerifierKey[]; size: number };
  /** What the log signed. */
  checkpoint: { size: number; note: string };
  signal: AbortSignal;
  timeoutMs?: number;
  /** Whether its address may be a private one. */
  allowPrivate: boolean;
}

/** A witness tells its size when ours is not it, so the second request fits; the third is for one that moved meanwhile. */
const mostRequests = 3;

/**
 * Asks one witness to cosign a checkpoint (tlog-witness, add-checkpoint), with the proof that it extends what the witness
 * cosigned last. Nothing of an answer but verified signatures is kept or shown.
 * @throws LOG_WITNESS_REFUSED, LOG_WITNESS_DISAGREES, HOST_OUTGOING_FAILED; all retryable
 */
export async function askWitness(parameters: AskWitnessParameters): Promise<ReadCosignatureReturnType> {
  const { store, witness, checkpoint, signal, timeoutMs = 5_000, allowPrivate } = parameters;
  let oldSize = Math.min(witness.size, checkpoint.size);
  for (let request = 1; request <= mostRequests; request += 1) {
    const hashes = await readConsistencyPath(store.sql, oldSize, checkpoint.size);
    const { status, body } = await postOutgoing({
      url: `${witness.url.replace(/\/+$/, '')}/add-checkpoint`,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: formatAddCheckpoint({ oldSize, hashes, checkpoint: checkpoint.note }),
      timeoutMs,
      allowPrivate,
      signal,
    });
    if (status === 200) return readCosignature({ note: checkpoint.note, lines: body, keys: witness.keys });
    if (status !== 409) throw refusal(status, oldSize);
    const known = /^(0|[1-9]\d{0,15})\n?$/.exec(body)?.[1];
    if (known === undefined) throw logErrors.witnessRefused({ problem: 'its answer 409 does not say its size' });
    if (Number(known) > checkpoint.size) throw await judgeAhead(store, Number(known), checkpoint.size);
    if (Number(known) === oldSize) {
      throw logErrors.witnessRefused({ problem: `it answered 409 to its own size ${known}` });
    }
    oldSize = Number(known);
  }
  throw logErrors.witnessRefused({ problem: `its size changed with each of ${mostRequests} requests` });
}

/** A process that led before us may have asked for a later checkpoint; beyond all that we signed, it was not us. */
async function judgeAhead(store: Store, known: number, asked: number) {
  const [newest] = await store.sql<{ size: string }[]>`SELECT max(size) AS size FROM ledger.signed_checkpoints`;
  const signed = Number(newest?.size ?? 0);
  return known > signed
    ? logErrors.witnessDisagrees({ problem: `it cosigned ${known} statements, we signed ${signed}` })
    : logErrors.witnessRefused({ problem: `it cosigned ${known} statements already, it was asked for ${asked}` });
}

function refusal(status: number, oldSize: number) {
  if (status === 422) {
    return logErrors.witnessDisagrees({ problem: `what it cosigned at ${oldSize} statements is not in this log` });
  }
  const meanings: Record<number, string> = {
    403: 'it does not know the key of the log',
    404: 'it does not know the log',
  };
  return logErrors.witnessRefused({ problem: meanings[status] ?? `it answered with status ${status}` });
}
