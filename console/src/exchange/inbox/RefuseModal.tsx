import { Alert, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Ground, grounds, refuse } from '../api/applications.ts';
import { useChange } from '../parts/useChange.ts';

interface Values {
  ground: Ground;
  text: string;
}

/** Refuses an application with a coded ground and words. */
export function RefuseModal({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const change = useChange((values: Values) => refuse(id, values), onClose);
  return (
    <FormModal<Values>
      title={t('act.refuse')}
      submit={t('act.refuse')}
      danger
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Alert type="info" title={t('act.refuseText')} className="in-card" />
      <Form.Item name="ground" label={t('act.ground')} rules={[{ required: true, message: t('exchange:form.needed') }]}>
        <Radio.Group className="x-choice">
          {grounds.map((ground) => (
            <Radio key={ground} value={ground} data-testid={`ground-${ground}`}>
              {t(`exchange:ground.${ground}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="text"
        label={t('act.refuseReason')}
        rules={[{ required: true, whitespace: true, min: 5, message: t('exchange:form.reasonLeast') }]}
      >
        <Input.TextArea rows={4} maxLength={4_000} data-testid="reason" />
      </Form.Item>
    </FormModal>
  );
}
