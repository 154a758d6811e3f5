import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PreparedProposal, type ProposalType, prepareProposal } from '../../api/proposals.ts';
import type { Hex } from '../../api/types.ts';
import { SigningProblem } from '../../sign/SigningProblem.tsx';
import { checkPrepared } from './checkPrepared.ts';
import { ParameterFields } from './ParameterFields.tsx';
import { type ParameterValues, readParameters } from './readParameters.ts';

interface ProposalFormProps {
  type: ProposalType;
  /** Slug of the member that it is about, where another page knows it. */
  about: string | null;
  /** Slug of the member that proposes. */
  proposer: string;
  proposerKey: Hex;
  /** What was filled in before it was looked at; none at first. */
  draft: ProposalDraft | null;
  onPrepared: (prepared: PreparedProposal, draft: ProposalDraft) => void;
}

interface TextValues {
  titleZh?: string;
  titleEn?: string;
  textZh?: string;
  textEn?: string;
}

/** All that is filled in. */
export type ProposalDraft = ParameterValues & TextValues;

/** What a proposal is about and why, in both languages. */
export function ProposalForm({ type, about, proposer, proposerKey, draft, onPrepared }: ProposalFormProps) {
  const { t } = useTranslation('governance');
  const prepare = useMutation({
    mutationFn: async (values: ProposalDraft) => {
      const wanted = {
        type,
        parameters: readParameters(type, values),
        title: { zh: values.titleZh?.trim() ?? '', en: values.titleEn?.trim() ?? '' },
        text: { zh: values.textZh?.trim() ?? '', en: values.textEn?.trim() ?? '' },
      };
      const { parameters, title, text } = wanted;
      const prepared = await prepareProposal({ type, parameters, document: { title, text }, member: proposer });
      checkPrepared(prepared, wanted, proposerKey);
      return prepared;
    },
    onSuccess: (prepared, draft) => onPrepared(prepared, draft),
  });
  const required = { required: true, whitespace: true, message: t('required') };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="form-wide"
      initialValues={draft ?? (about === null ? {} : { member: about })}
      onFinish={(values: ProposalDraft) => prepare.mutate(values)}
      scrollToFirstError
    >
      <div className="form-narrow">
        <ParameterFields type={type} />
      </div>
      <div className="bilingual">
        <Form.Item name="titleZh" label={t('create.titleZh')} rules={[required]}>
          <Input maxLength={200} data-testid="title-zh" />
        </Form.Item>
        <Form.Item name="titleEn" label={t('create.titleEn')} rules={[required]}>
          <Input maxLength={200} data-testid="title-en" />
        </Form.Item>
        <Form.Item name="textZh" label={t('create.textZh')} extra={t('create.markdown')} rules={[required]}>
          <Input.TextArea rows={8} maxLength={20_000} data-testid="text-zh" />
        </Form.Item>
        <Form.Item name="textEn" label={t('create.textEn')} extra={t('create.markdown')} rules={[required]}>
          <Input.TextArea rows={8} maxLength={20_000} data-testid="text-en" />
        </Form.Item>
      </div>
      <Alert type="info" showIcon className="in-card" title={t('create.public')} />
      {prepare.error && <SigningProblem error={prepare.error} />}
      <div className="form-end">
        <Button type="primary" size="large" htmlType="submit" loading={prepare.isPending} data-testid="prepare">
          {t('create.preview')}
        </Button>
      </div>
    </Form>
  );
}
