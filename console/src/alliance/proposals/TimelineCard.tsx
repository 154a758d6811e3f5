import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Proposal } from '../api/proposals.ts';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { useClock } from '../parts/useClock.ts';
import { useDuration } from '../parts/useDuration.ts';

/** When it was proposed, when the vote begins and ends in the reader's own time, and when it was carried out. */
export function TimelineCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('governance');
  const duration = useDuration();
  const now = useClock();
  const { place, submittedAt, voteStart, voteEnd, executed, state } = proposal;
  const past = (at: string) => Date.parse(at) <= now;
  const left = (at: string) => t('timeline.in', { duration: duration((Date.parse(at) - now) / 1000) });
  return (
    <Card title={t('timeline.title')}>
      <ol className="timeline">
        <li className="reached">
          <b>{t('timeline.proposed')}</b>
          {place ? (
            <PlaceLine place={place} />
          ) : (
            <small>
              <Time at={submittedAt} />
            </small>
          )}
        </li>
        {voteStart && (
          <li className={past(voteStart) ? 'reached' : ''}>
            <b>{t('timeline.begins')}</b>
            <small>
              <Time at={voteStart} withZone /> {!past(voteStart) && left(voteStart)}
            </small>
          </li>
        )}
        {voteEnd && (
          <li className={past(voteEnd) ? 'reached' : ''}>
            <b>{t('timeline.ends')}</b>
            <small data-testid="vote-end">
              <Time at={voteEnd} withZone /> {!past(voteEnd) && left(voteEnd)}
            </small>
          </li>
        )}
        <li className={executed ? 'reached' : ''}>
          <b>{t('timeline.executed')}</b>
          {executed ? (
            <PlaceLine place={executed} />
          ) : (
            <small>{t(state === 'defeated' ? 'timeline.never' : 'timeline.waits')}</small>
          )}
        </li>
      </ol>
    </Card>
  );
}
