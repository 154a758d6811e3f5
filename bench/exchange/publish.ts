import { call } from './call.ts';
import type { BenchConnector } from './startConnector.ts';

/** A dataset in the catalogue of a connector. */
export interface PublishedDataset {
  id: string;
  items: string[];
}

interface Managed {
  dataset: { id: string };
  revision: number;
}

const both = (en: string, zh = en) => ({ zh, en });
const text = (name: string, more = {}) => ({ name, title: both(name), type: 'text', ...more });

const drafts = {
  table: {
    title: both('Organic producers', '有机生产者名录'),
    items: [
      text('licence', { key: true }),
      text('name'),
      text('field_group', { type: 'integer' }),
      text('area', { type: 'number' }),
      text('changed_at', { type: 'time' }),
    ],
    changeItem: 'changed_at',
    methods: ['pull', 'push', 'stream', 'answer'],
  },
  file: { title: both('Aerial images', '航拍影像'), items: [text('file')], methods: ['pull'] },
} as const;

/** Describes a dataset as one person and publishes it as another. */
export async function publish(
  { admin, reviewer }: BenchConnector,
  kind: keyof typeof drafts,
  source: object,
  table?: string,
): Promise<PublishedDataset> {
  const draft = drafts[kind];
  await call(
    admin,
    '/api/exchange/catalog/duties/SC-01',
    { title: both('Market register', '市场主体登记'), legalBasis: '《市场主体登记管理条例》' },
    'PUT',
  );
  const { id: sourceId } = await call<{ id: string }>(admin, '/api/exchange/sources', source);
  const { dataset } = await call<Managed>(admin, '/api/exchange/datasets', {
    ...draft,
    ...{ description: draft.title, duty: 'SC-01', table: 'producers', sharing: 'conditional' },
    conditions: both('For matters of subsidies', '仅限补贴事项'),
    ...{ updateCycle: 'daily', subject: 'organisation', region: '430000', level: 2 },
    ...{ department: both('Register', '登记处'), contact: { name: 'Register' } },
    source: { source: sourceId, ...(table === undefined ? {} : { table }) },
  });
  const path = `/api/exchange/datasets/${encodeURIComponent(dataset.id)}`;
  const { revision } = await call<Managed>(admin, `${path}/submit`, {});
  await call(reviewer, `${path}/decision`, { verdict: 'approve', revision });
  return { id: dataset.id, items: draft.items.map(({ name }) => name) };
}
