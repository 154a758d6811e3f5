import { SafetyCertificateFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Card, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { AccountList } from '../accounts/AccountList.tsx';
import { type ContractDetail, getContract } from '../api/contracts.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { AddressLink, shortenAddress, TransactionLink } from '../parts/links.tsx';
import { RawData } from '../parts/RawData.tsx';
import { Time } from '../parts/Time.tsx';
import { SpaceTag } from '../parts/tags.tsx';
import type { ContractSearch } from '../searches.ts';
import { isReading, isWriting } from './abiKinds.ts';
import { ContractEvents } from './ContractEvents.tsx';
import { FunctionForm } from './FunctionForm.tsx';
import { SourceView } from './SourceView.tsx';
import { VerifyForm } from './VerifyForm.tsx';
import { WalletWrite } from './WalletWrite.tsx';

/** One contract: what it is, its source, and its functions to ask and to call. */
export function ContractPage() {
  const { t } = useTranslation('contracts');
  const { address } = useParams({ from: '/explorer/contracts/$address' });
  const query = useQuery({
    queryKey: ['explorer', 'contract', address],
    queryFn: ({ signal }) => getContract(address, signal),
  });
  const name = query.data?.name ?? query.data?.token?.name;
  return (
    <>
      <PageHead title={name ?? t('title', { address: shortenAddress(address) })} />
      <Loaded query={query}>{(contract) => <ContractCards contract={contract} />}</Loaded>
    </>
  );
}

function ContractCards({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation(['contracts', 'chain', 'accounts']);
  const navigate = useNavigate();
  const params = useParams({ from: '/explorer/contracts/$address' });
  const { tab = 'source', cursor } = useSearch({ from: '/explorer/contracts/$address' });
  const { address, verification } = contract;
  const id = address.base32 ?? address.hex;
  const abi = verification?.abi ?? [];
  const show = (search: ContractSearch) =>
    void navigate({ to: '/explorer/contracts/$address', params, search, resetScroll: false });
  const list = (kind: 'transactions' | 'transfers') => (
    <AccountList
      address={id}
      space={address.space}
      list={kind}
      ofToken={contract.token !== null}
      cursor={cursor}
      onCursor={(next) => show({ tab: kind, ...(next ? { cursor: next } : {}) })}
    />
  );
  const reading = abi.filter(isReading);
  const writing = abi.filter(isWriting);
  return (
    <div className="stack">
      <Card
        title={
          <span className="title-tags">
            <SpaceTag space={address.space} />
            {contract.verified ? (
              <span className="chip chip-confirmed" data-testid="verified">
                <SafetyCertificateFilled /> {t('verified')}
              </span>
            ) : (
              <span className="chip">{t('notVerified')}</span>
            )}
          </span>
        }
        extra={
          <Link to="/explorer/accounts/$address" params={{ address: id }}>
            {t('toAccount')}
          </Link>
        }
      >
        <Facts
          rows={[
            [
              t('accounts:address'),
              <span key="address" className="reference">
                <code>{id}</code>
                <CopyButton text={id} />
              </span>,
            ],
            [t('accounts:hex'), address.base32 ? <code key="hex">{address.hex}</code> : null],
            [t('creator'), contract.creator && <AddressLink key="creator" address={contract.creator} full />],
            [
              t('createdIn'),
              contract.transactionHash && <TransactionLink key="tx" hash={contract.transactionHash} full />,
            ],
            [t('chain:time'), contract.time && <Time key="time" at={contract.time} />],
            [
              t('implementation'),
              contract.implementation && <AddressLink key="impl" address={contract.implementation} full />,
            ],
            [
              t('token'),
              contract.token && `${contract.token.name ?? ''} ${contract.token.symbol ?? ''} · ${contract.token.kind}`,
            ],
          ]}
        />
      </Card>
      <Card>
        <Tabs
          activeKey={tab}
          onChange={(next) => show({ tab: next as NonNullable<ContractSearch['tab']> })}
          destroyOnHidden
          items={[
            {
              key: 'source',
              label: t('tab.source'),
              children: verification ? <SourceView verification={verification} /> : <VerifyForm address={id} />,
            },
            ...(reading.length > 0
              ? [
                  {
                    key: 'read',
                    label: t('tab.read', { count: reading.length }),
                    children: reading.map((item, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: overloaded functions share a name.
                      <FunctionForm key={at} number={at + 1} item={item} address={id} />
                    )),
                  },
                ]
              : []),
            ...(writing.length > 0
              ? [
                  {
                    key: 'write',
                    label: t('tab.write', { count: writing.length }),
                    children: <WalletWrite functions={writing} address={address} />,
                  },
                ]
              : []),
            { key: 'transactions', label: t('chain:nav.transactions'), children: list('transactions') },
            { key: 'transfers', label: t('accounts:transfers'), children: list('transfers') },
            {
              key: 'events',
              label: t('tab.events'),
              children: (
                <ContractEvents
                  address={id}
                  space={address.space}
                  cursor={cursor}
                  onCursor={(next) => show({ tab: 'events', ...(next ? { cursor: next } : {}) })}
                />
              ),
            },
            { key: 'code', label: t('tab.code'), children: <RawData hex={contract.code} /> },
          ]}
        />
      </Card>
    </div>
  );
}
