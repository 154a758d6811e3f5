import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Problem } from '../operator/Problem.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';
import { type FullFinding, getFinding } from './api.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { FindingEvents } from './FindingEvents.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { FindingTag, nameOfSubject, Reasons, Score } from './parts.tsx';

/** One finding: why, what it is about, and what was decided. */
export function FindingPage() {
  return <InspectorHead page="findings">{() => <Loaded />}</InspectorHead>;
}

function Loaded() {
  const { id } = useParams({ from: '/inspector/findings/$id' });
  const { data, error, refetch } = useQuery({
    queryKey: ['findings', 'one', id],
    queryFn: ({ signal }) => getFinding(id, signal),
  });
  if (error) return <Problem error={error} onRetry={refetch} />;
  return data ? <Details finding={data} /> : <Spin />;
}

/** Things that lead to a lineage: lots, items and units. */
const traceable = (thing: string) => /^https:\/\/id\.gs1\.org\/(01\/\d{14}\/(10|21)\/|00\/)/.test(thing);

function Details({ finding }: { finding: FullFinding }) {
  const { t } = useTranslation(['inspector', 'common']);
  const language = useLanguage();
  const nameOf = useMemberNames();
  const { id, detector, subject, state, things, members, certifiers, decisions, createdAt } = finding;
  return (
    <div className="stack">
      <Card>
        <div className="inspector-finding" data-testid="finding">
          <Score finding={finding} />
          <div className="what">
            <h2>
              {t(`detector.${detector}`)} <FindingTag state={state} />
            </h2>
            <Reasons finding={finding} />
          </div>
        </div>
        <dl className="rows">
          <dt>{t('finding.subject')}</dt>
          <dd className="code">{nameOfSubject(subject)}</dd>
          <dt>{t('finding.members')}</dt>
          <dd>{members.map(nameOf).join(t('common:listSeparator'))}</dd>
          {certifiers.length > 0 && (
            <>
              <dt>{t('finding.certifiers')}</dt>
              <dd>{certifiers.map(nameOf).join(t('common:listSeparator'))}</dd>
            </>
          )}
          <dt>{t('finding.found')}</dt>
          <dd>{formatDateTime(createdAt, language)}</dd>
        </dl>
        <Button
          className="inspector-download"
          icon={<DownloadOutlined />}
          href={`/api/trace/findings/${id}/case`}
          data-testid="download-case"
        >
          {t('finding.download')}
        </Button>
        <p className="muted">{t('finding.downloadHint')}</p>
      </Card>
      <FindingEvents hashes={finding.events} />
      <Card title={t('finding.things')}>
        <ul className="inspector-things">
          {things
            .filter(traceable)
            .slice(0, 30)
            .map((thing) => (
              <li key={thing}>
                <Link to="/lineage" search={{ epc: thing }}>
                  {nameOfSubject(`thing ${thing}`)}
                </Link>
              </li>
            ))}
        </ul>
      </Card>
      <Card title={t('decision.title')}>
        {decisions.length === 0 && <p className="muted">{t('decision.none')}</p>}
        <ul className="inspector-decisions">
          {decisions.map((one) => (
            <li key={one.decidedAt}>
              <FindingTag state={one.state} /> {formatDateTime(one.decidedAt, language)} ·{' '}
              {one.member === null ? t('decision.platform') : nameOf(one.member)}
              <p>{one.note}</p>
              {one.statementId && (
                <Link to="/verify/evidence/$id" params={{ id: one.statementId }}>
                  {t('decision.evidence')}
                </Link>
              )}
            </li>
          ))}
        </ul>
        {finding.mayDecide ? (
          <DecisionForm finding={finding} />
        ) : (
          <Alert type="info" showIcon title={t('decision.mayNot')} description={t('decision.mayNotNext')} />
        )}
      </Card>
    </div>
  );
}
