import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SentTransaction } from '../../api/transactions.ts';
import { Coins } from '../../explorer/parts/Amount.tsx';
import { TransactionLink } from '../../explorer/parts/links.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { KeyName } from './KeyName.tsx';
import { useSignerNames } from './queries.ts';
import { StateTag } from './StateTag.tsx';

/** The columns of the list; a phone shows the first ones, the rest is in the details. */
export function useSentColumns(onOpen: (id: string) => void): TableProps<SentTransaction>['columns'] {
  const { t } = useTranslation('outgoing');
  const nameOf = useSignerNames();
  const what = ({ to, data }: SentTransaction) =>
    to === null ? t('kinds.deploy') : data === '0x' ? t('kinds.transfer') : t('kinds.call');
  return [
    {
      title: t('number'),
      key: 'id',
      render: (_, { id, times }) => (
        <>
          <button type="button" className="text-button sent-number" data-testid="open-sent" onClick={() => onOpen(id)}>
            {id}
          </button>
          <small className="muted sent-line">{times.queued && <Time at={times.queued} />}</small>
        </>
      ),
    },
    { title: t('state'), key: 'state', render: (_, one) => <StateTag transaction={one} /> },
    {
      title: t('what'),
      key: 'what',
      render: (_, one) => (
        <>
          {what(one)}
          {one.to !== null && one.data !== '0x' && <code className="muted"> {one.data.slice(0, 10)}</code>}
          <span className="sent-line sent-what-to">
            {(one.to ?? one.contractAddress) && (
              <KeyName address={one.to ?? one.contractAddress ?? ''} name={nameOf(one.to ?? '')} />
            )}
          </span>
        </>
      ),
    },
    {
      title: t('signer'),
      key: 'signer',
      responsive: ['md'],
      render: (_, { signer, nonce }) => (
        <>
          <KeyName address={signer} name={nameOf(signer)} />
          <small className="muted sent-line">{nonce !== null && t('nonceIs', { nonce })}</small>
        </>
      ),
    },
    {
      title: t('value'),
      key: 'value',
      align: 'right',
      responsive: ['md'],
      render: (_, { value, fee }) => (
        <>
          <Coins drip={value} />
          {fee && (
            <small className="muted sent-line">
              {t('fee')} <Coins drip={fee} />
            </small>
          )}
        </>
      ),
    },
    {
      title: t('hash'),
      key: 'hash',
      responsive: ['lg'],
      render: (_, { hash }) => (hash ? <TransactionLink hash={hash} /> : '—'),
    },
  ];
}
