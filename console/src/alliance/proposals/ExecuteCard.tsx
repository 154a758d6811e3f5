import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { executeProposal, type ProposalDetail } from '../api/proposals.ts';
import { refreshAlliance } from '../queries.ts';

/** Has a passed proposal carried out: anyone may, and nobody can do anything else with it. */
export function ExecuteCard({ proposal: { id, executable, actions } }: { proposal: ProposalDetail }) {
  const { t } = useTranslation(['governance', 'shell']);
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const execute = useMutation({ mutationFn: () => executeProposal(id), onSuccess: () => refreshAlliance(client) });
  const running = actions.some(({ kind, state }) => kind === 'execution' && state === 'submitted');
  if (!executable) return null;
  return (
    <Card title={t('execute.title')}>
      <p>{t('execute.text')}</p>
      {session?.principal ? (
        <Button
          type="primary"
          block
          size="large"
          loading={execute.isPending || running}
          onClick={() => execute.mutate()}
          data-testid="execute"
        >
          {t('execute.do')}
        </Button>
      ) : (
        <Link to="/signin">{t('shell:session.signIn')}</Link>
      )}
      {execute.error && <Problem error={execute.error} />}
    </Card>
  );
}
