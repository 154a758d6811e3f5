import { useTranslation } from 'react-i18next';
import type { Transfer } from '../api/transactions.ts';
import { AddressLink } from '../parts/links.tsx';
import { TokenAmount } from '../parts/TokenAmount.tsx';

/** Movements of tokens within a transaction. */
export function TransferList({ transfers }: { transfers: Transfer[] }) {
  const { t } = useTranslation('transactions');
  return (
    <ul className="transfers">
      {transfers.map((transfer, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one event may move several tokens; the list never changes.
        <li key={at}>
          <span>
            {t('from')} <AddressLink address={transfer.from} />
          </span>
          <span>
            {t('to')} <AddressLink address={transfer.to} />
          </span>
          <TokenAmount transfer={transfer} />
        </li>
      ))}
    </ul>
  );
}
