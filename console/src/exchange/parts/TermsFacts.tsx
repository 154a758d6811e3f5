import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Terms } from '../api/applications.ts';
import { useJoin } from '../queries.ts';
import { useItemNames } from './itemNames.ts';
import { useRowsText } from './useRowsText.ts';

interface TermsFactsProps {
  terms: Terms;
  department: string;
  dataset: string;
}

/** What is given: items, how often, how long. */
export function TermsFacts({ terms, department, dataset }: TermsFactsProps) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const language = useLanguage();
  const join = useJoin();
  const nameOf = useItemNames(department, dataset);
  const rowsText = useRowsText(department, dataset);
  const { items, frequency, maxCount, from, to, place, rows = [] } = terms;
  const last = new Date(Date.parse(to) - 1).toISOString();
  return (
    <Facts
      rows={[
        [t('one.items'), join(items.map(nameOf))],
        [t('one.rows'), rows.length > 0 ? rowsText(rows) : null],
        [t('one.place'), place ?? null],
        [
          t('one.frequency'),
          frequency
            ? t(`exchange:frequency.${frequency.period}`, { times: frequency.times })
            : t('exchange:frequency.none'),
        ],
        [t('one.maxCount'), maxCount === null ? t('exchange:noLimit') : t('exchange:times', { times: maxCount })],
        [
          t('one.period'),
          t('exchange:periodText', {
            from: formatDate(from, language, '+08:00'),
            to: formatDate(last, language, '+08:00'),
          }),
        ],
      ]}
    />
  );
}
