import { useQuery } from '@tanstack/react-query';
import { Empty, Table, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { getWitnessErrors, getWitnesses, type WitnessSet, type WitnessState } from '../../api/checkpoints.ts';
import { may } from '../../api/session.ts';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { shortenAddress } from '../../explorer/parts/links.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { sessionQuery } from '../queries.ts';
import { useMemberNames } from '../useMemberNames.ts';
import { WitnessHealth } from './WitnessHealth.tsx';

/** The query of the witnesses, which the cards of the page share. */
export const witnessesQuery = {
  queryKey: ['witnesses'],
  queryFn: ({ signal }: { signal: AbortSignal }) => getWitnesses(signal),
  refetchInterval: 5_000,
};

/** Who vouches for the log, and how far each of them has come. */
export function WitnessTable({
  set: { threshold, witnesses },
  actions,
}: {
  set: WitnessSet;
  actions?: (witness: WitnessState) => React.ReactNode;
}) {
  const { t } = useTranslation('checkpoints');
  const language = useLanguage();
  const memberName = useMemberNames();
  const { data: session } = useQuery(sessionQuery);
  const { data: errors } = useQuery({
    queryKey: [...witnessesQuery.queryKey, 'errors'],
    queryFn: ({ signal }) => getWitnessErrors(signal),
    enabled: may(session, 'witnesses:read'),
    refetchInterval: 15_000,
  });
  return (
    <>
      <p className="muted">
        {threshold === 0 ? t('noQuorum') : t('quorumText', { threshold, total: witnesses.length })}
      </p>
      <Table<WitnessState>
        rowKey="name"
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={witnesses}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noWitnesses')} /> }}
        columns={[
          {
            title: t('witness'),
            key: 'name',
            render: (_, { name, member }) => (
              <>
                <b>{name}</b>
                {member !== null && <div className="muted">{memberName(member)}</div>}
              </>
            ),
          },
          {
            title: t('health'),
            key: 'health',
            render: (_, witness) => <WitnessHealth witness={witness} error={errors?.get(witness.name)} />,
          },
          {
            title: t('cosigned'),
            key: 'size',
            align: 'right',
            render: (_, { size, lag }) => (
              <Tooltip title={lag === 0 ? t('upToDate') : t('lag', { count: lag })}>
                <span>{formatNumber(size, language)}</span>
              </Tooltip>
            ),
          },
          {
            title: t('lastCosigned'),
            key: 'cosignedAt',
            render: (_, { cosignedAt }) => (cosignedAt === null ? t('never') : <Time at={cosignedAt} />),
          },
          {
            title: t('account'),
            key: 'address',
            render: (_, { address }) =>
              address === null ? (
                <span className="muted">{t('noAccount')}</span>
              ) : (
                <span className="reference">
                  <code title={address}>{shortenAddress(address)}</code>
                  <CopyButton text={address} />
                </span>
              ),
          },
          {
            title: t('keys'),
            key: 'vkeys',
            render: (_, { vkeys }) => (
              <span className="reference">
                {t('keyCount', { count: vkeys.length })}
                <CopyButton text={vkeys.join('\n')} />
              </span>
            ),
          },
          ...(actions
            ? [{ title: t('actions'), key: 'actions', render: (_: unknown, witness: WitnessState) => actions(witness) }]
            : []),
        ]}
      />
    </>
  );
}
