import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Facts } from '../../explorer/parts/Facts.tsx';
import type { Words } from '../api/common.ts';
import { Card } from '../parts/Card.tsx';
import type { OfferLimits } from '../parts/offerLimits.ts';
import { useDepartments, useJoin } from '../queries.ts';

interface LimitsCardProps {
  limits: OfferLimits;
  legalGround: string | null;
  conditions: Words | null;
}

/** Under which conditions data are given, or on which ground they are kept. */
export function LimitsCard({ limits, legalGround, conditions }: LimitsCardProps) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const join = useJoin();
  const nameOf = useDepartments();
  const list = (values: string[]) => (values.length > 0 ? join(values) : null);
  const rows: [string, string | null][] = [
    [t('entry.legalGround'), legalGround],
    [t('entry.conditions'), text(conditions) || null],
    [t('entry.purposes'), list(limits.purposes)],
    [t('entry.recipients'), list(limits.recipients.map(nameOf))],
    [t('entry.regions'), list(limits.regions)],
    [t('entry.longest'), limits.longestDays === null ? null : t('entry.days', { days: limits.longestDays })],
    [t('entry.most'), limits.mostRequests === null ? null : t('exchange:times', { times: limits.mostRequests })],
  ];
  const duties = [...(limits.caseNumber ? ['caseNumber'] : []), ...(limits.deletion ? ['deletion'] : [])] as (
    | 'caseNumber'
    | 'deletion'
  )[];
  if (rows.every(([, value]) => value === null) && duties.length === 0) return null;
  return (
    <Card title={t('entry.limits')}>
      <Facts rows={rows} />
      {duties.length > 0 && (
        <ul className="x-problems">
          {duties.map((duty) => (
            <li key={duty}>{t(`entry.${duty}`)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
