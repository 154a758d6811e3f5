import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import type { Dataset } from '../api/datasets.ts';
import { closeQuestion, type DeclaredQuestion } from '../api/questions.ts';
import { Card } from '../parts/Card.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { QuestionModal } from './QuestionModal.tsx';

/** What others may apply to ask of a dataset. */
export function QuestionsView({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation('xDatasets');
  const text = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Card>
      <p className="muted">{t('questions.lead')}</p>
      {dataset.version > 0 && (
        <Button className="in-card" data-testid="add-question" onClick={() => setAdding(true)}>
          {t('questions.add')}
        </Button>
      )}
      <PagedList<DeclaredQuestion>
        path="/questions"
        query={{ dataset: dataset.id }}
        keyOf={({ id }) => id}
        empty={t('questions.none')}
      >
        {({ id, words, kind, state }) => (
          <article className="x-entry">
            <h3>{text(words)}</h3>
            <div className="x-meta">
              <code>{id}</code>
              <span>{t(`questions.kinds.${kind}`)}</span>
              {state === 'closed' ? (
                <span className="chip">{t('questions.closed')}</span>
              ) : (
                <ConfirmButton
                  room="exchange"
                  size="small"
                  ask={t('questions.closeAsk')}
                  run={() => closeQuestion(dataset.id, id)}
                >
                  {t('questions.close')}
                </ConfirmButton>
              )}
            </div>
          </article>
        )}
      </PagedList>
      {adding && <QuestionModal dataset={dataset} onClose={() => setAdding(false)} />}
    </Card>
  );
}
