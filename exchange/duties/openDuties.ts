import type { Duties } from './duties.ts';
import { listDuties, takeDuty, toDuty } from './dutyRow.ts';
import { confirmCopies } from './fulfil.ts';
import { openDuty } from './openDuty.ts';
import type { DutiesParts } from './parts.ts';
import { receiveReceipt } from './receiveReceipt.ts';
import { workDuties } from './workDuties.ts';

/** Opens the deletion duties of the departments of this process. */
export function openDuties(parts: DutiesParts): Duties {
  const { sql } = parts.house.store;
  parts.grants.onChange((tx, grant) => openDuty(parts, tx, grant));
  const read = async (participant: string, id: string) => toDuty(await takeDuty(sql, participant, id));
  return {
    list: (participant, page) => listDuties(sql, participant, page),
    read,
    async confirmCopies(participant, id, statement) {
      await confirmCopies(parts, { participant, id, statement });
      return read(participant, id);
    },
    receive: (call) => receiveReceipt(parts, call),
    run: (signal) => workDuties(parts, signal),
  };
}
