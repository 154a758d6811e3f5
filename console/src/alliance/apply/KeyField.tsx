import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shorten } from '../../format/shorten.ts';
import type { Hex } from '../api/types.ts';
import { CreateVotingKey } from '../key/CreateVotingKey.tsx';
import { ImportVotingKey } from '../key/ImportVotingKey.tsx';
import { useStoredKeys } from '../key/useStoredKeys.ts';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { askWalletAccount, hasWallet } from '../sign/wallet.ts';

interface KeyFieldProps {
  /** Given by the form around it. */
  id?: string;
  value?: Hex;
  onChange?: (key: Hex) => void;
}

/** Chooses the voting key: one of this browser, a new one, one that is brought along, or the wallet's account. */
export function KeyField({ id, value, onChange }: KeyFieldProps) {
  const { t } = useTranslation(['governance', 'votingKey']);
  const [adding, setAdding] = useState<'create' | 'import' | null>(null);
  const [wallet, setWallet] = useState<Hex | null>(null);
  const keys = useStoredKeys() ?? [];
  const connect = useMutation({
    mutationFn: askWalletAccount,
    onSuccess: (account) => {
      setWallet(account);
      onChange?.(account);
    },
  });
  const options = [
    ...keys.map(({ address }) => ({ value: address, label: shorten(address, 12, 10) })),
    ...(wallet ? [{ value: wallet, label: `${shorten(wallet, 12, 10)} · ${t('apply.wallet')}` }] : []),
  ];
  return (
    <div className="stack key-field">
      {options.length > 0 && (
        <Select
          {...(id === undefined ? {} : { id })}
          value={value ?? null}
          placeholder={t('apply.chooseKey')}
          onChange={(key) => key && onChange?.(key)}
          options={options}
          data-testid="apply-key"
        />
      )}
      <div className="actions">
        <Button onClick={() => setAdding('create')} data-testid="apply-create-key">
          {t('votingKey:create.title')}
        </Button>
        <Button onClick={() => setAdding('import')}>{t('votingKey:import.title')}</Button>
        {hasWallet() && (
          <Button loading={connect.isPending} onClick={() => connect.mutate()}>
            {t('apply.useWallet')}
          </Button>
        )}
      </div>
      {connect.error && <SigningProblem error={connect.error} />}
      {adding === 'create' && <CreateVotingKey onClose={() => setAdding(null)} onMade={(key) => onChange?.(key)} />}
      {adding === 'import' && <ImportVotingKey onClose={() => setAdding(null)} onMade={(key) => onChange?.(key)} />}
    </div>
  );
}
