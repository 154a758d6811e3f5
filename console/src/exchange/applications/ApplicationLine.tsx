import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Application } from '../api/applications.ts';
import { ClockView } from '../parts/ClockView.tsx';
import { ApplicationStateTag } from '../parts/tags.tsx';
import { useDepartments } from '../queries.ts';

/** An application in a list, of either side. */
export function ApplicationLine({ application }: { application: Application }) {
  const { t } = useTranslation('xAsking');
  const text = useText();
  const nameOf = useDepartments();
  const { id, role, counterparty, dataset, datasetTitle, form, state, clock, createdAt } = application;
  const title = text(datasetTitle) || dataset;
  return (
    <article className="x-entry" data-testid="application" data-state={state}>
      <h2>
        {role === 'consumer' ? (
          <Link to="/exchange/applications/$id" params={{ id }}>
            {title}
          </Link>
        ) : (
          <Link to="/exchange/inbox/$id" params={{ id }}>
            {title}
          </Link>
        )}
      </h2>
      <p className="muted">
        {t(role === 'consumer' ? 'toLine' : 'fromLine', {
          name: nameOf(counterparty.slug),
          matter: text(form.matterName) || form.matter,
        })}{' '}
        · {t('handedIn')} <Time at={createdAt} />
      </p>
      <div className="x-meta">
        <ApplicationStateTag state={state} />
        {form.emergency && <span className="chip chip-escalated">{t('emergency')}</span>}
        {clock && <ClockView clock={clock} />}
      </div>
    </article>
  );
}
