import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { pickProblem } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Grant } from '../api/grants.ts';
import type { Transfer } from '../api/transfers.ts';
import { Card } from '../parts/Card.tsx';
import { DatasetName } from '../parts/DatasetName.tsx';
import { useDepartments, useOwnDepartment } from '../queries.ts';
import { TransferProgress } from './TransferProgress.tsx';
import { TransferStateTag } from './TransferStateTag.tsx';

/** What a transfer is and how far it is. */
export function TransferCard({ transfer, grant }: { transfer: Transfer; grant: Grant | undefined }) {
  const { t } = useTranslation('xTransfers');
  const nameOf = useDepartments();
  const own = useOwnDepartment();
  const { role, counterparty, dataset, intake, ending } = transfer;
  const language = useLanguage();
  const problem = pickProblem(intake, language) ?? pickProblem(transfer.delivery, language);
  return (
    <Card title={t('card.title')}>
      {ending && (
        <Alert
          type="warning"
          showIcon
          className="in-card"
          title={t('card.ended', { by: t(ending.by === role ? 'card.byUs' : 'card.byThem') })}
          description={
            language === 'en'
              ? `${ending.reason.join('; ')} (${ending.code})`
              : `${ending.reasonZh.join('；')}（${ending.code}）`
          }
        />
      )}
      {problem && <Alert type="error" showIcon className="in-card" title={t('card.problem')} description={problem} />}
      <Facts
        rows={[
          [t('card.state'), <TransferStateTag key="s" state={transfer.state} />],
          [t('card.progress'), intake || transfer.delivery ? <TransferProgress key="p" transfer={transfer} /> : null],
          [t('card.other'), nameOf(counterparty)],
          [
            t('card.dataset'),
            <DatasetName key="d" department={role === 'provider' ? (own ?? '') : counterparty} dataset={dataset} />,
          ],
          [
            t('card.to'),
            intake ? (intake.destination.kind === 'file' ? intake.destination.name : intake.destination.table) : null,
          ],
          [
            t('card.digest'),
            intake?.digest ? (
              <code key="h" className="x-pre">
                {intake.digest}
              </code>
            ) : null,
          ],
          [
            t('card.grant'),
            grant ? (
              <Link key="g" to="/exchange/grants/$id" params={{ id: grant.id }} className="x-link">
                {t('card.openGrant')}
              </Link>
            ) : null,
          ],
          [t('card.created'), <Time key="c" at={transfer.createdAt} />],
          [t('card.updated'), <Time key="u" at={transfer.updatedAt} />],
        ]}
      />
    </Card>
  );
}
