import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { type HeldCredential, presentCredentials } from './api.ts';

/** Answers a verifier's challenge with a held credential. */
export function PresentModal({ credential, onClose }: { credential: HeldCredential | null; onClose: () => void }) {
  const { t } = useTranslation('credentials');
  const [copied, setCopied] = useState(false);
  const present = useMutation({ mutationFn: presentCredentials });
  const close = () => {
    present.reset();
    setCopied(false);
    onClose();
  };
  const text = present.data?.presentation;
  const copy = async () => {
    await navigator.clipboard.writeText(text ?? '');
    setCopied(true);
  };
  const rules = [{ required: true, whitespace: true, message: t('present.required') }];
  return (
    <Modal open={credential !== null} title={t('present.title')} onCancel={close} destroyOnHidden footer={null}>
      {text ? (
        <div className="stack presentation-text">
          <p>{t('present.result')}</p>
          <Input.TextArea rows={8} value={text} readOnly data-testid="presentation" />
          <div className="form-end">
            <Button type="primary" onClick={() => void copy()}>
              {t(copied ? 'present.copied' : 'present.copy')}
            </Button>
          </div>
        </div>
      ) : (
        <Form
          layout="vertical"
          onFinish={(values: { challenge: string; domain: string }) =>
            present.mutate({
              ids: [credential?.id ?? ''],
              challenge: values.challenge.trim(),
              domain: values.domain.trim(),
            })
          }
        >
          <p className="muted">{t('present.lead')}</p>
          <Form.Item name="challenge" label={t('present.challenge')} rules={rules}>
            <Input maxLength={200} autoFocus data-testid="present-challenge" />
          </Form.Item>
          <Form.Item name="domain" label={t('present.domain')} rules={rules}>
            <Input maxLength={200} data-testid="present-domain" />
          </Form.Item>
          {present.error && <Problem error={present.error} />}
          <div className="form-end">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={present.isPending} data-testid="present-submit">
              {t('present.submit')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
