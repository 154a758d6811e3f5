import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { connectorsQuery, useOwnDepartment } from '../queries.ts';

/** Says that the own department has no connector, when it has none: it could ask nobody. */
export function NeedConnector() {
  const { t } = useTranslation('exchange');
  const own = useOwnDepartment();
  const { data } = useQuery(connectorsQuery);
  if (!data || data.some(({ slug, state }) => slug === own && state === 'active')) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="in-card"
      title={t('noConnector')}
      description={t('noConnectorNext')}
      action={<Link to="/exchange/connector">{t('toConnector')}</Link>}
    />
  );
}
