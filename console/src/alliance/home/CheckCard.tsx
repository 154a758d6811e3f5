import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import type { AllianceState } from '../api/alliance.ts';

const limits = ['admit', 'vote', 'rules', 'history', 'key'] as const;

/** What the operator of this platform cannot do, and how to find out without trusting it. */
export function CheckCard({ alliance }: { alliance: AllianceState }) {
  const { t } = useTranslation('governance');
  const command = `xiangyu alliance verify --rpc ${window.location.origin}/rpc/espace --governor ${alliance.governor ?? '0x…'}`;
  return (
    <>
      <Card title={t('limits.title')}>
        <ul className="plain-list">
          {limits.map((limit) => (
            <li key={limit}>{t(`limits.${limit}`)}</li>
          ))}
        </ul>
        <p className="muted">{t('limits.does')}</p>
      </Card>
      <Card title={t('check.title')}>
        <p>{t('check.text')}</p>
        <div className="command">
          <code data-testid="verify-command">{command}</code>
          <CopyButton text={command} />
        </div>
        <p className="muted">{t('check.own')}</p>
      </Card>
    </>
  );
}
