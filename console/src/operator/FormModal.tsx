import { Button, Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from './Problem.tsx';

interface FormModalProps<Values> {
  title: string;
  submit: string;
  children: ReactNode;
  initial?: object;
  error: unknown;
  pending: boolean;
  form?: FormInstance;
  danger?: boolean;
  onSubmit: (values: Values) => void;
  onClose: () => void;
}

/** A form in a window of its own; a click beside it loses nothing. */
export function FormModal<Values>(props: FormModalProps<Values>) {
  const { title, submit, children, initial = {}, error, pending, form, danger = false, onSubmit, onClose } = props;
  const { t } = useTranslation('shell');
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={720} mask={{ closable: false }} destroyOnHidden>
      <Form
        {...(form ? { form } : {})}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={initial}
        onFinish={(values: Values) => onSubmit(values)}
      >
        {children}
        {error !== null && error !== undefined && <Problem error={error} />}
        <div className="modal-end">
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="primary" danger={danger} htmlType="submit" loading={pending} data-testid="submit">
            {submit}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
