import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { pickProblem } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Connector } from '../api/connectors.ts';
import { Card } from '../parts/Card.tsx';
import { connectorsQuery } from '../queries.ts';

/** All connectors of the alliance, with whether they answer. */
export function RegistryCard() {
  const { t } = useTranslation('xConnector');
  const query = useQuery({ ...connectorsQuery, refetchInterval: 30_000 });
  return (
    <Card title={t('registry.title')}>
      <Loaded query={query}>
        {(connectors) =>
          connectors.length === 0 ? (
            <p className="muted">{t('registry.none')}</p>
          ) : (
            <ul className="x-entries">
              {connectors.map((connector) => (
                <li key={connector.slug}>
                  <ConnectorLine connector={connector} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function ConnectorLine({ connector }: { connector: Connector }) {
  const { t } = useTranslation('xConnector');
  const text = useText();
  const { name, slug, state, hosted, address, health } = connector;
  const light =
    health === null ? (hosted && state === 'active' ? 'green' : 'paused') : health.answers ? 'green' : 'red';
  const language = useLanguage();
  const words = health === null ? (hosted ? 'hosted' : 'unknown') : health.answers ? 'answers' : 'silent';
  return (
    <article className="x-entry">
      <h3>{text(name) || slug}</h3>
      <div className="x-meta">
        <span className={`chip chip-connector-${state}`}>{t(`state.${state}`)}</span>
        <Tooltip title={pickProblem(health, language) ?? ''}>
          <span className="x-clock">
            <i className={`x-light x-light-${light}`} aria-hidden="true" /> {t(`health.${words}`)}
          </span>
        </Tooltip>
        {health && (
          <span className="muted">
            {t('health.checked')} <Time at={health.checkedAt} />
          </span>
        )}
        <code className="x-pre">{address}</code>
      </div>
    </article>
  );
}
