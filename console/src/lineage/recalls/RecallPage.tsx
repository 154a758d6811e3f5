import '../lineage.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { shortName } from '../words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { csvPath, getRecall, type Recall } from './api.ts';
import { CloseRecall } from './CloseRecall.tsx';
import { RecallActs } from './RecallActs.tsx';
import { RecallHolders } from './RecallHolders.tsx';
import { RecallItems } from './RecallItems.tsx';
import { useDuration } from './useDuration.ts';

/** One recall: what it is about, what the own organisation has to do, who answered, what is affected, the evidence. */
export function RecallPage() {
  const { t } = useTranslation('recalls');
  const { id } = useParams({ from: '/recalls/$id' });
  const { data, error, refetch } = useQuery({
    queryKey: ['recalls', id],
    queryFn: ({ signal }) => getRecall(id, signal),
    refetchInterval: 15_000,
  });
  return (
    <>
      <Link to="/recalls" className="back recall-noprint">
        ← {t('back')}
      </Link>
      {error && <Problem error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && <Shown recall={data} />}
    </>
  );
}

function Shown({ recall }: { recall: Recall }) {
  const { t } = useTranslation('recalls');
  const language = useLanguage();
  const { id, things, state, own, mayClose } = recall;
  const name = things
    .map((thing) => `${pickText(thing.name, language) ?? ''} ${shortName(thing.id)}`.trim())
    .join(' · ');
  const actions = (
    <span className="recall-actions recall-noprint">
      <a href={csvPath(id)} download data-testid="recall-csv">
        {t('csv')}
      </a>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </span>
  );
  return (
    <>
      <PageHead title={`${recall.mock ? `${t('mock')}: ` : ''}${name}`} actions={actions} />
      <div className="stack">
        {recall.truncated && <Alert type="error" showIcon title={t('incomplete')} />}
        <Facts recall={recall} />
        {own && state === 'open' && <AnswerForm recall={recall} />}
        <RecallHolders recall={recall} />
        <RecallItems recall={recall} />
        <RecallActs recall={recall} />
        {mayClose && <CloseRecall id={id} />}
      </div>
    </>
  );
}

function Facts({ recall }: { recall: Recall }) {
  const { t } = useTranslation('recalls');
  const language = useLanguage();
  const duration = useDuration();
  const { reason, instructions, startedAt, tracedMs, completedMs, answered, holders, closedAt, outcome } = recall;
  const rows: [string, string][] = [
    [t('reason'), reason],
    [t('instructions'), instructions],
    [
      t('started'),
      `${formatDateTime(startedAt, language)} · ${t('mine', { member: pickText(recall.member.name, language) })}`,
    ],
    [t('traced'), duration(tracedMs)],
    [t('holders'), t('progress', { answered, holders })],
    [t('completed'), duration(completedMs)],
    ...(closedAt ? [[t('closedAt'), formatDateTime(closedAt, language)] as [string, string]] : []),
    ...(outcome ? [[t('outcome'), outcome] as [string, string]] : []),
  ];
  return (
    <Card extra={<span className="chip">{t(`state.${recall.state}`)}</span>} title={t('title')}>
      <dl className="rows-wide">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt className="muted">{label}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
