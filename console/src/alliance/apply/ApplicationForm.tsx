import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { type Application, prepareApplication, sendApplication } from '../api/members.ts';
import { getOrganisationName } from '../api/organisation.ts';
import type { Hex, MemberKind } from '../api/types.ts';
import { KindTags } from '../parts/tags.tsx';
import { refreshAlliance } from '../queries.ts';
import { bitsOfKinds, memberIdOf, memberKinds } from '../sign/memberIds.ts';
import { digestOfDocument } from '../sign/proposalIdentity.ts';
import { refuseUnlessSame, wholeNumberOf } from '../sign/refuseUnlessSame.ts';
import { SignDialog, type SigningRequest } from '../sign/SignDialog.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { type AlliancePlace, buildTypedData } from '../sign/typedData.ts';
import { KeyField } from './KeyField.tsx';

interface ApplicationValues {
  nameZh: string;
  nameEn: string;
  descriptionZh?: string;
  descriptionEn?: string;
  website?: string;
  kinds: MemberKind[];
  did: string;
  key: Hex;
}

const noWitness: Hex = `0x${'0'.repeat(40)}`;

function readApplication(values: ApplicationValues): Application {
  const zh = values.descriptionZh?.trim() ?? '';
  const en = values.descriptionEn?.trim() ?? '';
  const website = values.website?.trim() ?? '';
  return {
    kinds: memberKinds.filter((kind) => values.kinds.includes(kind)),
    did: values.did.trim(),
    key: values.key,
    profile: {
      name: { zh: values.nameZh.trim(), en: values.nameEn.trim() },
      ...(zh || en ? { description: { zh, en } } : {}),
      ...(website ? { website } : {}),
    },
  };
}

/** Who we are, what we are, and the key that will vote for us: signed by that key. */
export function ApplicationForm({ slug, place }: { slug: string; place: AlliancePlace }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const client = useQueryClient();
  const [request, setRequest] = useState<SigningRequest | null>(null);
  const name = useQuery({ queryKey: ['organisationName', slug], queryFn: () => getOrganisationName(slug) });
  const prepare = useMutation({
    mutationFn: async (values: ApplicationValues) => {
      const application = readApplication(values);
      const { typedData: given } = await prepareApplication(application);
      const typedData = buildTypedData(place, 'Application', {
        member: memberIdOf(slug),
        profileHash: `0x${digestOfDocument(application.profile)}`,
        did: application.did,
        kinds: bitsOfKinds(application.kinds),
        key: application.key,
        nodeKey: '0x',
        witness: noWitness,
        nonce: wholeNumberOf(given, 'nonce'),
      });
      refuseUnlessSame(typedData, given);
      setRequest({
        title: t('apply.signTitle'),
        rows: [
          [t('member.name'), pickText(application.profile.name, language)],
          [t('member.slug'), slug],
          [t('member.kinds'), <KindTags key="kinds" kinds={application.kinds} />],
          ['DID', <code key="did">{application.did}</code>],
          [t('member.key'), <Copyable key="key" text={application.key} full />],
        ],
        typedData,
        place,
        signer: application.key,
        confirm: t('apply.submit'),
        send: async (signature) => {
          await sendApplication({ ...application, signature });
          await refreshAlliance(client);
          return undefined;
        },
      });
    },
  });
  if (name.isPending) return null;
  const required = { required: true, whitespace: true, message: t('required') };
  const host = window.location.host.replace(':', '%3A');
  return (
    <>
      <Form<ApplicationValues>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          nameZh: name.data?.zh ?? '',
          nameEn: name.data?.en ?? '',
          kinds: [],
          did: `did:web:${host}:did:${slug}`,
        }}
        onFinish={(values) => prepare.mutate(values)}
        scrollToFirstError
      >
        <div className="bilingual">
          <Form.Item name="nameZh" label={t('apply.nameZh')} rules={[required]}>
            <Input maxLength={200} data-testid="apply-name-zh" />
          </Form.Item>
          <Form.Item name="nameEn" label={t('apply.nameEn')} rules={[required]}>
            <Input maxLength={200} data-testid="apply-name-en" />
          </Form.Item>
          <Form.Item name="descriptionZh" label={t('apply.descriptionZh')}>
            <Input.TextArea rows={3} maxLength={2_000} />
          </Form.Item>
          <Form.Item name="descriptionEn" label={t('apply.descriptionEn')}>
            <Input.TextArea rows={3} maxLength={2_000} />
          </Form.Item>
        </div>
        <div className="form-narrow">
          <Form.Item
            name="kinds"
            label={t('apply.kinds')}
            extra={t('apply.kindsHint')}
            rules={[{ required: true, type: 'array', min: 1, message: t('required') }]}
          >
            <Checkbox.Group
              options={memberKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              data-testid="apply-kinds"
            />
          </Form.Item>
          <Form.Item
            name="website"
            label={t('member.website')}
            rules={[{ pattern: /^https:\/\//, message: t('apply.noWebsite') }]}
          >
            <Input maxLength={300} placeholder="https://…" />
          </Form.Item>
          <Form.Item
            name="did"
            label={t('apply.did')}
            extra={t('apply.didHint')}
            rules={[required, { pattern: /^did:web:/, message: t('apply.noDid') }]}
          >
            <Input maxLength={300} spellCheck={false} data-testid="apply-did" />
          </Form.Item>
          <Form.Item
            name="key"
            label={t('apply.key')}
            extra={t('apply.keyHint')}
            rules={[{ required: true, message: t('apply.keyRequired') }]}
          >
            <KeyField />
          </Form.Item>
        </div>
        <Alert type="info" showIcon className="in-card" title={t('apply.public')} />
        {prepare.error && <SigningProblem error={prepare.error} />}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={prepare.isPending} data-testid="apply-next">
            {t('apply.next')}
          </Button>
        </div>
      </Form>
      {request && <SignDialog request={request} onClose={(next) => setRequest(next ?? null)} />}
    </>
  );
}
