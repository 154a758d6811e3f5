import '../../operator/keys/keys.css';
import './sign.css';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Copyable } from '../../operator/Copyable.tsx';
import type { Hex, TypedData } from '../api/types.ts';
import { openKey } from '../key/askKeystoreWorker.ts';
import { heldKey, holdKey, useUnlockedKeys } from '../key/unlockedKeys.ts';
import { useStoredKeys } from '../key/useStoredKeys.ts';
import { rememberAlliance } from './rememberedAlliance.ts';
import { SigningProblem } from './SigningProblem.tsx';
import { isSignedBy, signTypedData } from './signTypedData.ts';
import { type AlliancePlace, hashTypedData } from './typedData.ts';
import { hasWallet, signWithWallet, WalletFailed } from './wallet.ts';

/** One message for one key, as this browser made it of the reader's choice. */
export interface SigningRequest {
  title: string;
  /** What it means, in plain words. */
  rows: [name: string, value: ReactNode][];
  typedData: TypedData;
  place: AlliancePlace;
  /** The only key whose signature counts. */
  signer: Hex;
  /** What cannot be taken back. */
  warning?: string;
  /** Words of the button. */
  confirm: string;
  /** Hands the signature on; what it throws is shown here. Returns what another key has to sign next. */
  send: (signature: Hex) => Promise<SigningRequest | undefined>;
}

interface SignValues {
  password?: string;
  hold?: boolean;
}

interface SignDialogProps {
  request: SigningRequest;
  /** Closed without a signature, or after one: then with what is to be signed next, if anything is. */
  onClose: (next?: SigningRequest) => void;
}

/** Shows what is about to be signed, and signs it in this browser or with its wallet; the key goes nowhere. */
export function SignDialog({ request, onClose }: SignDialogProps) {
  const { t } = useTranslation(['votingKey', 'common']);
  const { signer, typedData, place } = request;
  const stored = useStoredKeys()?.find(({ address }) => address === signer.toLowerCase());
  const open = useUnlockedKeys().has(signer.toLowerCase());
  const [wallet, setWallet] = useState(false);
  const byWallet = wallet || (!stored && hasWallet());
  const sign = useMutation({
    // No password is kept among what was asked.
    gcTime: 0,
    mutationFn: async ({ password, hold }: SignValues) => {
      rememberAlliance(place);
      const signature = byWallet
        ? await signWithWallet(typedData, signer)
        : await signHere(password ?? '', hold ?? false);
      if (!isSignedBy(typedData, signature, signer)) throw new WalletFailed('answer');
      return request.send(signature);
    },
    onSuccess: (next) => onClose(next),
  });
  const signHere = async (password: string, hold: boolean) => {
    let privateKey = heldKey(signer);
    if (privateKey === null) {
      if (!stored) throw new WalletFailed('missing');
      privateKey = await openKey(stored.keystore, password);
      if (hold) holdKey(signer, privateKey);
    }
    return signTypedData(typedData, privateKey);
  };
  const able = byWallet || stored !== undefined || open;
  return (
    <Modal
      open
      width={640}
      title={request.title}
      onCancel={() => onClose()}
      footer={null}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <div className="stack sign" data-testid="sign-dialog">
        <p className="muted">{t('sign.lead')}</p>
        <div className="sign-what" data-testid="sign-what">
          <Facts rows={request.rows} />
        </div>
        <Facts
          rows={[
            [t('sign.chain'), <code key="chain">{place.chainId}</code>],
            [t('sign.contract'), <Copyable key="contract" text={typedData.domain.verifyingContract} full />],
            [t('sign.key'), <Copyable key="key" text={signer} full />],
          ]}
        />
        <details className="raw">
          <summary>{t('sign.exact')}</summary>
          <p className="muted">
            {t('sign.hash')} <code data-testid="sign-hash">{hashTypedData(typedData)}</code>
          </p>
          <pre data-testid="sign-exact">{JSON.stringify(typedData, null, 2)}</pre>
        </details>
        {request.warning && <Alert type="warning" showIcon title={request.warning} />}
        {able ? (
          <Form<SignValues>
            layout="vertical"
            requiredMark={false}
            initialValues={{ hold: true }}
            onFinish={(values) => sign.mutate(values)}
          >
            {!byWallet && !open && (
              <>
                <Form.Item
                  name="password"
                  label={t('sign.password')}
                  extra={t('sign.passwordHint')}
                  rules={[{ required: true, message: t('required') }]}
                >
                  <Input.Password autoComplete="off" autoFocus data-testid="sign-password" />
                </Form.Item>
                <Form.Item name="hold" valuePropName="checked">
                  <Checkbox>{t('sign.hold')}</Checkbox>
                </Form.Item>
              </>
            )}
            {!byWallet && open && <p className="muted">{t('sign.open')}</p>}
            {byWallet && <p className="muted">{t('sign.wallet')}</p>}
            {sign.error && <SigningProblem error={sign.error} />}
            <div className="form-end">
              {stored && hasWallet() && (
                <Button onClick={() => setWallet(!wallet)}>{wallet ? t('sign.byKey') : t('sign.byWallet')}</Button>
              )}
              <Button onClick={() => onClose()}>{t('cancel')}</Button>
              <Button type="primary" htmlType="submit" loading={sign.isPending} data-testid="sign-submit">
                {request.confirm}
              </Button>
            </div>
          </Form>
        ) : (
          <Alert
            type="info"
            showIcon
            title={t('sign.noKey')}
            description={t('sign.noKeyText')}
            action={<Link to="/alliance/key">{t('sign.toKeys')}</Link>}
          />
        )}
      </div>
    </Modal>
  );
}
