import { Alert, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { reviewEmergency } from '../api/applications.ts';
import { useChange } from '../parts/useChange.ts';

interface Values {
  finding: 'justified' | 'misuse';
  text: string;
}

/** Judges afterwards whether it was an emergency. */
export function ReviewModal({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const change = useChange((values: Values) => reviewEmergency(id, values), onClose);
  return (
    <FormModal<Values>
      title={t('act.review')}
      submit={t('act.review')}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Alert type="warning" showIcon title={t('act.reviewText')} className="in-card" />
      <Form.Item
        name="finding"
        label={t('act.finding')}
        rules={[{ required: true, message: t('exchange:form.needed') }]}
      >
        <Radio.Group className="x-choice">
          {(['justified', 'misuse'] as const).map((finding) => (
            <Radio key={finding} value={finding}>
              {t(`one.finding.${finding}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="text"
        label={t('act.reviewReason')}
        rules={[{ required: true, whitespace: true, min: 5, message: t('exchange:form.reasonLeast') }]}
      >
        <Input.TextArea rows={4} maxLength={4_000} data-testid="reason" />
      </Form.Item>
    </FormModal>
  );
}
