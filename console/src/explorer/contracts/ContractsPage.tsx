import { SafetyCertificateFilled } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type ContractSummary, listContracts } from '../api/contracts.ts';
import { CursorTable } from '../parts/CursorTable.tsx';
import { AddressLink, EpochLink, TransactionLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { SpaceTag } from '../parts/tags.tsx';
import type { ContractsSearch } from '../searches.ts';

/** The contracts of both spaces, the newest first. */
export function ContractsPage() {
  const { t } = useTranslation(['contracts', 'chain']);
  const navigate = useNavigate();
  const { cursor, verified } = useSearch({ from: '/explorer/contracts' });
  const show = (search: ContractsSearch) => void navigate({ to: '/explorer/contracts', search });
  return (
    <>
      <PageHead title={t('chain:nav.contracts')} lead={t('lead')} />
      <Card>
        <Checkbox
          className="filters"
          checked={verified === 'yes'}
          onChange={({ target }) => show(target.checked ? { verified: 'yes' } : {})}
        >
          {t('onlyVerified')}
        </Checkbox>
        <CursorTable<ContractSummary>
          listKey={['contracts', verified ?? '']}
          read={(from, signal) =>
            listContracts({ cursor: from, verified: verified === 'yes' ? 'true' : undefined }, signal)
          }
          cursor={cursor}
          onCursor={(next) => show({ ...(verified ? { verified } : {}), ...(next ? { cursor: next } : {}) })}
          rowKey={({ address }) => `${address.space} ${address.hex}`}
          columns={[
            {
              title: t('contract'),
              key: 'address',
              render: (_, { address }) => <AddressLink address={{ ...address, contract: true, name: null }} />,
            },
            {
              title: t('name'),
              key: 'name',
              render: (_, { name, verified: isVerified, token }) => (
                <span className="contract-name">
                  {name ?? token?.name ?? <span className="muted">{t('unnamed')}</span>}
                  {isVerified && <SafetyCertificateFilled className="good" aria-label={t('verified')} />}
                  {token && (
                    <span className="chip">
                      {token.symbol ?? ''} {token.kind.toUpperCase().replace('ERC', 'ERC-')}
                    </span>
                  )}
                </span>
              ),
            },
            {
              title: t('space'),
              key: 'space',
              render: (_, { address }) => <SpaceTag space={address.space} />,
            },
            {
              title: t('creator'),
              key: 'creator',
              responsive: ['md'],
              render: (_, { creator }) => (creator ? <AddressLink address={creator} plain /> : '—'),
            },
            {
              title: t('createdIn'),
              key: 'created',
              responsive: ['lg'],
              render: (_, { transactionHash, epoch }) =>
                transactionHash ? (
                  <TransactionLink hash={transactionHash} plain />
                ) : epoch === null ? (
                  '—'
                ) : (
                  <EpochLink number={epoch} />
                ),
            },
            { title: t('chain:time'), key: 'time', render: (_, { time }) => (time ? <Time at={time} /> : '—') },
          ]}
          empty={t('empty')}
        />
      </Card>
    </>
  );
}
