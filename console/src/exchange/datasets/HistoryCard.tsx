import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { LifeStep } from '../api/datasets.ts';
import { Card } from '../parts/Card.tsx';
import { PagedList } from '../parts/PagedList.tsx';

type KnownStep = 'created';

/** The life of a dataset, the newest first. */
export function HistoryCard({ id }: { id: string }) {
  const { t } = useTranslation('xDatasets');
  return (
    <Card>
      <PagedList<LifeStep>
        path={`/datasets/${encodeURIComponent(id)}/history`}
        keyOf={({ record }) => record}
        empty={t('history.none')}
      >
        {({ step, at, actor, version, note }) => (
          <div>
            <b>{t(`history.step.${step as KnownStep}`)}</b> · {actor.name} · <Time at={at} />
            {version > 0 && <span className="muted"> · {t('version', { version })}</span>}
            {note && <p>{note}</p>}
          </div>
        )}
      </PagedList>
    </Card>
  );
}
