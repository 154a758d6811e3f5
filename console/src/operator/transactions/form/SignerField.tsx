import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { getAccount } from '../../../explorer/api/accounts.ts';
import { Coins } from '../../../explorer/parts/Amount.tsx';
import { shortenAddress } from '../../../explorer/parts/links.tsx';
import { Problem } from '../../Problem.tsx';
import { signersQuery } from '../queries.ts';

/** The key that signs, with what its account has. */
export function SignerField() {
  const { t } = useTranslation('outgoing');
  const { data: keys, error, refetch } = useQuery(signersQuery);
  const signer = Form.useWatch<string | undefined>('signer');
  if (error && !keys) return <Problem error={error} onRetry={refetch} />;
  if (keys?.length === 0) {
    return (
      <Alert
        type="info"
        showIcon
        className="in-card"
        title={t('noKeys')}
        action={<Link to="/wallets">{t('makeKey')}</Link>}
      />
    );
  }
  return (
    <Form.Item
      name="signer"
      label={t('signer')}
      rules={[{ required: true, message: t('required') }]}
      extra={signer && <Balance address={signer} />}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        loading={!keys}
        placeholder={t('chooseSigner')}
        data-testid="signer"
        options={
          keys?.map(({ address, name }) => ({ value: address, label: `${name} · ${shortenAddress(address)}` })) ?? []
        }
      />
    </Form.Item>
  );
}

function Balance({ address }: { address: string }) {
  const { t } = useTranslation('outgoing');
  const { data } = useQuery({
    queryKey: ['outgoing', 'balance', address],
    queryFn: ({ signal }) => getAccount(address, signal),
    refetchInterval: 10_000,
    retry: false,
  });
  if (!data?.espace) return null;
  return (
    <span data-testid="balance">
      {t('balance')} <Coins drip={data.espace.balance} />
    </span>
  );
}
