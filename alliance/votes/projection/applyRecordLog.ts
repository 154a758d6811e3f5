import type { Tx } from '../../../store/index.ts';
import type { Changes } from './changes.ts';
import { type AllianceLog, lower } from './decodeLog.ts';

type RecordLog = Extract<AllianceLog, { contract: 'record' }>;

/** Takes in a log of the alliance's record; what was resolved is told by the proposal itself. */
export async function applyRecordLog(tx: Tx, { event, place }: RecordLog, changes: Changes): Promise<void> {
  if (event.eventName !== 'ScenarioPublished') return;
  const { id, version, uri, digest } = event.args;
  changes.other = true;
  await tx`
    insert into alliance.scenario (id_hash, version, uri, digest, epoch, log_index, transaction)
    values (${lower(id)}, ${Number(version)}, ${uri.replaceAll('\0', '')}, ${digest.slice(2)}, ${place.epoch},
      ${place.index}, ${place.transaction})
    on conflict do nothing`;
}
