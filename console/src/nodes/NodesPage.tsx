import '../explorer/explorer.css';
import './nodes.css';
import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { listNodes, type NetworkNode, type NodeList } from '../api/nodes.ts';
import { Loaded } from '../explorer/parts/Loaded.tsx';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';
import { JoinCard } from './JoinCard.tsx';
import { NodeItem } from './NodeItem.tsx';
import { TopologyMap } from './TopologyMap.tsx';

// Nodes report every ten seconds; twice as often shows each report while it is new.
const nodesQuery = {
  queryKey: ['nodes'],
  queryFn: ({ signal }: { signal: AbortSignal }) => listNodes(signal),
  refetchInterval: 5_000,
};

/** The map of the network: who runs nodes where, how each is, and how they are connected. */
export function NodesPage() {
  const { t } = useTranslation('nodes');
  const query = useQuery(nodesQuery);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Loaded query={query}>{(list) => <Network list={list} />}</Loaded>
        <JoinCard />
      </div>
    </>
  );
}

function Network({ list }: { list: NodeList }) {
  const { t } = useTranslation('nodes');
  const language = useLanguage();
  const memberName = useMemberNames();
  const { nodes, totals, otherBlocks } = list;
  const nameOf = ({ member, name }: NetworkNode) => (name ? `${memberName(member)} ${name}` : memberName(member));
  const blocksHour = nodes.reduce((sum, { blocks }) => sum + blocks.hour, otherBlocks.hour);
  const figures: [string, number, string?][] = [
    [t('current'), totals.current, t('ofNodes', { count: totals.nodes })],
    [t('members'), totals.members],
    [t('producers'), totals.producers],
    [t('blocksHour'), blocksHour],
  ];
  return (
    <>
      <Card title={t('totals')}>
        <dl className="figures">
          {figures.map(([name, value, note]) => (
            <div key={name} className="figure figure-big">
              <dt>{name}</dt>
              <dd>
                {formatNumber(value, language)} {note && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      {nodes.length === 0 ? (
        <Card>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
        </Card>
      ) : (
        <>
          <Card title={t('topology')}>
            <p className="muted">{t('topologyHint')}</p>
            <TopologyMap nodes={nodes} nameOf={nameOf} />
          </Card>
          <Card title={t('list')}>
            <ol className="node-list">
              {nodes.map((node, at) => (
                <NodeItem key={node.publicKey} node={node} number={at + 1} name={nameOf(node)} />
              ))}
            </ol>
            {list.nextPageToken !== null && <p className="muted">{t('more', { count: nodes.length })}</p>}
            {otherBlocks.hour > 0 && <p className="muted">{t('otherBlocks', { count: otherBlocks.hour })}</p>}
          </Card>
        </>
      )}
    </>
  );
}
