import { Alert, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { useChange } from './useChange.ts';

interface ReasonModalProps {
  title: string;
  /** What it does and what it does not. */
  text?: string;
  submit: string;
  danger?: boolean;
  /** Whether a reason must be given; usually so. */
  needed?: boolean;
  label?: string;
  children?: ReactNode;
  run: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A step that needs a reason. */
export function ReasonModal(props: ReasonModalProps) {
  const { title, text, submit, danger = false, needed = true, label, children, run, onClose } = props;
  const { t } = useTranslation('exchange');
  const change = useChange(run, onClose);
  return (
    <FormModal<{ reason?: string }>
      title={title}
      submit={submit}
      danger={danger}
      error={change.error}
      pending={change.isPending}
      onSubmit={({ reason = '' }) => change.mutate(reason.trim())}
      onClose={onClose}
    >
      {text && <Alert type="info" title={text} className="in-card" />}
      {children}
      <Form.Item
        name="reason"
        label={label ?? t('form.reason')}
        rules={needed ? [{ required: true, whitespace: true, min: 5, message: t('form.reasonLeast') }] : []}
      >
        <Input.TextArea rows={4} maxLength={1_000} data-testid="reason" />
      </Form.Item>
    </FormModal>
  );
}
