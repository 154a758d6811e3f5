import { KeyOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCoins } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../Copyable.tsx';
import { logQuery } from '../queries.ts';
import { Figure } from './Figure.tsx';

/** For the operator: what pays for the anchors, and the way to the API keys. */
export function TreasuryCard() {
  const { t } = useTranslation(['evidence', 'shell']);
  const language = useLanguage();
  const { data } = useQuery(logQuery);
  if (!data?.treasury) return null;
  return (
    <Card
      title={t('treasury')}
      className="card-wide"
      extra={
        <Link to="/keys">
          <KeyOutlined /> {t('shell:nav.keys')}
        </Link>
      }
    >
      <dl className="figures">
        <Figure name={t('treasuryHint')} big>
          {formatCoins(data.treasury.balanceWei, language)} <small>CFX</small>
        </Figure>
      </dl>
      <Copyable text={data.treasury.address} full />
    </Card>
  );
}
