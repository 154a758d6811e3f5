import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { EntryTerms } from '../api/catalogue.ts';
import { Card } from '../parts/Card.tsx';

/** What can be asked of a dataset without getting it. */
export function PublishedQuestions({ questions }: { questions: NonNullable<EntryTerms['questions']> }) {
  const { t } = useTranslation('xCatalogue');
  const text = useText();
  return (
    <Card title={t('questions.title')}>
      <p className="muted">{t('questions.lead')}</p>
      <ul className="x-problems">
        {questions.map(({ id, words }) => (
          <li key={id}>
            {text(words)} <code className="muted">{id}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
