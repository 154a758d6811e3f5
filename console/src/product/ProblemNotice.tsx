import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem.ts';

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** Words of the page instead of the problem's own. */
  title?: string;
  text?: string;
}

/** An error as the platform explains it: what happened, and what to do now. */
export function ProblemNotice({ error, onRetry, title, text }: ProblemNoticeProps) {
  const { t } = useTranslation('common');
  const problem = problemOf(error);
  const silent = problem.status === 0;
  const nextStep = silent ? t('problem.offlineNext') : problem.nextStep;
  return (
    <div className="problem" role="alert">
      <h1>{title ?? (silent ? t('problem.offlineTitle') : problem.title || t('problem.title'))}</h1>
      <p>{text ?? problem.detail}</p>
      {nextStep && !text && (
        <p>
          <b>{t('problem.nextStep')}:</b> {nextStep}
        </p>
      )}
      {problem.code && (
        <p className="muted">
          {t('problem.code')} <code>{problem.code}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="plain-button" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
