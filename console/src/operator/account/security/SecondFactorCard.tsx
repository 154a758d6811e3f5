import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, proveSecondFactor, removeSecondFactor, renewRecoveryCodes } from '../../../api/account.ts';
import { SecondFactorForm } from '../SecondFactorForm.tsx';
import { EnrolApp } from './EnrolApp.tsx';
import { PasswordProof } from './PasswordProof.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Opened = 'enrol' | 'prove' | 'renew' | 'remove' | null;

/** The authenticator app and its recovery codes. */
export function SecondFactorCard({ account }: { account: Account }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const [opened, setOpened] = useState<Opened>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const { enrolled, recoveryCodesLeft, usedInThisSession } = account.secondFactor;
  const close = () => {
    setOpened(null);
    setCodes(null);
  };
  const done = async () => {
    close();
    await client.invalidateQueries();
  };
  return (
    <Card title={t('secondFactor.title')}>
      <div className="stack security-stack">
        <p>{t(enrolled ? 'secondFactor.on' : 'secondFactor.off')}</p>
        {enrolled && !usedInThisSession && (
          <Alert
            type="warning"
            showIcon
            title={t('secondFactor.unproven')}
            action={<Button onClick={() => setOpened('prove')}>{t('secondFactor.prove')}</Button>}
          />
        )}
        {enrolled ? (
          <>
            <p className="muted">{t('secondFactor.left', { count: recoveryCodesLeft })}</p>
            <Space wrap>
              <Button onClick={() => setOpened('renew')} data-testid="renew-codes">
                {t('secondFactor.renew')}
              </Button>
              <Button danger onClick={() => setOpened('remove')} data-testid="remove-second-factor">
                {t('secondFactor.remove')}
              </Button>
            </Space>
          </>
        ) : (
          <div>
            <Button type="primary" onClick={() => setOpened('enrol')} data-testid="enrol">
              {t('secondFactor.start')}
            </Button>
          </div>
        )}
      </div>
      <Modal
        open={opened !== null}
        title={t(opened === 'renew' ? 'secondFactor.renew' : 'secondFactor.title')}
        footer={null}
        onCancel={close}
        // Codes that are shown once must not vanish because of a click beside the window.
        mask={{ closable: false }}
        destroyOnHidden
      >
        {opened === 'enrol' && <EnrolApp hasPassword={account.hasPassword} onCancel={close} onDone={done} />}
        {opened === 'prove' && <SecondFactorForm give={proveSecondFactor} onDone={done} />}
        {opened === 'remove' && (
          <PasswordProof
            hasPassword={account.hasPassword}
            action={removeSecondFactor}
            submit={t('secondFactor.remove')}
            onDone={done}
            onCancel={close}
          />
        )}
        {opened === 'renew' &&
          (codes ? (
            <RecoveryCodes codes={codes} onSaved={done} />
          ) : (
            <PasswordProof
              hasPassword={account.hasPassword}
              action={renewRecoveryCodes}
              submit={t('secondFactor.next')}
              onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
              onCancel={close}
            />
          ))}
      </Modal>
    </Card>
  );
}
