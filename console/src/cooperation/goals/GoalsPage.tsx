import '../cooperation.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { getProgress, type Progress } from '../api/goals.ts';
import { useSession } from '../parts/useSession.ts';
import { EditGoals } from './EditGoals.tsx';
import { GoalCard } from './GoalCard.tsx';

/** What the alliance wants to reach, and how far it is. */
export function GoalsPage() {
  const { t } = useTranslation('goals');
  const { may } = useSession();
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: ['cooperation', 'goals'],
    queryFn: ({ signal }) => getProgress(signal),
    refetchInterval: 60_000,
  });
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          query.data &&
          may('cooperation:set-goals') && (
            <Button onClick={() => setEditing(true)} data-testid="edit-goals">
              {t('change')}
            </Button>
          )
        }
      />
      <Loaded query={query}>
        {(progress) => (
          <>
            <Period progress={progress} />
            <div className="cards">
              {progress.goals.map((goal) => (
                <GoalCard key={goal.id} goal={goal} />
              ))}
            </div>
          </>
        )}
      </Loaded>
      {editing && query.data && <EditGoals progress={query.data} onClose={() => setEditing(false)} />}
    </>
  );
}

function Period({ progress }: { progress: Progress }) {
  const { t } = useTranslation('goals');
  const language = useLanguage();
  const { start, end, setting, decision, founded } = progress;
  const day = (value: string) => formatDate(`${value}T12:00:00Z`, language);
  return (
    <Alert
      type="info"
      showIcon
      className="in-card"
      title={t('period', { start: day(start), end: day(end) })}
      description={
        <>
          {t('honest', { count: setting.confirmationsNeeded })}{' '}
          {t(decision !== null ? 'decided' : founded ? 'notDecided' : 'beforeFounding')}
          {decision !== null && <code> {decision}</code>}
        </>
      }
    />
  );
}
