import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../explorer/parts/CopyButton.tsx';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import type { Connector } from '../api/connectors.ts';
import { type ConnectorKeys, switchConnector } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { useMay } from '../parts/useMay.ts';
import { RotateModal } from './RotateModal.tsx';

/** The own connector: on or off, its address and its keys. */
export function ConnectorCard({ connector, keys }: { connector: Connector | null; keys: ConnectorKeys | null }) {
  const { t } = useTranslation('xConnector');
  const may = useMay();
  const [rotating, setRotating] = useState(false);
  const active = connector?.state === 'active';
  const own = connector !== null && !connector.hosted && connector.state !== 'withdrawn';
  const text = (value: string) => (
    <>
      <code className="x-pre">{value}</code> <CopyButton text={value} />
    </>
  );
  return (
    <Card title={t('own.title')}>
      {!connector && (
        <Alert type="info" showIcon className="in-card" title={t('own.none')} description={t('own.noneNext')} />
      )}
      {connector && (
        <Facts
          rows={[
            [
              t('own.state'),
              <span key="s">
                <span className={`chip chip-connector-${connector.state}`}>{t(`state.${connector.state}`)}</span>{' '}
                {t(connector.hosted ? 'own.hosted' : 'own.ownMachine')}
              </span>,
            ],
            [t('own.address'), text(connector.address)],
            [t('own.did'), text(connector.did)],
            [t('own.chainAddress'), text(connector.chainAddress)],
            [t('own.encryptionKey'), keys?.encryptionKey.kid ? text(keys.encryptionKey.kid) : null],
            [t('own.registered'), <Time key="t" at={connector.registeredAt} />],
          ]}
        />
      )}
      {own ? (
        <p className="muted">{t('own.elsewhere')}</p>
      ) : may('exchange:operate') ? (
        <div className="x-actions">
          {active ? (
            <>
              <Button onClick={() => setRotating(true)}>{t('own.rotate')}</Button>
              <ConfirmButton room="exchange" danger ask={t('own.offAsk')} run={() => switchConnector('off')}>
                {t('own.off')}
              </ConfirmButton>
            </>
          ) : (
            <ConfirmButton
              room="exchange"
              type="primary"
              ask={t('own.onAsk')}
              run={() => switchConnector('on')}
              data-testid="switch-on"
            >
              {t('own.on')}
            </ConfirmButton>
          )}
        </div>
      ) : (
        <p className="muted">{t('own.mayNot')}</p>
      )}
      {rotating && <RotateModal onClose={() => setRotating(false)} />}
    </Card>
  );
}
