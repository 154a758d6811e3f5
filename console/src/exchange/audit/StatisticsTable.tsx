import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Group, StatisticsLine } from '../api/audit.ts';
import { formatBytes } from '../transfers/formatBytes.ts';
import { useKeyName } from './useKeyName.ts';

const columns = ['records', 'ok', 'refused', 'failed', 'deliveries', 'rows'] as const;

/** The statistics as numbers. */
export function StatisticsTable({ by, lines }: { by: Group; lines: StatisticsLine[] }) {
  const { t } = useTranslation('xAudit');
  const language = useLanguage();
  const keyName = useKeyName(by);
  return (
    <div className="x-scroll">
      <table className="x-table">
        <thead>
          <tr>
            <th>{t(`by.${by}`)}</th>
            {columns.map((column) => (
              <th key={column}>{t(`statistics.${column}`)}</th>
            ))}
            <th>{t('statistics.bytes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key ?? ''}>
              <td title={line.key ?? ''}>{keyName(line.key)}</td>
              {columns.map((column) => (
                <td key={column}>{formatNumber(line[column], language)}</td>
              ))}
              <td>{formatBytes(line.bytes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
