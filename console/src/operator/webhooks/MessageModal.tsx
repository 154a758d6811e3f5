import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WebhookMessage } from '../../api/webhooks.ts';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Time } from '../../explorer/parts/Time.tsx';

interface MessageModalProps {
  message: WebhookMessage;
  onReplay: () => Promise<void>;
  onClose: () => void;
}

/** One message to a webhook: exactly what is sent, and how that went. */
export function MessageModal({ message, onReplay, onClose }: MessageModalProps) {
  const { t } = useTranslation('webhooks');
  const { type, messageId, body, state, attempts, lastStatus, lastError, createdAt, deliveredAt, nextAttemptAt } =
    message;
  return (
    <Modal
      open
      width={680}
      title={<code>{type}</code>}
      onCancel={onClose}
      footer={
        state === 'pending' ? null : (
          <Button onClick={() => void onReplay()} data-testid="replay-one">
            {t('replay')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [
            'webhook-id',
            <span key="id" className="reference">
              <code>{messageId}</code>
              <CopyButton text={messageId} />
            </span>,
          ],
          [t('state'), t(`is.${state}`)],
          [t('attempts'), attempts],
          [t('last'), [lastStatus, lastError].filter((part) => part !== null).join(' · ') || null],
          [t('made'), <Time key="made" at={createdAt} />],
          [t('delivered'), deliveredAt && <Time key="delivered" at={deliveredAt} />],
          [t('next'), state === 'pending' && nextAttemptAt ? <Time key="next" at={nextAttemptAt} /> : null],
          [
            t('body'),
            <div key="body" className="raw-data">
              <pre data-testid="message-body">{pretty(body)}</pre>
              <CopyButton text={body} />
            </div>,
          ],
        ]}
      />
    </Modal>
  );
}

/** JSON with line breaks; what is not JSON stays as it is. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
