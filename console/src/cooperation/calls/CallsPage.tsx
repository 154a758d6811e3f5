import '../cooperation.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Call, callStates } from '../api/calls.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { FeedLinks } from '../parts/FeedLinks.tsx';
import { FilterChip } from '../parts/FilterChip.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { useNames } from '../parts/useNames.ts';
import { useSession } from '../parts/useSession.ts';
import { CallEntry } from './CallEntry.tsx';
import { EditCall } from './EditCall.tsx';

/** Calls for cooperation. */
export function CallsPage() {
  const { t } = useTranslation('calls');
  const navigate = useNavigate();
  const search = useSearch({ from: '/cooperation/calls' });
  const name = useNames();
  const { may } = useSession();
  const [opening, setOpening] = useState(false);
  const { q, member, state } = search;
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '/cooperation/calls', search: { ...search, ...changes } as typeof search });
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          may('cooperation:open-call') && (
            <Button type="primary" onClick={() => setOpening(true)} data-testid="open-call">
              {t('open')}
            </Button>
          )
        }
      />
      <div className="filters">
        <SearchField value={q} placeholder={t('searchHint')} onSearch={(text) => change({ q: text })} />
        <Select
          className="filter"
          value={state ?? ''}
          aria-label={t('stateField')}
          onChange={(value) => change({ state: value || undefined })}
          options={[
            { value: '', label: t('anyState') },
            ...callStates.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
        {member !== undefined && <FilterChip text={name(member)} onEnd={() => change({ member: undefined })} />}
        <FeedLinks name="calls" />
      </div>
      <EntryList<Call> path="/calls" query={{ q, member, state }} keyOf={({ id }) => id} empty={t('empty')}>
        {(call) => <CallEntry call={call} />}
      </EntryList>
      {opening && (
        <EditCall
          onClose={() => setOpening(false)}
          onSaved={(id) => void navigate({ to: '/cooperation/calls/$id', params: { id } })}
        />
      )}
    </>
  );
}
