import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Grant } from '../api/grants.ts';
import { Card } from '../parts/Card.tsx';
import { DatasetName } from '../parts/DatasetName.tsx';
import { MatterName } from '../parts/MatterName.tsx';
import { useEntry, useItemName } from '../parts/useEntry.ts';
import { useMay } from '../parts/useMay.ts';
import { useRowsText } from '../parts/useRowsText.ts';
import { useDepartments, useJoin } from '../queries.ts';
import { GrantStateTag } from './GrantStateTag.tsx';
import { UsesText } from './UsesText.tsx';

/** What a grant allows. */
export function GrantCard({ grant, keysReleased }: { grant: Grant; keysReleased: number }) {
  const { t } = useTranslation('xGrants');
  const nameOf = useDepartments();
  const join = useJoin();
  const may = useMay();
  const itemName = useItemName(useEntry(grant.providerSlug, grant.dataset));
  const rowsText = useRowsText(grant.providerSlug, grant.dataset);
  return (
    <Card title={t('card.title')}>
      {grant.reason && <Alert type="warning" showIcon className="in-card" title={grant.reason} />}
      <Facts
        rows={[
          [
            t('card.state'),
            <span key="s">
              <GrantStateTag state={grant.state} /> {t(`stateMeaning.${grant.state}`)}
            </span>,
          ],
          [t('card.provider'), nameOf(grant.providerSlug)],
          [t('card.consumer'), nameOf(grant.consumerSlug)],
          [
            t('card.dataset'),
            <span key="d">
              <DatasetName department={grant.providerSlug} dataset={grant.dataset} /> ·{' '}
              {t('card.version', { version: grant.version })}
            </span>,
          ],
          [t('purpose'), <MatterName key="p" code={grant.purpose} />],
          [t('card.items'), grant.items.length === 0 ? null : join(grant.items.map(itemName))],
          [t('card.rows'), grant.rows.length === 0 ? null : rowsText(grant.rows)],
          [t('card.place'), grant.place],
          [
            t('card.period'),
            <span key="t">
              <Time at={grant.notBefore} /> — <Time at={grant.notAfter} />
            </span>,
          ],
          [t('card.uses'), <UsesText key="u" grant={grant} />],
          [t('card.keys'), grant.role === 'provider' ? t('card.keysTimes', { times: keysReleased }) : null],
          [
            t('card.agreement'),
            <code key="a" className="x-pre">
              {grant.agreement}
            </code>,
          ],
        ]}
      />
      {may('exchange:audit') && (
        <p>
          <Link to="/exchange/evidence" search={{ agreement: grant.agreement }} className="x-link">
            {t('card.evidence')}
          </Link>{' '}
          ·{' '}
          <Link to="/exchange/audit" search={{ agreement: grant.agreement }} className="x-link">
            {t('card.records')}
          </Link>
        </p>
      )}
    </Card>
  );
}
