import { Alert, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Dispute, rule } from '../api/disputes.ts';
import { readTerms, TermsFields, type TermsValues, toTermsValues } from '../parts/TermsFields.tsx';
import { useChange } from '../parts/useChange.ts';
import { useEntry } from '../parts/useEntry.ts';

interface Values extends TermsValues {
  outcome: 'grant' | 'refuse';
  words: string;
}

/** Rules on a dispute; the terms are within what was asked for. */
export function RuleDisputeModal({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const [form] = Form.useForm<Values>();
  const outcome = Form.useWatch('outcome', form);
  const { form: asked, provider, dataset } = dispute;
  const known = useEntry(provider.slug, dataset)?.terms.items ?? [];
  const change = useChange(({ outcome: result, words, ...terms }: Values) => {
    const text = words.trim();
    return rule(dispute.id, {
      outcome: result,
      terms: result === 'grant' ? readTerms(terms, asked, known) : null,
      words: { zh: text, en: text },
    });
  }, onClose);
  return (
    <FormModal<Values>
      title={t('disputes.rule')}
      submit={t('disputes.rule')}
      form={form}
      initial={toTermsValues(asked)}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Form.Item
        name="outcome"
        label={t('disputes.outcome')}
        rules={[{ required: true, message: t('exchange:form.needed') }]}
      >
        <Radio.Group className="x-choice">
          {(['grant', 'refuse'] as const).map((value) => (
            <Radio key={value} value={value} data-testid={`ruling-${value}`}>
              {t(`disputes.outcomes.${value}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {outcome === 'grant' && (
        <>
          <Alert type="info" title={t('disputes.terms')} description={t('disputes.termsHint')} className="in-card" />
          <TermsFields asked={asked} department={provider.slug} dataset={dataset} />
        </>
      )}
      <Form.Item
        name="words"
        label={t('disputes.words')}
        extra={t('disputes.wordsHint')}
        rules={[{ required: true, whitespace: true, min: 5, message: t('exchange:form.reasonLeast') }]}
      >
        <Input.TextArea rows={4} maxLength={4_000} data-testid="reason" />
      </Form.Item>
    </FormModal>
  );
}
