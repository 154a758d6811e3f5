import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { shortId } from '../api/common.ts';
import type { Dataset } from '../api/datasets.ts';
import { FreshnessLine } from '../catalogue/FreshnessLine.tsx';
import { DatasetStateTag, LevelTag, SharingTag } from '../parts/tags.tsx';

/** An own dataset in a list. */
export function DatasetLine({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation('xDatasets');
  const text = useText();
  const { id, title, description, state, sharing, level, version, updateCycle, freshness } = dataset;
  return (
    <article className="x-entry" data-testid="dataset" data-state={state}>
      <h2>
        <Link to="/exchange/datasets/$id" params={{ id: shortId(id) }}>
          {text(title)}
        </Link>
      </h2>
      <p className="muted">{text(description)}</p>
      <div className="x-meta">
        <DatasetStateTag state={state} />
        <span>{version > 0 ? t('version', { version }) : t('notPublished')}</span>
        <SharingTag sharing={sharing} />
        <LevelTag level={level} />
        <FreshnessLine terms={{ updateCycle, ...(freshness ? { freshness } : {}) }} />
      </div>
    </article>
  );
}
