import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../i18n/useProblemWords.ts';

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
  const problem = useProblemWords()(error);
  return (
    <div className="problem" role="alert">
      <h1>{title ?? problem.title}</h1>
      <p>{text ?? problem.detail}</p>
      {problem.nextStep && !text && (
        <p>
          <b>{t('problem.nextStep')}</b> {problem.nextStep}
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
