import { type AnchorTrust, checkAnchor } from '../checkAnchor.ts';
import { type CheckpointTrust, checkCheckpoint } from '../checkCheckpoint.ts';
import { decodeHex, encodeHex, hashLeaf } from '../hashes.ts';
import { encodeStatement } from '../statement.ts';
import { type Checkpoint, parseCheckpoint } from '../tlog/checkpoint.ts';
import { verifyInclusion } from '../verifyInclusion.ts';
import { type ExchangeBundle, recordStatementKind } from './exchangeBundle.ts';
import { type ExchangeCheck, ensure, exchangeFinding } from './exchangeCheck.ts';
import type { OpenRecord, OpenView } from './openView.ts';

/** The checkpoints of a bundle, as read. @throws CheckFailed */
export function readCheckpoints({ checkpoints }: ExchangeBundle, views: readonly OpenView[]): Map<string, Checkpoint> {
  const used = new Set(views.flatMap(({ records }) => records.map(({ proof }) => proof.checkpoint)));
  const read = new Map<string, Checkpoint>();
  for (const [name, { note }] of Object.entries(checkpoints)) {
    ensure(used.has(name), `No record is under the checkpoint ${name}.`);
    try {
      read.set(name, parseCheckpoint(note));
    } catch (error) {
      ensure(false, `The checkpoint ${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return read;
}

/** The bytes of a record's leaf in the evidence log. */
function leafOf(participant: string, { id, digest, time }: OpenRecord): Uint8Array {
  const subject = `urn:uuid:${id}`;
  const statement = {
    v: 1,
    kind: recordStatementKind,
    subject,
    digest,
    alg: 'sha-256',
    member: participant,
    time,
  } as const;
  return hashLeaf(encodeStatement(statement));
}

/** That every record's statement is under its checkpoint. @throws CheckFailed */
export function checkInclusion(views: readonly OpenView[], checkpoints: ReadonlyMap<string, Checkpoint>): string {
  let count = 0;
  for (const { participant, records } of views) {
    for (const record of records) {
      const { checkpoint: name, index, hashes } = record.proof;
      const checkpoint = checkpoints.get(name);
      ensure(checkpoint, `The checkpoint of record ${record.sequence} of ${participant} is missing.`);
      const isUnder = verifyInclusion({
        leafHash: leafOf(participant, record),
        index,
        size: checkpoint.size,
        hashes: hashes.map((hash) => decodeHex(hash, 'A hash')),
        root: checkpoint.root,
      });
      ensure(isUnder, `Record ${record.sequence} of ${participant} is not number ${index} under its checkpoint.`);
      count += 1;
    }
  }
  return `All ${count} records are in the evidence log.`;
}

const shared = ['checkpoint', 'logSignature', 'witnesses'] as const;

/** Whose checkpoints they are, who vouches for them, and whether the chain holds their roots: the first that fails is told. */
export async function checkCheckpoints(
  bundle: ExchangeBundle,
  checkpoints: ReadonlyMap<string, Checkpoint>,
  trust: CheckpointTrust & { anchor: AnchorTrust },
): Promise<ExchangeCheck[]> {
  const found = new Map<string, ExchangeCheck>();
  const note = (check: ExchangeCheck) => {
    const before = found.get(check.id);
    // What failed is told, then what was left open.
    if (!before || check.ok === false || (check.ok === null && before.ok === true)) found.set(check.id, check);
  };
  for (const [name, checkpoint] of checkpoints) {
    const index = Math.max(0, checkpoint.size - 1);
    const proof = { index, hashes: [], checkpoint, checkpointText: '', extra: null };
    const judged = checkCheckpoint(proof, trust);
    for (const id of shared) note({ ...judged[id], id });
    const stated = { size: checkpoint.size, root: encodeHex(checkpoint.root) };
    const { anchor } = await checkAnchor({ anchor: bundle.checkpoints[name]?.anchor ?? null }, stated, trust.anchor);
    note({ ...anchor, id: 'anchor' });
    if (anchor.ok === false) break;
  }
  const ids = [...shared, 'anchor'] as const;
  return ids.map((id) => found.get(id) ?? exchangeFinding(id).open('There is no checkpoint.'));
}
