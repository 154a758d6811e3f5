import './lineage.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Card, Empty, Form, Input, Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../api/session.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { Problem } from '../operator/Problem.tsx';
import { sessionQuery } from '../operator/queries.ts';
import { type Direction, getLineage, type Lineage } from './api.ts';
import { GapList } from './GapList.tsx';
import { EventList } from './LineageList.tsx';
import { NodeCard } from './NodeCard.tsx';
import { shortName } from './words.ts';

const LineageGraph = lazy(async () => ({ default: (await import('./LineageGraph.tsx')).LineageGraph }));
const directions = ['both', 'back', 'forward'] as const;
/** Narrower screens read the list. */
const isWide = () => window.matchMedia('(min-width: 760px)').matches;

/** Where a thing came from and where it went. */
export function LineagePage() {
  const { t } = useTranslation('lineage');
  const navigate = useNavigate();
  const { epc = '', direction = 'both' } = useSearch({ from: '/lineage' });
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['lineage', epc, direction],
    queryFn: ({ signal }) => getLineage(epc, direction, signal),
    enabled: epc !== '',
  });
  const go = (search: { epc: string; direction: Direction }) => void navigate({ to: '/lineage', search });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Card>
          <Form
            key={epc}
            layout="vertical"
            requiredMark={false}
            initialValues={{ epc }}
            onFinish={(given: { epc: string }) => go({ epc: given.epc.trim(), direction })}
          >
            <Form.Item
              name="epc"
              label={t('code')}
              extra={t('codeHint')}
              rules={[{ required: true, whitespace: true, message: t('codeMissing') }]}
            >
              <Input maxLength={2000} data-testid="lineage-epc" allowClear />
            </Form.Item>
            <div className="lineage-ask">
              <Button type="primary" htmlType="submit">
                {t('show')}
              </Button>
              <Segmented
                value={direction}
                options={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
                onChange={(value) => go({ epc, direction: value })}
              />
            </div>
          </Form>
        </Card>
        {isFetching && !data && <Skeleton active />}
        {error && <Problem error={error} onRetry={refetch} />}
        {data && epc !== '' && <Result key={`${data.id} ${direction}`} lineage={data} />}
      </div>
    </>
  );
}

function Result({ lineage }: { lineage: Lineage }) {
  const { t } = useTranslation('lineage');
  const { data: session } = useQuery(sessionQuery);
  const [view, setView] = useState<'graph' | 'list'>(isWide() ? 'graph' : 'list');
  const [selected, setSelected] = useState<string | null>(null);
  if (lineage.events.length === 0) return <Empty description={`${t('nothing')}. ${t('nothingHint')}`} />;
  const node = lineage.nodes.find(({ id }) => id === selected);
  const members = new Set(lineage.events.map(({ member }) => member.slug));
  return (
    <>
      {lineage.truncated && <Alert type="warning" showIcon title={t('truncated')} />}
      <Card title={t('gaps')}>
        <GapList lineage={lineage} onSelect={setSelected} />
      </Card>
      <Card
        title={t('summary', {
          things: lineage.nodes.length,
          events: lineage.events.length,
          members: members.size,
        })}
        extra={
          <Segmented
            value={view}
            options={[
              { value: 'graph', label: t('view.graph') },
              { value: 'list', label: t('view.list') },
            ]}
            onChange={setView}
          />
        }
      >
        {view === 'graph' ? (
          <Suspense fallback={<Skeleton active />}>
            <p className="muted">{t('select')}</p>
            <LineageGraph lineage={lineage} onSelect={setSelected} />
          </Suspense>
        ) : (
          <EventList lineage={lineage} events={lineage.events} />
        )}
        {may(session, 'trace:recall') && (
          <Link to="/recalls/new" search={{ epc: lineage.id }} className="below">
            {t('recallThis')}
          </Link>
        )}
      </Card>
      {node && <Selected lineage={lineage} id={node.id} onClose={() => setSelected(null)} />}
    </>
  );
}

/** The thing that was chosen with the events about it. */
function Selected({ lineage, id, onClose }: { lineage: Lineage; id: string; onClose: () => void }) {
  const { t } = useTranslation('lineage');
  const node = lineage.nodes.find((one) => one.id === id);
  if (!node) return null;
  const hashes = new Set(lineage.edges.filter(({ from, to }) => from === id || to === id).map(({ hash }) => hash));
  const events = lineage.events.filter(
    ({ hash, sealed, things = [] }) => things.some(({ key }) => key === id) || (sealed && hashes.has(hash)),
  );
  const close = (
    <Button size="small" onClick={onClose}>
      {t('close')}
    </Button>
  );
  return (
    <Card
      title={node.kind === 'sealed' ? t('kind.sealed') : shortName(id)}
      extra={close}
      data-testid="lineage-selected"
    >
      <NodeCard node={node} missing={lineage.gaps.some((gap) => gap.node === id)} />
      <EventList lineage={lineage} events={events} />
    </Card>
  );
}
