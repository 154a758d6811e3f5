import './phones.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, Modal, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { createKey, listKeys } from '../../api/keys.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { keyNameOf, linkOf, phoneScopes } from './phones.ts';

interface Values {
  who: string;
  /** A day of the date picker. */
  until?: { endOf(unit: 'day'): { toISOString(): string } } | null;
}

/** Makes the key of a phone and shows it once, as a code that the phone scans. */
export function AddPhone({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('phones');
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: createKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['phones'] }),
  });
  const made = create.data;
  const { data: used = false } = useQuery({
    queryKey: ['phones', 'used', made?.id],
    queryFn: async ({ signal }) => {
      const { items } = await listKeys(null, signal);
      return items.some(({ id, lastUsedAt }) => id === made?.id && lastUsedAt !== null);
    },
    enabled: made !== undefined,
    refetchInterval: ({ state }) => (state.data ? false : 2_000),
  });
  const close = () => {
    create.reset();
    void client.invalidateQueries({ queryKey: ['phones'] });
    onClose();
  };
  return (
    <Modal
      open={open}
      title={made ? t('code.title') : t('add')}
      onCancel={close}
      destroyOnHidden
      // A code that is shown once must not vanish because of a click beside the window.
      mask={{ closable: !made }}
      keyboard={!made}
      closable={!made}
      footer={
        made
          ? [
              <Button key="done" type="primary" data-testid="phone-done" onClick={close}>
                {t('code.done')}
              </Button>,
            ]
          : null
      }
    >
      {made ? (
        <PhoneCode link={linkOf(made.key)} used={used} />
      ) : (
        <Form
          layout="vertical"
          onFinish={({ who, until }: Values) =>
            create.mutate({
              name: keyNameOf(who.trim()),
              scopes: phoneScopes,
              ...(until ? { expiresAt: until.endOf('day').toISOString() } : {}),
            })
          }
        >
          <Form.Item
            name="who"
            label={t('who')}
            rules={[{ required: true, whitespace: true, message: t('whoRequired') }]}
          >
            <Input placeholder={t('whoPlaceholder')} maxLength={60} autoFocus data-testid="phone-who" />
          </Form.Item>
          <Form.Item name="until" label={t('until')} extra={t('untilHint')}>
            <DatePicker className="phone-until" disabledDate={(day) => day.endOf('day').valueOf() <= Date.now()} />
          </Form.Item>
          <Alert type="info" title={t('may')} />
          {create.error && <Problem error={create.error} />}
          <div className="form-end">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={create.isPending} data-testid="phone-make">
              {t('make')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}

function PhoneCode({ link, used }: { link: string; used: boolean }) {
  const { t } = useTranslation('phones');
  return (
    <div className="phone-code" data-testid="phone-code">
      <p>{t('code.text')}</p>
      <QRCode value={link} size={232} marginSize={4} errorLevel="M" bordered={false} bgColor="#ffffff" />
      <Alert
        type={used ? 'success' : 'info'}
        showIcon
        title={used ? t('code.connected') : t('code.waiting')}
        data-testid="phone-used"
        data-used={used}
      />
      <p className="muted">{t('code.address')}</p>
      <div className="secret" data-testid="phone-link">
        <Copyable text={link} full />
      </div>
      <p className="muted">{t('code.installed')}</p>
    </div>
  );
}
