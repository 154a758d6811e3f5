import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Card, Segmented, Space, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Account, getAccount } from '../api/accounts.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { shortenAddress } from '../parts/links.tsx';
import type { AccountSearch } from '../searches.ts';
import { AccountList } from './AccountList.tsx';
import { SideCard } from './SideCard.tsx';

/** An address, with what it has and did in both spaces. */
export function AccountPage() {
  const { t } = useTranslation('accounts');
  const { address } = useParams({ from: '/explorer/accounts/$address' });
  const query = useQuery({
    queryKey: ['explorer', 'account', address],
    queryFn: ({ signal }) => getAccount(address, signal),
  });
  return (
    <>
      <PageHead title={t('title', { address: shortenAddress(address) })} />
      <Loaded query={query}>{(account) => <AccountCards account={account} />}</Loaded>
    </>
  );
}

function AccountCards({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'chain']);
  const navigate = useNavigate();
  const { address } = useParams({ from: '/explorer/accounts/$address' });
  const search = useSearch({ from: '/explorer/accounts/$address' });
  const space = search.space ?? account.main;
  const list = search.list ?? 'transactions';
  const show = (next: AccountSearch) =>
    void navigate({ to: '/explorer/accounts/$address', params: { address }, search: next, resetScroll: false });
  const side = account[space];
  return (
    <div className="stack">
      <div className={account.core && account.espace ? 'cards' : 'stack'}>
        {account.espace && <SideCard side={account.espace} space="espace" />}
        {account.core && <SideCard side={account.core} space="core" />}
      </div>
      <Card>
        <Space wrap className="filters">
          {account.core && account.espace && (
            <Segmented
              value={space}
              onChange={(next) => show({ list, space: next as 'core' | 'espace' })}
              options={[
                { value: 'espace', label: t('chain:space.espace') },
                { value: 'core', label: t('chain:space.core') },
              ]}
            />
          )}
        </Space>
        <Tabs
          activeKey={list}
          onChange={(next) => show({ space, list: next as 'transactions' | 'transfers' })}
          items={[
            { key: 'transactions', label: t('chain:nav.transactions') },
            { key: 'transfers', label: t('transfers') },
          ]}
        />
        {side && (
          <AccountList
            address={side.address.base32 ?? side.address.hex}
            space={space}
            list={list}
            cursor={search.cursor}
            onCursor={(cursor) => show({ space, list, ...(cursor ? { cursor } : {}) })}
          />
        )}
      </Card>
    </div>
  );
}
