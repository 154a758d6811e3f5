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

const refused = (problem: string, zh: string) => logErrors.witnessRefused({ problem }, { zh: { problem: zh } });
const disagrees = (problem: string, zh: string) => logErrors.witnessDisagrees({ problem }, { zh: { problem: zh } });

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
    if (known === undefined) throw refused('its answer 409 does not say its size', '其 409 应答没有写明存证数');
    if (Number(known) > checkpoint.size) throw await judgeAhead(store, Number(known), checkpoint.size);
    if (Number(known) === oldSize) {
      throw refused(`it answered 409 to its own size ${known}`, `对它自己的存证数 ${known} 返回了 409`);
    }
    oldSize = Number(known);
  }
  throw refused(`its size changed with each of ${mostRequests} requests`, `${mostRequests} 次请求中其存证数每次都不同`);
}

/** A process that led before us may have asked for a later checkpoint; beyond all that we signed, it was not us. */
async function judgeAhead(store: Store, known: number, asked: number) {
  const [newest] = await store.sql<{ size: string }[]>`SELECT max(size) AS size FROM ledger.signed_checkpoints`;
  const signed = Number(newest?.size ?? 0);
  return known > signed
    ? disagrees(
        `it cosigned ${known} statements, we signed ${signed}`,
        `它已联署 ${known} 条，本日志只签署了 ${signed} 条`,
      )
    : refused(
        `it cosigned ${known} statements already, it was asked for ${asked}`,
        `它已联署 ${known} 条，而请求的是 ${asked} 条`,
      );
}

function refusal(status: number, oldSize: number) {
  if (status === 422) {
    return disagrees(
      `what it cosigned at ${oldSize} statements is not in this log`,
      `它在 ${oldSize} 条时联署的内容不在本日志中`,
    );
  }
  if (status === 403) return refused('it does not know the key of the log', '它没有登记本日志的公钥');
  if (status === 404) return refused('it does not know the log', '它没有登记本日志');
  return refused(`it answered with status ${status}`, `返回状态 ${status}`);
}
