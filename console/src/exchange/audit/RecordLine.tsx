import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { AuditRecord } from '../api/audit.ts';
import { DidName } from '../parts/DidName.tsx';
import { MatterName } from '../parts/MatterName.tsx';
import { OutcomeTag, useKindName } from './RecordTags.tsx';
import { useTold } from './useTold.ts';

/** A record in a list. */
export function RecordLine({ record }: { record: AuditRecord }) {
  const { t } = useTranslation('xAudit');
  const kindName = useKindName();
  const { id, kind, outcome, counterparty, caseNumber, purpose, time, sequence, anchored } = record;
  const told = useTold()(record);
  return (
    <article className="x-entry" data-testid="record">
      <h2>
        <Link to="/exchange/audit/$id" params={{ id }}>
          {kindName(kind)}
          {told && ` · ${told}`}
        </Link>
      </h2>
      <div className="x-meta">
        <OutcomeTag outcome={outcome} />
        {counterparty && <DidName did={counterparty} />}
        {purpose && <MatterName code={purpose} />}
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
