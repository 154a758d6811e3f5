import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { networkQuery } from '../../operator/queries.ts';
import type { AddressRef } from '../api/common.ts';
import type { AbiItem } from '../api/contracts.ts';
import { TransactionLink } from '../parts/links.tsx';
import { ArgumentInputs, readArguments } from './ArgumentInputs.tsx';
import { signatureOf } from './abiKinds.ts';
import { encodeCall } from './encodeCall.ts';
import { findWallet, sendWithWallet } from './wallet.ts';

/** The functions that change state: signed by the reader's own wallet, never by the platform. */
export function WalletWrite({ functions, address }: { functions: AbiItem[]; address: AddressRef }) {
  const { t } = useTranslation('contracts');
  const wallet = findWallet();
  const { data: network } = useQuery(networkQuery);
  if (address.space === 'core')
    return <Alert type="info" showIcon title={t('writeCore')} description={t('writeCoreText')} />;
  return (
    <>
      {wallet === null ? (
        <Alert
          type="info"
          showIcon
          className="in-card"
          title={t('noWallet')}
          description={t('noWalletText', {
            chainId: network?.evmChainId ?? '—',
            url: `${window.location.origin}/rpc/espace`,
          })}
        />
      ) : (
        <p className="muted">{t('walletText')}</p>
      )}
      {functions.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: overloaded functions share a name.
        <WriteForm key={at} number={at + 1} item={item} to={address.hex} chainId={network?.evmChainId ?? null} />
      ))}
    </>
  );
}

interface WriteFormProps {
  number: number;
  item: AbiItem;
  to: string;
  chainId: number | null;
}

function WriteForm({ number, item, to, chainId }: WriteFormProps) {
  const { t } = useTranslation('contracts');
  const inputs = item.inputs ?? [];
  const wallet = findWallet();
  const send = useMutation({
    mutationFn: async (values: Record<string, string | undefined>) => {
      if (wallet === null || chainId === null) throw new Error(t('noWallet'));
      const value = `0x${readCoins(values.value ?? '').toString(16)}`;
      return sendWithWallet(wallet, { to, chainId, value, data: encodeCall(item, readArguments(inputs, values)) });
    },
  });
  return (
    <details className="function">
      <summary>
        <span className="muted">{number}.</span> <code>{item.name}</code>
        <small className="muted">{signatureOf(item)}</small>
      </summary>
      <Form layout="vertical" requiredMark={false} onFinish={(values) => send.mutate(values)}>
        <ArgumentInputs inputs={inputs} />
        {item.stateMutability === 'payable' && (
          <Form.Item
            name="value"
            label={t('coins')}
            rules={[{ pattern: /^\d*(\.\d{1,18})?$/, message: t('wrongType', { type: 'CFX' }) }]}
          >
            <Input inputMode="decimal" suffix="CFX" placeholder="0" />
          </Form.Item>
        )}
        <Button htmlType="submit" disabled={wallet === null || chainId === null} loading={send.isPending}>
          {t('send')}
        </Button>
      </Form>
      {send.error && <Alert type="error" showIcon title={t('notSent')} description={messageOf(send.error)} />}
      {send.data && (
        <Alert type="success" showIcon title={t('sent')} description={<TransactionLink hash={send.data} full />} />
      )}
    </details>
  );
}

function readCoins(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole || '0'}${fraction.padEnd(18, '0')}`);
}

/** Wallets throw plain objects as often as errors. */
function messageOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message);
}
