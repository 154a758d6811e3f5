import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { answerObjection, type Objection } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { ReasonModal } from '../parts/ReasonModal.tsx';

/** Objections of people to uses of the department's data; who objects is not told. */
export function ObjectionsCard() {
  const { t } = useTranslation('xCitizens');
  return (
    <Card title={t('objections.title')}>
      <p className="muted">{t('objections.lead')}</p>
      <PagedList<Objection> path="/citizen/objections" keyOf={({ id }) => id} empty={t('objections.none')}>
        {(objection) => <ObjectionLine objection={objection} />}
      </PagedList>
    </Card>
  );
}

function ObjectionLine({ objection }: { objection: Objection }) {
  const { t } = useTranslation('xCitizens');
  const [decision, setDecision] = useState<'upheld' | 'rejected' | null>(null);
  const text = useText();
  const { id, about, words, state, answer, madeAt } = objection;
  return (
    <article className="x-entry" data-testid="objection">
      <h3>{t('uses.line', { department: text(about.department), dataset: text(about.dataset) })}</h3>
      <div className="x-meta">
        <span>{t('objections.matter', { matter: text(about.matter) })}</span>
        {about.question && <span>{t('uses.question', { question: text(about.question) })}</span>}
        <span>{t(`useKind.${about.kind}`)}</span>
        <span className="muted">
          <Time at={about.at} />
        </span>
      </div>
      <p className="x-pre">{words}</p>
      {answer && <p>{t('uses.answer', { answer })}</p>}
      <div className="x-meta">
        <span className="chip">{t(`objection.${state}`)}</span>
        <span className="muted">
          <Time at={madeAt} />
        </span>
        {state === 'open' &&
          (['upheld', 'rejected'] as const).map((one) => (
            <Button key={one} size="small" onClick={() => setDecision(one)}>
              {t(`decide.${one}`)}
            </Button>
          ))}
      </div>
      {decision && (
        <ReasonModal
          title={t(`decide.${decision}`)}
          text={t('objections.seen')}
          submit={t('objections.send')}
          label={t('objections.answer')}
          run={(text) => answerObjection(id, decision, text)}
          onClose={() => setDecision(null)}
        />
      )}
    </article>
  );
}
