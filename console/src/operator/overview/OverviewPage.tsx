import './overview.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { TreeGraphView } from '../../graph/TreeGraphView.tsx';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { graphQuery, sessionQuery, shownHeights } from '../queries.ts';
import { AllianceCard } from './AllianceCard.tsx';
import { EventsCard } from './EventsCard.tsx';
import { EvidenceCard } from './EvidenceCard.tsx';
import { NetworkCard } from './NetworkCard.tsx';
import { TreasuryCard } from './TreasuryCard.tsx';

/** The home page: the network, its Tree-Graph, the evidence log and the events, moving by themselves. */
export function OverviewPage() {
  const { t } = useTranslation('network');
  const graph = useQuery(graphQuery);
  const { data: session } = useQuery(sessionQuery);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="cards">
        <NetworkCard />
        <Card
          title={t('graph.title')}
          className="card-wide"
          loading={graph.isPending}
          extra={<Link to="/explorer/graph">{t('graph.large')}</Link>}
        >
          {graph.error && !graph.data ? (
            <Problem error={graph.error} onRetry={graph.refetch} />
          ) : (
            <TreeGraphView blocks={graph.data?.blocks ?? []} heights={shownHeights} />
          )}
        </Card>
        <AllianceCard />
        <EvidenceCard />
        <EventsCard />
        {may(session, 'platform:read') && <TreasuryCard />}
      </div>
    </>
  );
}
