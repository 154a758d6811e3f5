import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareLeave, sendLeave } from '../api/members.ts';
import { ActionNotice } from '../parts/ActionNotice.tsx';
import { refreshAlliance } from '../queries.ts';
import { memberIdOf } from '../sign/memberIds.ts';
import { refuseUnlessSame, wholeNumberOf } from '../sign/refuseUnlessSame.ts';
import { SignDialog, type SigningRequest } from '../sign/SignDialog.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { buildTypedData } from '../sign/typedData.ts';
import type { OwnMemberProps } from './DelegationCard.tsx';

/** Leaves the alliance by the member's own will. */
export function LeaveCard({ member, slug, signer, place }: OwnMemberProps) {
  const { t } = useTranslation('governance');
  const client = useQueryClient();
  const [request, setRequest] = useState<SigningRequest | null>(null);
  const prepare = useMutation({
    mutationFn: async () => {
      const { typedData: given } = await prepareLeave({ member: slug });
      const nonce = wholeNumberOf(given, 'nonce');
      const typedData = buildTypedData(place, 'Leaving', { member: memberIdOf(slug), nonce });
      refuseUnlessSame(typedData, given);
      setRequest({
        title: t('leave.title'),
        rows: [[t('vote.member'), slug]],
        typedData,
        place,
        signer,
        warning: t('leave.warning'),
        confirm: t('leave.sign'),
        send: async (signature) => {
          await sendLeave({ member: slug, signature });
          await refreshAlliance(client);
          return undefined;
        },
      });
    },
  });
  return (
    <Card title={t('leave.title')}>
      <p className="muted">{t('leave.lead')}</p>
      <ActionNotice actions={member.actions} kind="leave" />
      {prepare.error && <SigningProblem error={prepare.error} />}
      <Button danger loading={prepare.isPending} onClick={() => prepare.mutate()}>
        {t('leave.open')}
      </Button>
      {request && <SignDialog request={request} onClose={(next) => setRequest(next ?? null)} />}
    </Card>
  );
}
