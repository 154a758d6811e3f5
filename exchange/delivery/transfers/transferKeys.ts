import type { Identity } from '../../identity/identity.ts';
import type { DeliveryRow } from './deliveryRow.ts';

const mostKept = 200;

/** Keys of transfers in clear, for as long as this process uses them. */
export interface TransferKeys {
  open(delivery: Pick<DeliveryRow, 'participant' | 'transfer' | 'sealed_key'>): Promise<Uint8Array>;
  forget(participant: string, transfer: string): void;
}

/** Opens sealed keys and remembers the last ones. */
export function openTransferKeys(identity: Pick<Identity, 'open'>): TransferKeys {
  const kept = new Map<string, Promise<Uint8Array>>();
  return {
    open({ participant, transfer, sealed_key: sealed }) {
      const name = `${participant} ${transfer}`;
      const known = kept.get(name);
      if (known) return known;
      const opening = identity.open(participant, sealed);
      kept.set(name, opening);
      opening.catch(() => kept.delete(name));
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return opening;
    },
    forget(participant, transfer) {
      kept.delete(`${participant} ${transfer}`);
    },
  };
}
