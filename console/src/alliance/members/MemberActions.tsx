import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { sessionQuery } from '../../operator/queries.ts';
import type { ChainMemberDetail } from '../api/members.ts';
import type { ProposalType } from '../api/proposals.ts';
import type { MemberStatus } from '../api/types.ts';

const possible: Record<MemberStatus, ProposalType[]> = {
  applied: ['admit'],
  admitted: ['suspend', 'expel', 'replaceKey'],
  suspended: ['reinstate', 'expel', 'replaceKey'],
  left: [],
};

/** What a reader who may propose can propose about this member. */
export function MemberActions({ member, slug }: { member: ChainMemberDetail; slug: string }) {
  const { t } = useTranslation('governance');
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const types = possible[member.status];
  if (!may(session, 'proposal:create') || types.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: types.map((type) => ({ key: type, label: t(`type.${type}`) })),
        onClick: ({ key }) =>
          void navigate({ to: '/alliance/proposals/new', search: { type: key as ProposalType, member: slug } }),
      }}
    >
      <Button size="large" data-testid="propose-about">
        {t('member.propose')}
      </Button>
    </Dropdown>
  );
}
