import '../cooperation.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import type { Group } from '../api/groups.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { FeedLinks } from '../parts/FeedLinks.tsx';
import { FilterChip } from '../parts/FilterChip.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { useNames } from '../parts/useNames.ts';
import { useSession } from '../parts/useSession.ts';
import { EditGroup } from './EditGroup.tsx';
import { GroupEntry } from './GroupEntry.tsx';

/** Working groups of people of several organisations. */
export function GroupsPage() {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const search = useSearch({ from: '/cooperation/groups' });
  const name = useNames();
  const { principal, may } = useSession();
  const [founding, setFounding] = useState(false);
  const { q, member, mine } = search;
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '/cooperation/groups', search: { ...search, ...changes } as typeof search });
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          may('cooperation:found-group') && (
            <Button type="primary" onClick={() => setFounding(true)} data-testid="found-group">
              {t('found')}
            </Button>
          )
        }
      />
      <div className="filters">
        <SearchField value={q} placeholder={t('searchHint')} onSearch={(text) => change({ q: text })} />
        {principal && (
          <Segmented
            value={mine ?? 'all'}
            onChange={(value) => change({ mine: value === 'yes' ? 'yes' : undefined })}
            options={[
              { value: 'all', label: t('allGroups') },
              { value: 'yes', label: t('mine') },
            ]}
          />
        )}
        {member !== undefined && <FilterChip text={name(member)} onEnd={() => change({ member: undefined })} />}
        <FeedLinks name="groups" />
      </div>
      <EntryList<Group>
        path="/groups"
        query={{ q, member, mine: mine === 'yes' ? true : undefined }}
        keyOf={({ id }) => id}
        empty={t(mine === 'yes' ? 'noneOfMine' : 'empty')}
      >
        {(group) => <GroupEntry group={group} />}
      </EntryList>
      {founding && (
        <EditGroup
          onClose={() => setFounding(false)}
          onSaved={(id) => void navigate({ to: '/cooperation/groups/$id', params: { id } })}
        />
      )}
    </>
  );
}
