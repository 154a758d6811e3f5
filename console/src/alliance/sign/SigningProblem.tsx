import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { WrongPassword } from '../key/askKeystoreWorker.ts';
import { SigningRefused } from './refuseUnlessSame.ts';
import { AllianceChanged } from './rememberedAlliance.ts';
import { WalletFailed } from './wallet.ts';

/** Why nothing was signed or sent: this browser's own refusals, the wallet's, or the platform's. */
export function SigningProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('votingKey');
  if (error instanceof WrongPassword) {
    return <Alert type="error" showIcon title={t('trouble.password')} description={t('trouble.passwordNext')} />;
  }
  if (error instanceof SigningRefused) {
    return (
      <Alert
        type="error"
        showIcon
        data-testid="signing-refused"
        title={t('trouble.refused')}
        description={
          <div className="problem-text">
            <p>{t(`trouble.${error.reason}`)}</p>
            <p>
              {t('trouble.expected')} <code>{error.expected}</code>
            </p>
            <p>
              {t('trouble.given')} <code>{error.given}</code>
            </p>
            <p>
              <b>{t('trouble.next')}</b> {t('trouble.refusedNext')}
            </p>
          </div>
        }
      />
    );
  }
  if (error instanceof AllianceChanged) {
    return <Alert type="error" showIcon title={t('trouble.changed')} description={t('trouble.changedNext')} />;
  }
  if (error instanceof WalletFailed) {
    const detail = error.message === '' ? null : <code>{error.message}</code>;
    return <Alert type="error" showIcon title={t(`trouble.wallet.${error.trouble}`)} description={detail} />;
  }
  return <Problem error={error} />;
}
