import '../keys/keys.css';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../Copyable.tsx';

interface SecretModalProps {
  secret: string;
  /** It takes the place of another one. */
  rotated?: boolean;
  onClose: () => void;
}

/** Shows a secret the one time that it can be seen; nothing but its button closes it. */
export function SecretModal({ secret, rotated = false, onClose }: SecretModalProps) {
  const { t } = useTranslation('webhooks');
  return (
    <Modal
      open
      title={t('secret')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose} data-testid="secret-saved">
          {t('saved')}
        </Button>
      }
    >
      <div className="stack">
        <Alert type="warning" showIcon title={t('secretText')} />
        <div className="secret" data-testid="webhook-secret">
          <Copyable text={secret} full />
        </div>
        <p className="muted">{t(rotated ? 'rotatedUsage' : 'secretUsage')}</p>
      </div>
    </Modal>
  );
}
