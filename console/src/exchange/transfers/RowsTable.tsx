import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QueryAnswer } from '../api/transfers.ts';

const write = (value: unknown) =>
  value === null || value === undefined ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Rows that a query gave. */
export function RowsTable({
  answer: { rows, more },
  itemName,
}: {
  answer: QueryAnswer;
  itemName: (name: string) => string;
}) {
  const { t } = useTranslation('xTransfers');
  const columns = Object.keys(rows[0] ?? {});
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('query.noRows')} />;
  return (
    <div className="x-scroll" data-testid="rows">
      <table className="x-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{itemName(column)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {columns.map((column) => (
                <td key={column}>{write(row[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className="muted">{t('query.more')}</p>}
    </div>
  );
}
