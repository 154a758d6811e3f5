import '../keys/keys.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Invited } from '../../api/organisation.ts';
import { Copyable } from '../Copyable.tsx';

/** What became of an invitation: mailed, or a link to hand over, shown this one time. */
export function InvitedLink({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  return (
    <div className="stack">
      {invited.link === null ? (
        <Alert type="success" showIcon title={t('invite.mailed', { email: invited.email })} />
      ) : (
        <>
          <Alert type="warning" showIcon title={t('invite.linkTitle')} description={t('invite.linkText')} />
          <div className="secret" data-testid="invitation-link">
            <Copyable text={invited.link} full />
          </div>
        </>
      )}
      <div className="form-end">
        <Button type="primary" onClick={onClose} data-testid="invited-done">
          {t('invite.done')}
        </Button>
      </div>
    </div>
  );
}
