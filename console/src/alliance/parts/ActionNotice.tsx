import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { TransactionLink } from '../../explorer/parts/links.tsx';
import { inLanguage } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Action } from '../api/types.ts';

/** What became of the last thing that was signed: on its way to the chain, or refused by it and why. */
export function ActionNotice({ actions, kind }: { actions: Action[]; kind: Action['kind'] }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const last = actions.find((action) => action.kind === kind);
  if (!last || last.state === 'done') return null;
  const hash = last.transactionHash && <TransactionLink hash={last.transactionHash} />;
  if (last.state === 'submitted') {
    return <Alert type="info" showIcon className="in-card" title={t('action.submitted')} description={hash} />;
  }
  const failure = last.failure && inLanguage(last.failure, language);
  return (
    <Alert
      type="error"
      showIcon
      className="in-card"
      data-testid="action-failed"
      title={t('action.failed')}
      description={
        <div className="problem-text">
          <p>{failure?.reason}</p>
          {failure && (
            <p>
              <b>{t('action.next')}</b> {failure.nextStep}
            </p>
          )}
          {hash}
        </div>
      }
    />
  );
}
