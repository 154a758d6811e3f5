import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Facts } from '../../explorer/parts/Facts.tsx';
import type { CatalogEntry } from '../api/catalogue.ts';
import { readLimits } from '../parts/offerLimits.ts';
import { wordsOf } from '../parts/wordsOf.ts';
import { useDepartments, useJoin } from '../queries.ts';

/** Under which conditions data are given, or on which ground they are kept. */
export function LimitsCard({ entry }: { entry: CatalogEntry }) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const text = useText();
  const join = useJoin();
  const nameOf = useDepartments();
  const limits = readLimits(entry.offers[0]);
  const list = (values: string[]) => (values.length > 0 ? join(values) : null);
  const { terms } = entry;
  const rows: [string, string | null][] = [
    [t('entry.legalGround'), terms.legalGround ?? null],
    [t('entry.conditions'), text(wordsOf(terms.conditions)) || null],
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
