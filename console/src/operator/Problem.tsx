import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useProblemWords } from '../i18n/useProblemWords.ts';

/** An error as the platform explains it: what happened, what to do now, and under which code to look it up. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: (() => unknown) | undefined }) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const problem = useProblemWords()(error);
  return (
    <Alert
      type="error"
      showIcon
      title={problem.title}
      description={
        <div className="problem-text">
          {problem.detail && <p>{problem.detail}</p>}
          {problem.places && (
            <ul>
              {problem.places.map(({ path, words }) => (
                <li key={`${path} ${words.en}`}>
                  <code>{path}</code> {pickText(words, language)}
                </li>
              ))}
            </ul>
          )}
          {problem.nextStep && (
            <p>
              <b>{t('problem.nextStep')}</b> {problem.nextStep}
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
