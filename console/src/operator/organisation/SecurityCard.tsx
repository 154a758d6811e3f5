import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Card, Popconfirm, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Organisation, requireSecondFactor } from '../../api/organisation.ts';
import { Problem } from '../Problem.tsx';

/** Whether everybody needs a passkey or a second factor. */
export function SecurityCard({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const required = organisation.secondFactorRequired;
  const change = useMutation({
    mutationFn: requireSecondFactor,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['organisation'] });
      await client.invalidateQueries({ queryKey: ['session'] });
    },
  });
  return (
    <Card title={t('security.title')}>
      <div className="setting">
        <Popconfirm
          title={t('security.requireConfirm')}
          okText={t('security.yes')}
          cancelText={t('security.cancel')}
          // Switching it off takes nothing from anybody and needs no second thought.
          disabled={required}
          onConfirm={() => change.mutateAsync(true).catch(() => undefined)}
        >
          <Switch
            checked={required}
            loading={change.isPending}
            onChange={(checked) => !checked && change.mutate(false)}
            aria-label={t('security.require')}
            data-testid="require-second-factor"
          />
        </Popconfirm>
        <span>
          <b>{t('security.require')}</b>
          <span className="muted">{t('security.requireText')}</span>
        </span>
      </div>
      {change.error && <Problem error={change.error} />}
    </Card>
  );
}
