import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Transfer } from '../api/transfers.ts';
import { DatasetName } from '../parts/DatasetName.tsx';
import { useDepartments, useOwnDepartment } from '../queries.ts';
import { TransferProgress } from './TransferProgress.tsx';
import { TransferStateTag } from './TransferStateTag.tsx';
import { useFormatName } from './useFormatName.ts';

/** A transfer in a list. */
export function TransferLine({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('xTransfers');
  const nameOf = useDepartments();
  const formatName = useFormatName();
  const own = useOwnDepartment();
  const { id, role, counterparty, dataset, state, ending, updatedAt } = transfer;
  return (
    <article className="x-entry" data-testid="transfer">
      <h2>
        <Link to="/exchange/transfers/$id" params={{ id }}>
          {t(role === 'provider' ? 'line.given' : 'line.got', { name: nameOf(counterparty) })} ·{' '}
          {formatName(transfer.format)}
        </Link>
      </h2>
      <p>
        <DatasetName department={role === 'provider' ? (own ?? '') : counterparty} dataset={dataset} />
      </p>
      <div className="x-meta">
        <TransferStateTag state={state} />
        {ending && <span className="muted">{ending.reason[0] ?? ending.code}</span>}
        <span className="muted">
          <Time at={updatedAt} />
        </span>
      </div>
      <TransferProgress transfer={transfer} />
    </article>
  );
}
