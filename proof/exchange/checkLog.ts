import { type AnchorTrust, checkAnchor } from '../checkAnchor.ts';
import { type CheckpointTrust, checkCheckpoint } from '../checkCheckpoint.ts';
import { decodeHex, encodeHex, hashLeaf } from '../hashes.ts';
import { encodeStatement } from '../statement.ts';
import { type Checkpoint, parseCheckpoint } from '../tlog/checkpoint.ts';
import { verifyInclusion } from '../verifyInclusion.ts';
import { type Words, wordsOfError } from '../words.ts';
import { type ExchangeBundle, recordStatementKind } from './exchangeBundle.ts';
import { type ExchangeCheck, ensure, exchangeFinding } from './exchangeCheck.ts';
import type { OpenRecord, OpenView } from './openView.ts';

/** The checkpoints of a bundle, as read. @throws CheckFailed */
export function readCheckpoints({ checkpoints }: ExchangeBundle, views: readonly OpenView[]): Map<string, Checkpoint> {
  const used = new Set(views.flatMap(({ records }) => records.map(({ proof }) => proof.checkpoint)));
  const read = new Map<string, Checkpoint>();
  for (const [name, { note }] of Object.entries(checkpoints)) {
    ensure(used.has(name), `No record is under the checkpoint ${name}.`, `没有记录位于检查点 ${name} 之下。`);
    try {
      read.set(name, parseCheckpoint(note));
    } catch (error) {
      const { en, zh } = wordsOfError(error);
      ensure(false, `The checkpoint ${name} cannot be read: ${en}`, `检查点 ${name} 无法读取：${zh}`);
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
export function checkInclusion(views: readonly OpenView[], checkpoints: ReadonlyMap<string, Checkpoint>): Words {
  let count = 0;
  for (const { participant, records } of views) {
    for (const record of records) {
      const { checkpoint: name, index, hashes } = record.proof;
      const checkpoint = checkpoints.get(name);
      ensure(
        checkpoint,
        `The checkpoint of record ${record.sequence} of ${participant} is missing.`,
        `缺少 ${participant} 第 ${record.sequence} 条记录的检查点。`,
      );
      const isUnder = verifyInclusion({
        leafHash: leafOf(participant, record),
        index,
        size: checkpoint.size,
        hashes: hashes.map((hash) => decodeHex(hash, 'A hash')),
        root: checkpoint.root,
      });
      ensure(
        isUnder,
        `Record ${record.sequence} of ${participant} is not number ${index} under its checkpoint.`,
        `${participant} 第 ${record.sequence} 条记录不是其检查点之下序号为 ${index} 的一条。`,
      );
      count += 1;
    }
  }
  return { en: `All ${count} records are in the evidence log.`, zh: `${count} 条记录均在存证日志中。` };
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
  return ids.map(
    (id) => found.get(id) ?? exchangeFinding(id).open({ en: 'There is no checkpoint.', zh: '没有检查点。' }),
  );
}
