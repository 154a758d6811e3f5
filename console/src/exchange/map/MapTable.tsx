import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { shorten } from '../../format/shorten.ts';
import type { ExchangeMap } from '../api/using.ts';

const columns = ['active', 'suspended', 'ended', 'datasets'] as const;

/** The map as a table, for readers who cannot see it. */
export function MapTable({ map: { nodes, edges } }: { map: ExchangeMap }) {
  const { t } = useTranslation('xOverview');
  const text = useText();
  const nameOf = (id: string) => text(nodes.find((node) => node.id === id)?.name) || shorten(id);
  if (edges.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('map.none')} />;
  return (
    <div className="x-scroll">
      <table className="x-table">
        <thead>
          <tr>
            <th>{t('map.from')}</th>
            <th>{t('map.to')}</th>
            {columns.map((column) => (
              <th key={column}>{t(`map.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={`${edge.from} ${edge.to}`}>
              <td>{nameOf(edge.from)}</td>
              <td>{nameOf(edge.to)}</td>
              {columns.map((column) => (
                <td key={column}>{edge[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
