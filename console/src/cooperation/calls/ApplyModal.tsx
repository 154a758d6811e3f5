import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Application, type ApplicationText, saveApplication } from '../api/calls.ts';
import { useChange } from '../parts/useChange.ts';

interface ApplyModalProps {
  id: string;
  application?: Application;
  onClose: () => void;
}

/** Applies for the own organisation, or changes its application. */
export function ApplyModal({ id, application, onClose }: ApplyModalProps) {
  const { t } = useTranslation(['calls', 'coop']);
  const save = useChange((text: ApplicationText) => saveApplication(id, text, application === undefined), onClose);
  const needed = [{ required: true, whitespace: true, message: t('coop:form.needed') }];
  return (
    <FormModal<ApplicationText>
      title={t(application ? 'changeApplication' : 'apply')}
      submit={t(application ? 'coop:form.save' : 'handIn')}
      initial={{ title: application?.title ?? '', body: application?.body ?? '' }}
      error={save.error}
      pending={save.isPending}
      onSubmit={({ title, body }) => save.mutate({ title, body })}
      onClose={onClose}
    >
      <p className="muted">{t('applyHint')}</p>
      <Form.Item name="title" label={t('applicationTitle')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="body" label={t('applicationText')} extra={t('coop:form.markdown')} rules={needed}>
        <Input.TextArea rows={10} maxLength={20000} />
      </Form.Item>
    </FormModal>
  );
}
