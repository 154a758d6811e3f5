import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Back } from '../../cooperation/parts/Back.tsx';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { pickProblem } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { getMatch } from '../api/answers.ts';
import { Card } from '../parts/Card.tsx';
import { DidName } from '../parts/DidName.tsx';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { useMay } from '../parts/useMay.ts';
import { QuestionName } from './QuestionName.tsx';

const stages = ['preparing', 'asking', 'waiting', 'computing', 'done'] as const;

/** One match, live. */
export function MatchPage() {
  const { t } = useTranslation('xAnswers');
  const may = useMay();
  const language = useLanguage();
  const { id } = useParams({ from: '/exchange/matches/$id' });
  const query = useQuery({
    queryKey: ['exchange', 'match', id],
    queryFn: ({ signal }) => getMatch(id, signal),
    refetchInterval: ({ state }) => (['done', 'failed'].includes(state.data?.state ?? '') ? false : 1_500),
  });
  return (
    <>
      <Back to="/exchange/answers" text={t('title')} />
      <Gate right="exchange:read">
        <Loaded query={query}>
          {(match) => (
            <>
              <PageHead title={t('match.title')} />
              <div className="stack">
                <Card>
                  {match.problem && (
                    <Alert type="error" showIcon className="in-card" title={pickProblem(match, language)} />
                  )}
                  {match.size === null ? (
                    <Progress
                      percent={(Math.max(0, stages.indexOf(match.state as 'done')) / 4) * 100}
                      status={match.state === 'failed' ? 'exception' : 'active'}
                      format={() => t(`matchState.${match.state}`)}
                    />
                  ) : (
                    <p className="x-answer">{t('match.found', { size: match.size, own: match.ownSize })}</p>
                  )}
                  <Facts
                    rows={[
                      [t('asked'), <DidName key="p" did={match.provider} />],
                      [t('ask.question'), <QuestionName key="q" transfer={match.transfer} question={match.question} />],
                      [t('match.ownSize'), formatNumber(match.ownSize, language)],
                      [t('askedAt'), <Time key="a" at={match.startedAt} />],
                      [t('answeredAt'), match.endedAt && <Time key="e" at={match.endedAt} />],
                    ]}
                  />
                </Card>
                {match.state === 'done' && match.mode === 'intersection' && may('exchange:pull') && (
                  <Card title={t('match.both')}>
                    <PagedList<string>
                      path={`/answers/matches/${match.id}/intersection`}
                      keyOf={(one) => one}
                      empty={t('match.nobody')}
                    >
                      {(one) => <code>{one}</code>}
                    </PagedList>
                  </Card>
                )}
              </div>
            </>
          )}
        </Loaded>
      </Gate>
    </>
  );
}
