import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Source } from '../api/sources.ts';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { DatasetTabs } from './DatasetTabs.tsx';
import { SourceLine } from './SourceLine.tsx';
import { SourceModal } from './SourceModal.tsx';
import { sourcesQuery } from './sourcesQuery.ts';

/** Where the department's data are. */
export function SourcesPage() {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const query = useQuery(sourcesQuery);
  const [edited, setEdited] = useState<Source | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={t('exchange:pages.sources')}
        lead={t('sources.lead')}
        actions={
          <Button type="primary" data-testid="add-source" onClick={() => setEdited('new')}>
            {t('sources.add')}
          </Button>
        }
      />
      <Gate right="exchange:manage-catalogue">
        <DatasetTabs />
        <Loaded query={query}>
          {(sources) =>
            sources.length === 0 ? (
              <Card>
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('sources.none')} />
              </Card>
            ) : (
              <ul className="x-entries">
                {sources.map((source) => (
                  <li key={source.id}>
                    <SourceLine source={source} onEdit={() => setEdited(source)} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        {edited && <SourceModal source={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Gate>
    </>
  );
}
