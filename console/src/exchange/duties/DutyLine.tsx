import { Link } from '@tanstack/react-router';
import { Alert, Button, Collapse } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { pickProblem } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Duty } from '../api/using.ts';
import { DidName } from '../parts/DidName.tsx';
import { useMay } from '../parts/useMay.ts';
import { useJoin } from '../queries.ts';
import { CopiesModal } from './CopiesModal.tsx';

/** Files of the connector are named so; a person knows nothing by it. */
const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A duty to delete: what was deleted, what became of copies, the receipt. */
export function DutyLine({ duty }: { duty: Duty }) {
  const { t } = useTranslation('xCitizens');
  const language = useLanguage();
  const may = useMay();
  const join = useJoin();
  const [telling, setTelling] = useState(false);
  const {
    role,
    counterparty,
    why,
    state,
    dueAt,
    deletedAt,
    deleted,
    statement,
    receipt,
    escalation,
    problem,
    problemZh,
    grant,
  } = duty;
  const named = deleted.map(({ name }) => name).filter((name) => !isUuid.test(name));
  return (
    <article className="x-entry" data-testid="duty">
      <h2>
        {t(role === 'consumer' ? 'duties.weDelete' : 'duties.theyDelete')}
        <DidName did={counterparty} />
      </h2>
      <p>
        {t(`why.${why}`)} ·{' '}
        <Link to="/exchange/grants/$id" params={{ id: grant }} className="x-link">
          {t('duties.grant')}
        </Link>
      </p>
      <div className="x-meta">
        <span className={`chip chip-duty-${state}`}>{t(`dutyState.${state}`)}</span>
        {escalation > 0 && <span className="chip chip-overdue">{t('duties.isOverdue')}</span>}
        <span className="muted">
          {t('duties.due')} <Time at={dueAt} />
        </span>
        {deletedAt && (
          <span className="muted">
            {t('duties.deletedAt')} <Time at={deletedAt} />
          </span>
        )}
      </div>
      {deleted.length > 0 && (
        <p>
          {named.length > 0
            ? t('duties.deleted', { names: join(named) })
            : t('duties.deletedCount', { number: deleted.length })}
        </p>
      )}
      {statement && <p>{t('duties.statement', { copies: t(`copies.${statement.copies}`), words: statement.words })}</p>}
      {problem && <Alert type="warning" showIcon title={pickProblem({ problem, problemZh }, language)} />}
      {role === 'consumer' && state === 'waiting' && (
        <div className="x-actions x-meta">
          {may('exchange:decide') ? (
            <Button type="primary" onClick={() => setTelling(true)}>
              {t('duties.tell')}
            </Button>
          ) : (
            <span className="muted">{t('duties.mayNotTell')}</span>
          )}
        </div>
      )}
      {receipt && (
        <Collapse
          ghost
          items={[{ key: 'receipt', label: t('duties.receipt'), children: <code className="x-pre">{receipt}</code> }]}
        />
      )}
      {telling && <CopiesModal id={duty.id} onClose={() => setTelling(false)} />}
    </article>
  );
}
