import { Empty, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { TransactionLink } from '../../explorer/parts/links.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { pickProblem } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { GrantAct } from '../api/grants.ts';
import { Card } from '../parts/Card.tsx';
import { ChainParty } from './ChainParty.tsx';

/** What was done to a grant, by whom, and whether the chain shows it. */
export function HistoryCard({ history }: { history: GrantAct[] }) {
  const { t } = useTranslation('xGrants');
  const language = useLanguage();
  return (
    <Card title={t('history.title')}>
      {history.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('history.none')} />
      ) : (
        <Timeline
          className="x-steps"
          items={history.map((act) => ({
            key: `${act.by}${act.sequence}${act.act}`,
            color: act.state === 'failed' ? 'red' : act.state === 'done' || act.state === 'seen' ? 'green' : 'gray',
            content: (
              <>
                <b>{t(`history.act.${act.act}`)}</b> · <ChainParty address={act.by} /> ·{' '}
                {t(`history.state.${act.state}`)}
                {act.decidedAt && (
                  <>
                    {' '}
                    · <Time at={act.decidedAt} />
                  </>
                )}
                {act.reason && <p>{t('history.reason', { reason: act.reason })}</p>}
                {act.problem && <p>{pickProblem(act, language)}</p>}
                {act.transaction && (
                  <p>
                    <TransactionLink hash={act.transaction} />
                  </p>
                )}
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}
