import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { shorten } from '../../format/shorten.ts';
import { type Anomaly, type Judgement, judgeAnomaly, judgements } from '../api/audit.ts';
import { ReasonModal } from '../parts/ReasonModal.tsx';

const mostLinks = 5;
/** Ids of grants, which only machines read whole. */
const longId = /0x[0-9a-f]{64}/g;

/** One anomaly with its explanation, its records and its judgement. */
export function AnomalyLine({ anomaly }: { anomaly: Anomaly }) {
  const { t } = useTranslation('xAudit');
  const text = useText();
  const [judging, setJudging] = useState<Judgement | null>(null);
  const { id, rule, at, explanation, records, state, note } = anomaly;
  return (
    <article className="x-entry" data-testid="anomaly">
      <h2>{t(`rule.${rule}`)}</h2>
      <p>{text(explanation).replace(longId, (id) => shorten(id))}</p>
      {note && <p className="muted">{t('anomalies.note', { note })}</p>}
      <div className="x-meta">
        <span className={`chip chip-anomaly-${state}`}>{t(`judgement.${state}`)}</span>
        <span className="muted">
          <Time at={at} />
        </span>
        {records.slice(0, mostLinks).map((record, index) => (
          <Link key={record} to="/exchange/audit/$id" params={{ id: record }} className="x-link">
            {t('anomalies.record', { number: index + 1 })}
          </Link>
        ))}
        {records.length > mostLinks && (
          <span className="muted">{t('anomalies.moreRecords', { number: records.length })}</span>
        )}
      </div>
      <div className="x-actions x-meta">
        {judgements
          .filter((one) => one !== state)
          .map((one) => (
            <Button key={one} size="small" onClick={() => setJudging(one)}>
              {t(`judge.${one}`)}
            </Button>
          ))}
      </div>
      {judging && (
        <ReasonModal
          title={t(`judge.${judging}`)}
          submit={t(`judge.${judging}`)}
          needed={judging !== 'open'}
          run={(reason) => judgeAnomaly(id, judging, reason || null)}
          onClose={() => setJudging(null)}
        />
      )}
    </article>
  );
}
