import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { CatalogEntry } from '../api/catalogue.ts';
import { shortId } from '../api/common.ts';
import { LevelTag, SharingTag } from '../parts/tags.tsx';
import { useJoin } from '../queries.ts';
import { FreshnessLine } from './FreshnessLine.tsx';

/** A dataset in a list: what it is, how far it is shared, how fresh. */
export function EntryLine({ department, entry }: { department: string; entry: CatalogEntry }) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const join = useJoin();
  const { sharing, level, method = [], items } = entry.terms;
  return (
    <article className="x-entry" data-testid="entry">
      <h3>
        <Link to="/exchange/catalogue/$department/$id" params={{ department, id: shortId(entry.id) }}>
          {text(entry.title) || entry.id}
        </Link>
      </h3>
      <p className="muted">{text(entry.description)}</p>
      <div className="x-meta">
        {sharing && <SharingTag sharing={sharing} />}
        {level && <LevelTag level={level} />}
        {items && <span>{t('items', { count: items.length })}</span>}
        {method.length > 0 && <span>{join(method.map((one) => t(`exchange:method.${one}`)))}</span>}
        <FreshnessLine terms={entry.terms} />
      </div>
    </article>
  );
}
