import { useTranslation } from 'react-i18next';
import type { RowCondition, RowValue } from '../api/applications.ts';
import { useJoin } from '../queries.ts';
import { useItemNames } from './itemNames.ts';

/** Puts conditions on rows into words, with the names that the department's catalogue gives its items. */
export function useRowsText(department: string, dataset: string): (rows: RowCondition[]) => string {
  const { t } = useTranslation(['xTransfers', 'common']);
  const join = useJoin();
  const nameOf = useItemNames(department, dataset);
  const write = (value: RowValue) =>
    typeof value === 'boolean' ? t(value ? 'common:yes' : 'common:no') : String(value);
  const sayOne = (row: RowCondition) =>
    'in' in row
      ? `${nameOf(row.column)} ${t('is.in')} ${join(row.in.map(write))}`
      : `${nameOf(row.column)} ${t(`is.${row.is}`)} ${write(row.value)}`;
  return (rows) => rows.map(sayOne).join(t('and'));
}
