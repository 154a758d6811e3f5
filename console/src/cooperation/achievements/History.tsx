import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { type Achievement, type Judgement, listVersions } from '../api/achievements.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { Statement } from '../parts/Statement.tsx';
import { useText } from '../parts/useText.ts';
import { JudgementLine } from './Judgements.tsx';

/** Every version of a claim, and all that was ever said of it. */
export function History({ achievement }: { achievement: Achievement }) {
  const { t } = useTranslation('achievements');
  return (
    <Tabs
      items={[
        { key: 'versions', label: t('versions'), children: <Versions id={achievement.id} /> },
        {
          key: 'judgements',
          label: t('allJudgements'),
          children: (
            <EntryList<Judgement>
              path={`/achievements/${achievement.id}/judgements`}
              keyOf={({ id }) => id}
              empty={t('onlyClaimed')}
              className="lines"
            >
              {(judgement) => <JudgementLine judgement={judgement} />}
            </EntryList>
          ),
        },
      ]}
    />
  );
}

function Versions({ id }: { id: string }) {
  const { t } = useTranslation('achievements');
  const text = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['cooperation', 'achievementVersions', id],
    queryFn: ({ signal }) => listVersions(id, signal),
  });
  if (error) return <Problem error={error} onRetry={refetch} />;
  return (
    <ul className="lines">
      {data?.map(({ version, title, correction, statementId }) => (
        <li key={version}>
          <div className="line-main">
            <p className="entry-meta">
              <b>{t('version', { version })}</b>
              <Statement id={statementId} />
            </p>
            <p>{text(title)}</p>
            {correction && <p className="reason">{t('correctedBecause', { reason: correction })}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
