import '../cooperation.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { achievementKinds, achievementStates, type ListedAchievement } from '../api/achievements.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { FeedLinks } from '../parts/FeedLinks.tsx';
import { FilterChip } from '../parts/FilterChip.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { useNames } from '../parts/useNames.ts';
import { useSession } from '../parts/useSession.ts';
import { AchievementEntry } from './AchievementEntry.tsx';
import { ClaimForm } from './ClaimForm.tsx';

/** The register of achievements. */
export function AchievementsPage() {
  const { t } = useTranslation('achievements');
  const navigate = useNavigate();
  const search = useSearch({ from: '/cooperation/achievements' });
  const name = useNames();
  const { may } = useSession();
  const [claiming, setClaiming] = useState(false);
  const { q, member, kind, state } = search;
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '/cooperation/achievements', search: { ...search, ...changes } as typeof search });
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          may('cooperation:claim') && (
            <Button type="primary" onClick={() => setClaiming(true)} data-testid="register">
              {t('register')}
            </Button>
          )
        }
      />
      <div className="filters">
        <SearchField value={q} placeholder={t('searchHint')} onSearch={(text) => change({ q: text })} />
        <Select
          className="filter"
          value={kind ?? ''}
          aria-label={t('kindField')}
          onChange={(value) => change({ kind: value || undefined })}
          options={[
            { value: '', label: t('anyKind') },
            ...achievementKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
        <Select
          className="filter"
          value={state ?? ''}
          aria-label={t('stateField')}
          onChange={(value) => change({ state: value || undefined })}
          options={[
            { value: '', label: t('anyState') },
            ...achievementStates.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
        {member !== undefined && <FilterChip text={name(member)} onEnd={() => change({ member: undefined })} />}
        <FeedLinks name="achievements" />
      </div>
      <EntryList<ListedAchievement>
        path="/achievements"
        query={{ q, member, kind, state }}
        keyOf={({ id }) => id}
        empty={t('empty')}
      >
        {(achievement) => <AchievementEntry achievement={achievement} />}
      </EntryList>
      {claiming && (
        <ClaimForm
          onClose={() => setClaiming(false)}
          onSaved={(id) => void navigate({ to: '/cooperation/achievements/$id', params: { id } })}
        />
      )}
    </>
  );
}
