import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Grant } from '../api/grants.ts';
import { DatasetName } from '../parts/DatasetName.tsx';
import { MatterName } from '../parts/MatterName.tsx';
import { useDepartments } from '../queries.ts';
import { GrantStateTag } from './GrantStateTag.tsx';
import { UsesText } from './UsesText.tsx';

/** A grant in a list. */
export function GrantLine({ grant }: { grant: Grant }) {
  const { t } = useTranslation('xGrants');
  const nameOf = useDepartments();
  const other = grant.role === 'provider' ? grant.consumerSlug : grant.providerSlug;
  return (
    <article className="x-entry" data-testid="grant">
      <h2>
        <Link to="/exchange/grants/$id" params={{ id: grant.id }}>
          {t(grant.role === 'provider' ? 'line.given' : 'line.held', { name: nameOf(other) })}
        </Link>
      </h2>
      <p>
        <DatasetName department={grant.providerSlug} dataset={grant.dataset} />
      </p>
      <div className="x-meta">
        <GrantStateTag state={grant.state} />
        <span>
          {t('purpose')} <MatterName code={grant.purpose} />
        </span>
        <UsesText grant={grant} />
        <span className="muted">
          {t('until')} <Time at={grant.notAfter} />
        </span>
      </div>
    </article>
  );
}
