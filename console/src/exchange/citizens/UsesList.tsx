import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import type { CitizenUse, PersonView } from '../api/using.ts';

interface UsesListProps {
  view: Pick<PersonView, 'items' | 'lookups'>;
  /** What the reader can do about a use. */
  actions?: (use: CitizenUse) => ReactNode;
}

/** Which department used data about a person, for which matter, when, on which legal basis; and who looked at this. */
export function UsesList({ view: { items, lookups }, actions }: UsesListProps) {
  const { t } = useTranslation('xCitizens');
  const text = useText();
  return (
    <div className="stack" data-testid="uses">
      {items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('uses.none')} />
      ) : (
        <ul className="x-entries">
          {items.map((use) => (
            <li key={use.id}>
              <article className="x-entry" data-testid="use">
                <h3>{t('uses.line', { department: text(use.department), dataset: text(use.dataset) })}</h3>
                <p>{t('uses.matter', { matter: text(use.matter), basis: text(use.legalBasis) })}</p>
                {use.question && <p>{t('uses.question', { question: text(use.question) })}</p>}
                <div className="x-meta">
                  <span>{t(`useKind.${use.kind}`)}</span>
                  {use.caseNumber && <span>{t('uses.case', { number: use.caseNumber })}</span>}
                  <span className="muted">
                    <Time at={use.at} />
                  </span>
                  {use.objection && <span className="chip">{t(`objection.${use.objection.state}`)}</span>}
                </div>
                {use.objection?.answer && <p>{t('uses.answer', { answer: use.objection.answer })}</p>}
                {actions && <div className="x-meta">{actions(use)}</div>}
              </article>
            </li>
          ))}
        </ul>
      )}
      {lookups.length > 0 && (
        <div>
          <h3>{t('uses.lookups')}</h3>
          <ul className="x-problems">
            {lookups.map(({ at, by }) => (
              <li key={`${at}${by}`}>
                <Time at={at} /> · {t(`lookedBy.${by}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
