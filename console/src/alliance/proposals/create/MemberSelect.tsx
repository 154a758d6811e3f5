import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pickText } from '../../../i18n/language.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { listChainMembers } from '../../api/members.ts';
import type { MemberStatus } from '../../api/types.ts';

interface MemberSelectProps {
  standing: MemberStatus[];
  /** Slug that cannot be chosen. */
  except?: string;
  /** Given by the form around it. */
  id?: string;
  value?: string;
  onChange?: (slug: string) => void;
}

/** Chooses a member of the alliance by name. */
export function MemberSelect({ standing, except, id, value, onChange }: MemberSelectProps) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['alliance', 'choose', standing.join(','), q],
    queryFn: async ({ signal }) => {
      const filter = { perPage: 50, ...(q === '' ? {} : { q }) };
      const lists = await Promise.all(standing.map((status) => listChainMembers({ ...filter, status }, signal)));
      return lists.flatMap(({ items }) => items);
    },
    placeholderData: (before) => before,
  });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(slug) => slug !== null && onChange?.(slug)}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={isFetching}
      placeholder={t('create.chooseMember')}
      notFoundContent={t('create.noMember')}
      data-testid="choose-member"
      options={(data ?? [])
        .filter(({ slug }) => slug !== null && slug !== except)
        .map((member) => ({
          value: member.slug,
          label: `${pickText(member.name, language) ?? member.slug} · ${member.slug}`,
        }))}
    />
  );
}
