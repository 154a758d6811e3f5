import { Link } from '@tanstack/react-router';
import { Tree } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { CatalogEntry } from '../api/catalogue.ts';
import { shortId } from '../api/common.ts';
import { Card } from '../parts/Card.tsx';
import { SharingTag } from '../parts/tags.tsx';
import { wordsOf } from '../parts/wordsOf.ts';

/** The directory of a department in its three levels: what the law makes it do, the data of that, the tables of those. */
export function DirectoryTree({ department, entries }: { department: string; entries: CatalogEntry[] }) {
  const { t } = useTranslation('xCatalogue');
  const text = useText();
  const duties = Map.groupBy(entries, ({ terms }) => terms.duty ?? '');
  const titleOf = (code: string, [first]: CatalogEntry[]) =>
    [text(wordsOf(first?.terms.dutyTitle)), code].filter(Boolean).join(' · ') || t('noDuty');
  return (
    <Card size="small" title={t('treeLevels')}>
      <Tree
        defaultExpandAll
        showLine
        selectable={false}
        treeData={[...duties].map(([code, own]) => ({
          key: `duty ${code}`,
          title: <b>{titleOf(code, own)}</b>,
          children: own.map((entry) => ({
            key: entry.id,
            title: (
              <span>
                <Link
                  to="/exchange/catalogue/$department/$id"
                  params={{ department, id: shortId(entry.id) }}
                  className="x-link"
                >
                  {text(entry.title) || entry.id}
                </Link>{' '}
                {entry.terms.sharing && <SharingTag sharing={entry.terms.sharing} />}
              </span>
            ),
            children: [
              {
                key: `table ${entry.id}`,
                isLeaf: true,
                title: (
                  <span className="muted">
                    {entry.terms.table} · {t('items', { count: entry.terms.items?.length ?? 0 })}
                  </span>
                ),
              },
            ],
          })),
        }))}
      />
    </Card>
  );
}
