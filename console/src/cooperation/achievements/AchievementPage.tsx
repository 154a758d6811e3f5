import '../cooperation.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Achievement, getAchievement } from '../api/achievements.ts';
import { Back } from '../parts/Back.tsx';
import { useSession } from '../parts/useSession.ts';
import { useText } from '../parts/useText.ts';
import { ClaimForm } from './ClaimForm.tsx';
import { ClaimView } from './ClaimView.tsx';
import { History } from './History.tsx';
import { Judgements } from './Judgements.tsx';
import { WithdrawClaim } from './WithdrawClaim.tsx';

/** One achievement: what is claimed, by what evidence, and what others say of it. */
export function AchievementPage() {
  const { id } = useParams({ from: '/cooperation/achievements/$id' });
  const query = useQuery({
    queryKey: ['cooperation', 'achievement', id],
    queryFn: ({ signal }) => getAchievement(id, signal),
  });
  return <Loaded query={query}>{(achievement) => <View achievement={achievement} />}</Loaded>;
}

function View({ achievement }: { achievement: Achievement }) {
  const { t } = useTranslation('achievements');
  const text = useText();
  const { member: own, may } = useSession();
  const [open, setOpen] = useState<'correct' | 'withdraw' | null>(null);
  const { member, title, withdrawn, withdrawnReason } = achievement;
  const changes = own === member && !withdrawn && may('cooperation:claim');
  return (
    <>
      <Back to="/cooperation/achievements" text={t('title')} />
      <PageHead
        title={text(title)}
        actions={
          changes && (
            <Space wrap>
              <Button onClick={() => setOpen('correct')} data-testid="correct">
                {t('correct')}
              </Button>
              <Button danger onClick={() => setOpen('withdraw')}>
                {t('withdraw')}
              </Button>
            </Space>
          )
        }
      />
      <div className="stack">
        {withdrawn && (
          <Alert type="warning" showIcon title={t('withdrawnBecause', { reason: withdrawnReason ?? '' })} />
        )}
        <ClaimView achievement={achievement} />
        <Judgements achievement={achievement} />
        <Card title={t('history')}>
          <History achievement={achievement} />
        </Card>
      </div>
      {open === 'correct' && <ClaimForm achievement={achievement} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && <WithdrawClaim id={achievement.id} onClose={() => setOpen(null)} />}
    </>
  );
}
