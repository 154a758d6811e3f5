import { useTranslation } from 'react-i18next';
import type { RowCondition } from '../api/applications.ts';
import { useJoin } from '../queries.ts';
import { useItemNames } from './itemNames.ts';

/** Puts conditions on rows into words, with the names that the department's catalogue gives its items. */
export function useRowsText(department: string, dataset: string): (rows: RowCondition[]) => string {
  const { t } = useTranslation(['xTransfers', 'common']);
  const join = useJoin();
  const nameOf = useItemNames(department, dataset);
  const write = (value: RowCondition['value']) =>
    typeof value === 'boolean' ? t(value ? 'common:yes' : 'common:no') : String(value);
  return (rows) => join(rows.map(({ column, is, value }) => `${nameOf(column)} ${t(`is.${is}`)} ${write(value)}`));
}
