import '../../explorer/explorer.css';
import '../../nodes/nodes.css';
import './witnesses.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { removeWitness, type WitnessSet } from '../../api/checkpoints.ts';
import { may } from '../../api/session.ts';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { MatrixCard } from './MatrixCard.tsx';
import { OperatorCards } from './OperatorCards.tsx';
import { RunCard } from './RunCard.tsx';
import { WitnessTable, witnessesQuery } from './WitnessTable.tsx';

/** Who vouches for the log, who cosigned which checkpoint, who decides, and how a member takes part. */
export function WitnessesPage() {
  const { t } = useTranslation('witnesses');
  const query = useQuery(witnessesQuery);
  const { data: session } = useQuery(sessionQuery);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Loaded query={query}>
          {(set) => (
            <>
              {set.decidedBy === 'alliance' && (
                <Alert
                  type="info"
                  showIcon
                  data-testid="decided-by-vote"
                  title={t('voted')}
                  description={<Link to="/alliance/proposals/new">{t('votedHow')}</Link>}
                />
              )}
              <MatrixCard set={set} />
              <PresentCard set={set} canChange={set.decidedBy === 'operator' && may(session, 'witnesses:change')} />
              {set.decidedBy === 'operator' && may(session, 'witnesses:change') && (
                <OperatorCards threshold={set.threshold} />
              )}
              <RunCard isVoted={set.decidedBy === 'alliance'} />
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

function PresentCard({ set, canChange }: { set: WitnessSet; canChange: boolean }) {
  const { t } = useTranslation('witnesses');
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: removeWitness,
    onSuccess: () => client.invalidateQueries({ queryKey: witnessesQuery.queryKey }),
  });
  const actions = ({ name }: { name: string }) => (
    <Popconfirm
      title={t('confirm', { name })}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove.mutateAsync(name)}
    >
      <Button size="small" danger>
        {t('remove')}
      </Button>
    </Popconfirm>
  );
  return (
    <Card title={t('present')}>
      {remove.error && <Problem error={remove.error} />}
      <WitnessTable set={set} {...(canChange ? { actions } : {})} />
    </Card>
  );
}
