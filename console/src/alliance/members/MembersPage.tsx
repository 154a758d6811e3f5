import '../alliance.css';
import '../../explorer/explorer.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Empty, Input, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { type ChainMember, listChainMembers } from '../api/members.ts';
import { memberStatuses } from '../api/types.ts';
import { MemberName } from '../parts/MemberName.tsx';
import { MorePages } from '../parts/MorePages.tsx';
import { KindTags, MemberStatusTag } from '../parts/tags.tsx';
import { usePages } from '../parts/usePages.ts';
import type { ChainMembersSearch } from '../searches.ts';
import { memberKinds } from '../sign/memberIds.ts';

/** The members of the alliance, as the chain has them. */
export function MembersPage() {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/alliance/members' });
  const { status, kind, q } = search;
  const members = usePages(['members', status ?? '', kind ?? '', q ?? ''], (nextPageToken, signal) =>
    listChainMembers({ status, kind, q, nextPageToken }, signal),
  );
  const show = (change: { [Name in keyof ChainMembersSearch]: ChainMembersSearch[Name] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value));
    void navigate({ to: '/alliance/members', search: next as ChainMembersSearch, resetScroll: false });
  };
  return (
    <>
      <PageHead title={t('members.title')} lead={t('members.lead')} />
      <Card>
        <div className="alliance-filters">
          <Input.Search
            allowClear
            defaultValue={q ?? ''}
            placeholder={t('members.search')}
            aria-label={t('members.search')}
            onSearch={(text) => show({ q: text.trim() || undefined })}
          />
          <Select
            allowClear
            value={status ?? null}
            placeholder={t('members.anyStatus')}
            aria-label={t('member.status')}
            onChange={(value) => show({ status: value ?? undefined })}
            options={memberStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          <Select
            allowClear
            value={kind ?? null}
            placeholder={t('members.anyKind')}
            aria-label={t('member.kinds')}
            onChange={(value) => show({ kind: value ?? undefined })}
            options={memberKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </div>
        {members.error && !members.items ? (
          <Problem error={members.error} onRetry={members.refetch} />
        ) : (
          <Table<ChainMember>
            rowKey="id"
            dataSource={members.items ?? []}
            loading={members.isPending}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <Empty description={t('members.empty')} /> }}
            columns={[
              {
                title: t('member.name'),
                key: 'name',
                render: (_, member) => (
                  <>
                    <b data-testid="member-link">
                      <MemberName member={member} />
                    </b>
                    <br />
                    <small className="muted">{member.slug}</small>
                  </>
                ),
              },
              {
                title: t('member.status'),
                key: 'status',
                render: (_, member) => <MemberStatusTag status={member.status} />,
              },
              { title: t('member.kinds'), key: 'kinds', render: (_, { kinds }) => <KindTags kinds={kinds} /> },
              {
                title: t('member.weight'),
                key: 'weight',
                align: 'end',
                render: (_, { weight }) => formatNumber(Number(weight), language),
              },
              {
                title: t('member.since'),
                key: 'since',
                render: (_, { admittedAt }) => (admittedAt ? formatDate(admittedAt, language) : '—'),
              },
            ]}
          />
        )}
        <MorePages query={members} />
      </Card>
    </>
  );
}
