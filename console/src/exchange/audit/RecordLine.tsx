import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { AuditRecord } from '../api/audit.ts';
import { DidName } from '../parts/DidName.tsx';
import { OutcomeTag, useKindName } from './RecordTags.tsx';

/** A record in a list. */
export function RecordLine({ record }: { record: AuditRecord }) {
  const { t } = useTranslation('xAudit');
  const kindName = useKindName();
  const { id, kind, outcome, counterparty, caseNumber, purpose, time, sequence, anchored, detail } = record;
  const told = [detail.message, detail.act, detail.change, detail.code].find((one) => typeof one === 'string');
  return (
    <article className="x-entry" data-testid="record">
      <h3>
        <Link to="/exchange/audit/$id" params={{ id }}>
          {kindName(kind)}
        </Link>{' '}
        {told && <small className="muted">{String(told)}</small>}
      </h3>
      <div className="x-meta">
        <OutcomeTag outcome={outcome} />
        {counterparty && <DidName did={counterparty} />}
        {purpose && <code>{purpose}</code>}
        {caseNumber && <span>{t('line.case', { number: caseNumber })}</span>}
        <span className="muted">
          <Time at={time} />
        </span>
        <span className="muted">
          {sequence === null ? t('line.beingChained') : t('line.sequence', { number: sequence })} ·{' '}
          {t(anchored ? 'line.anchored' : 'line.notAnchored')}
        </span>
      </div>
    </article>
  );
}
