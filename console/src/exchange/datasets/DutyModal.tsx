import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Duty, saveDuty } from '../api/duties.ts';
import { useChange } from '../parts/useChange.ts';
import { WordsField } from '../parts/WordsField.tsx';

type Values = Pick<Duty, 'code' | 'title' | 'legalBasis'>;

/** Enters or changes a duty; its code stays. */
export function DutyModal({ duty, onClose }: { duty: Duty | null; onClose: () => void }) {
  const { t } = useTranslation(['xDatasets', 'exchange']);
  const change = useChange(
    (values: Values) => saveDuty({ ...values, code: duty?.code ?? values.code.trim() }),
    onClose,
  );
  const needed = [{ required: true, whitespace: true, message: t('exchange:form.needed') }];
  return (
    <FormModal<Values>
      title={t('duties.add')}
      submit={t('exchange:form.save')}
      initial={duty ?? { title: { zh: '', en: '' } }}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="code" label={t('duties.code')} rules={needed}>
        <Input maxLength={60} disabled={duty !== null} data-testid="duty-code" />
      </Form.Item>
      <WordsField name={['title']} label={t('duties.title')} max={200} required />
      <Form.Item name="legalBasis" label={t('duties.legalBasis')} rules={needed}>
        <Input.TextArea rows={3} maxLength={1_000} data-testid="duty-basis" />
      </Form.Item>
    </FormModal>
  );
}
