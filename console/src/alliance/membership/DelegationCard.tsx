import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { type ChainMemberDetail, prepareDelegation, sendDelegation } from '../api/members.ts';
import type { Hex } from '../api/types.ts';
import { ActionNotice } from '../parts/ActionNotice.tsx';
import { MemberName } from '../parts/MemberName.tsx';
import { MemberSelect } from '../proposals/create/MemberSelect.tsx';
import { refreshAlliance } from '../queries.ts';
import { memberAccountOf, memberIdOf } from '../sign/memberIds.ts';
import { refuseUnlessSame, wholeNumberOf } from '../sign/refuseUnlessSame.ts';
import { SignDialog, type SigningRequest } from '../sign/SignDialog.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { type AlliancePlace, buildTypedData } from '../sign/typedData.ts';

export interface OwnMemberProps {
  member: ChainMemberDetail;
  slug: string;
  /** The member's present key. */
  signer: Hex;
  place: AlliancePlace;
}

/** Gives the member's vote to another member, or takes it back; for votes that begin afterwards. */
export function DelegationCard({ member, slug, signer, place }: OwnMemberProps) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const client = useQueryClient();
  const [request, setRequest] = useState<SigningRequest | null>(null);
  const given = member.delegate !== null && member.delegate.id !== member.id;
  const prepare = useMutation({
    mutationFn: async (to: string) => {
      const { typedData: asked } = await prepareDelegation({ member: slug, to });
      const expiry = wholeNumberOf(asked, 'expiry');
      const typedData = buildTypedData(place, 'Delegation', {
        delegatee: memberAccountOf(memberIdOf(to)),
        nonce: wholeNumberOf(asked, 'nonce'),
        expiry,
      });
      refuseUnlessSame(typedData, asked);
      setRequest({
        title: to === slug ? t('delegation.takeBack') : t('delegation.give'),
        rows: [
          [t('vote.member'), slug],
          [t('delegation.to'), to === slug ? t('membership.itself') : to],
          [t('delegation.expiry'), formatDateTime(new Date(Number(expiry) * 1000).toISOString(), language)],
        ],
        typedData,
        place,
        signer,
        confirm: t('delegation.sign'),
        send: async (signature) => {
          await sendDelegation({ member: slug, to, expiry: Number(expiry), signature });
          await refreshAlliance(client);
          return undefined;
        },
      });
    },
  });
  return (
    <Card title={t('delegation.title')}>
      <p className="muted">{t('delegation.lead')}</p>
      <ActionNotice actions={member.actions} kind="delegation" />
      {given && member.delegate ? (
        <p>
          {t('delegation.now')} <MemberName member={member.delegate} />
        </p>
      ) : null}
      <Form layout="vertical" requiredMark={false} onFinish={({ to }: { to: string }) => prepare.mutate(to)}>
        <div className="form-narrow">
          <Form.Item name="to" label={t('delegation.choose')} rules={[{ required: true, message: t('required') }]}>
            <MemberSelect standing={['admitted']} except={slug} />
          </Form.Item>
        </div>
        {prepare.error && <SigningProblem error={prepare.error} />}
        <div className="actions">
          <Button htmlType="submit" loading={prepare.isPending && prepare.variables !== slug}>
            {t('delegation.give')}
          </Button>
          {given && (
            <Button loading={prepare.isPending && prepare.variables === slug} onClick={() => prepare.mutate(slug)}>
              {t('delegation.takeBack')}
            </Button>
          )}
        </div>
      </Form>
      {request && <SignDialog request={request} onClose={(next) => setRequest(next ?? null)} />}
    </Card>
  );
}
