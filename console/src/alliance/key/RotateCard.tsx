import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shorten } from '../../format/shorten.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { type ChainMemberDetail, prepareKey, sendKey } from '../api/members.ts';
import type { Hex } from '../api/types.ts';
import { ActionNotice } from '../parts/ActionNotice.tsx';
import { refreshAlliance, useAlliancePlace, useOwnMembership } from '../queries.ts';
import { memberIdOf } from '../sign/memberIds.ts';
import { refuseUnlessSame, wholeNumberOf } from '../sign/refuseUnlessSame.ts';
import { SignDialog, type SigningRequest } from '../sign/SignDialog.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { type AlliancePlace, buildTypedData } from '../sign/typedData.ts';
import { useStoredKeys } from './useStoredKeys.ts';

/** Replaces the member's key by another one of this browser: the old key agrees, and the new one shows that it is held. */
export function RotateCard() {
  const { t } = useTranslation('votingKey');
  const { member } = useOwnMembership();
  const place = useAlliancePlace();
  if (!member?.key || !member.slug || !place || (member.status !== 'admitted' && member.status !== 'suspended')) {
    return null;
  }
  return (
    <Card title={t('rotate.title')}>
      <p className="muted">{t('rotate.lead')}</p>
      {/* Begun anew with each key: the one that was chosen is the old one by then. */}
      <RotateForm key={member.key} member={member} place={place} slug={member.slug} oldKey={member.key} />
    </Card>
  );
}

interface RotateFormProps {
  member: ChainMemberDetail;
  place: AlliancePlace;
  slug: string;
  oldKey: Hex;
}

function RotateForm({ member, place, slug, oldKey }: RotateFormProps) {
  const { t } = useTranslation('votingKey');
  const client = useQueryClient();
  const stored = useStoredKeys() ?? [];
  const [request, setRequest] = useState<SigningRequest | null>(null);
  const others = stored.filter(({ address }) => address !== oldKey.toLowerCase());
  const prepare = useMutation({
    mutationFn: async ({ newKey }: { newKey: Hex }) => {
      const { typedData: given } = await prepareKey({ member: slug, newKey });
      const nonce = wholeNumberOf(given, 'nonce');
      const typedData = buildTypedData(place, 'KeyRotation', { member: memberIdOf(slug), newKey, nonce });
      refuseUnlessSame(typedData, given);
      const rows: SigningRequest['rows'] = [
        [t('rotate.member'), slug],
        [t('rotate.old'), <Copyable key="old" text={oldKey} full />],
        [t('rotate.new'), <Copyable key="new" text={newKey} full />],
      ];
      const shared = { rows, typedData, place, warning: t('rotate.warning') };
      const askNew = (oldSignature: Hex): SigningRequest => ({
        ...shared,
        title: t('rotate.signNew'),
        signer: newKey,
        confirm: t('rotate.confirm'),
        send: async (newSignature) => {
          await sendKey({ member: slug, newKey, oldSignature, newSignature });
          await refreshAlliance(client);
        },
      });
      setRequest({
        ...shared,
        title: t('rotate.signOld'),
        signer: oldKey,
        confirm: t('rotate.next'),
        send: async (oldSignature) => askNew(oldSignature),
      });
    },
  });
  return (
    <>
      <ActionNotice actions={member.actions} kind="key" />
      {others.length === 0 ? (
        <Alert type="info" showIcon title={t('rotate.makeFirst')} />
      ) : (
        <Form layout="vertical" requiredMark={false} onFinish={({ newKey }) => prepare.mutate({ newKey })}>
          <Form.Item name="newKey" label={t('rotate.choose')} rules={[{ required: true, message: t('required') }]}>
            <Select options={others.map(({ address }) => ({ value: address, label: shorten(address, 12, 10) }))} />
          </Form.Item>
          {prepare.error && <SigningProblem error={prepare.error} />}
          <Button htmlType="submit" loading={prepare.isPending} data-testid="rotate">
            {t('rotate.next')}
          </Button>
        </Form>
      )}
      {request && <SignDialog key={request.signer} request={request} onClose={(next) => setRequest(next ?? null)} />}
    </>
  );
}
