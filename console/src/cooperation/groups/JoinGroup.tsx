import { Link } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { type Group, joinGroup } from '../api/groups.ts';
import { useChange } from '../parts/useChange.ts';
import { useSession } from '../parts/useSession.ts';

/** The way into a group: at once where it is open, else by asking its chairs. */
export function JoinGroup({ group: { id, joining, mine } }: { group: Group }) {
  const { t } = useTranslation('groups');
  const { principal, may } = useSession();
  const [asking, setAsking] = useState(false);
  const join = useChange(
    (message: string) => joinGroup(id, message),
    () => setAsking(false),
  );
  if (mine) return <Alert type="info" showIcon title={t('waits')} />;
  if (!principal) {
    return (
      <p>
        <Link to="/signin">{t('signInToJoin')}</Link>
      </p>
    );
  }
  if (!may('cooperation:join-group')) return <p className="muted">{t('mayNotJoin')}</p>;
  return (
    <>
      <Button
        type="primary"
        loading={join.isPending}
        data-testid="join"
        onClick={() => (joining === 'open' ? join.mutate('') : setAsking(true))}
      >
        {t(joining === 'open' ? 'join' : 'ask')}
      </Button>
      {joining === 'open' && join.error && <Problem error={join.error} />}
      {asking && (
        <FormModal<{ message: string }>
          title={t('ask')}
          submit={t('ask')}
          initial={{ message: '' }}
          error={join.error}
          pending={join.isPending}
          onSubmit={({ message }) => join.mutate(message)}
          onClose={() => setAsking(false)}
        >
          <Form.Item name="message" label={t('message')} extra={t('messageHint')}>
            <Input.TextArea rows={4} maxLength={1000} showCount />
          </Form.Item>
        </FormModal>
      )}
    </>
  );
}
