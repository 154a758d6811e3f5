import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { Card } from '../parts/Card.tsx';

/** How a department runs a connector on its own machine. */
export function OwnMachineCard() {
  const { t } = useTranslation('xConnector');
  const command = `xiangyu connector --help`;
  return (
    <Card title={t('machine.title')}>
      <p>{t('machine.why')}</p>
      <ol>
        <li>
          {t('machine.key')}{' '}
          <Link to="/keys" className="x-link">
            {t('machine.keys')}
          </Link>
        </li>
        <li>
          {t('machine.run', { platform: window.location.origin })}
          <p>
            <code>{command}</code> <CopyButton text={command} />
          </p>
        </li>
        <li>{t('machine.done')}</li>
      </ol>
    </Card>
  );
}
