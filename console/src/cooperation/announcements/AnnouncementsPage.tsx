import '../cooperation.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Announcement } from '../api/announcements.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { FeedLinks } from '../parts/FeedLinks.tsx';
import { FilterChip } from '../parts/FilterChip.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { useNames } from '../parts/useNames.ts';
import { useSession } from '../parts/useSession.ts';
import { AnnouncementEntry } from './AnnouncementEntry.tsx';
import { EditAnnouncement } from './EditAnnouncement.tsx';

/** What the organisations make known. */
export function AnnouncementsPage() {
  const { t } = useTranslation('bulletin');
  const navigate = useNavigate();
  const search = useSearch({ from: '/cooperation/announcements' });
  const name = useNames();
  const { may } = useSession();
  const [writing, setWriting] = useState(false);
  const { q, member } = search;
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '/cooperation/announcements', search: { ...search, ...changes } as typeof search });
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          may('cooperation:publish') && (
            <Button type="primary" onClick={() => setWriting(true)} data-testid="publish">
              {t('publish')}
            </Button>
          )
        }
      />
      <div className="filters">
        <SearchField value={q} placeholder={t('searchHint')} onSearch={(text) => change({ q: text })} />
        {member !== undefined && <FilterChip text={name(member)} onEnd={() => change({ member: undefined })} />}
        <FeedLinks name="announcements" />
      </div>
      <EntryList<Announcement> path="/announcements" query={{ q, member }} keyOf={({ id }) => id} empty={t('empty')}>
        {(announcement) => <AnnouncementEntry announcement={announcement} />}
      </EntryList>
      {writing && (
        <EditAnnouncement
          onClose={() => setWriting(false)}
          onSaved={(id) => void navigate({ to: '/cooperation/announcements/$id', params: { id } })}
        />
      )}
    </>
  );
}
