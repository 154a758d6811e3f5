import '../cooperation.css';
import { EnvironmentOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { DirectoryEntry } from '../api/directory.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { FilterChip } from '../parts/FilterChip.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { useSession } from '../parts/useSession.ts';
import { useText } from '../parts/useText.ts';
import { memberKinds, standings } from '../searches.ts';
import { Kinds, StandingChip } from './MemberChips.tsx';

/** The organisations, by name or by what they offer and seek. */
export function DirectoryPage() {
  const { t } = useTranslation(['directory', 'coop']);
  const navigate = useNavigate();
  const search = useSearch({ from: '/cooperation/members' });
  const { member } = useSession();
  const { q, kind, standing, tag } = search;
  const change = (changes: Partial<Record<keyof typeof search, string | undefined>>) =>
    void navigate({ to: '/cooperation/members', search: { ...search, ...changes } as typeof search });
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          member !== null && (
            <Link to="/cooperation/members/$slug" params={{ slug: member }}>
              <Button type="primary">{t('own')}</Button>
            </Link>
          )
        }
      />
      <div className="filters">
        <SearchField value={q} placeholder={t('searchHint')} onSearch={(text) => change({ q: text })} />
        <Select
          className="filter"
          value={kind ?? ''}
          aria-label={t('kind')}
          onChange={(value) => change({ kind: value || undefined })}
          options={[
            { value: '', label: t('anyKind') },
            ...memberKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
        />
        <Select
          className="filter"
          value={standing ?? ''}
          aria-label={t('standing')}
          onChange={(value) => change({ standing: value || undefined })}
          options={[
            { value: '', label: t('anyStanding') },
            ...standings.map((value) => ({ value, label: t(`standings.${value}`) })),
          ]}
        />
        {tag !== undefined && <FilterChip text={`# ${tag}`} onEnd={() => change({ tag: undefined })} />}
      </div>
      <EntryList<DirectoryEntry>
        path="/members"
        query={{ q, kind, standing, tag, perPage: 24 }}
        keyOf={({ slug }) => slug}
        empty={t('empty')}
        className="entries entries-grid"
      >
        {(entry) => <EntryCard entry={entry} onTag={(text) => change({ tag: text })} />}
      </EntryList>
    </>
  );
}

function EntryCard({ entry, onTag }: { entry: DirectoryEntry; onTag: (tag: string) => void }) {
  const { t } = useTranslation('directory');
  const text = useText();
  const { slug, name, kinds, standing, demo, summary, tags, place } = entry;
  return (
    <article className="entry" data-testid={`member-${slug}`}>
      <h2>
        <Link to="/cooperation/members/$slug" params={{ slug }}>
          {text(name) || slug}
        </Link>
      </h2>
      <p className="entry-meta">
        <StandingChip standing={standing} demo={demo} />
        <Kinds kinds={kinds} />
        {text(place) && (
          <span>
            <EnvironmentOutlined /> {text(place)}
          </span>
        )}
      </p>
      <p className={text(summary) ? '' : 'muted'}>{text(summary) || t('noSummary')}</p>
      {tags.length > 0 && (
        <p className="tags">
          {tags.map((tag) => (
            <Button key={tag} size="small" type="dashed" onClick={() => onTag(tag)}>
              {tag}
            </Button>
          ))}
        </p>
      )}
    </article>
  );
}
