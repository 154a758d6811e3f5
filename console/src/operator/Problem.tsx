import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem.ts';

/** An error as the platform explains it: what happened, what to do now, and under which code to look it up. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: (() => unknown) | undefined }) {
  const { t } = useTranslation('common');
  const problem = problemOf(error);
  const silent = problem.status === 0;
  const nextStep = silent ? t('problem.offlineNext') : problem.nextStep;
  return (
    <Alert
      type="error"
      showIcon
      title={silent ? t('problem.offlineTitle') : problem.title || t('problem.title')}
      description={
        <div className="problem-text">
          {problem.detail && <p>{problem.detail}</p>}
          {nextStep && (
            <p>
              <b>{t('problem.nextStep')}:</b> {nextStep}
            </p>
          )}
          {problem.code && (
            <p className="muted">
              {t('problem.code')} <code>{problem.code}</code>
            </p>
          )}
        </div>
      }
      action={onRetry && <Button onClick={() => void onRetry()}>{t('retry')}</Button>}
    />
  );
}
