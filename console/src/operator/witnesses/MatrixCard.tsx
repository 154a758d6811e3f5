import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ListedCheckpoint, listCheckpoints, type WitnessSet } from '../../api/checkpoints.ts';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { buildMatrix, type Cell } from './buildMatrix.ts';

const shown = 12;
const matrixQuery = {
  queryKey: ['witnesses', 'matrix'],
  queryFn: ({ signal }: { signal: AbortSignal }) => listCheckpoints(undefined, signal, shown),
  refetchInterval: 5_000,
};

/** Who cosigned which of the last checkpoints, and who is missing. */
export function MatrixCard({ set }: { set: WitnessSet }) {
  const { t } = useTranslation('witnesses');
  const query = useQuery(matrixQuery);
  return (
    <Card title={t('matrix')}>
      <p className="muted">{t('matrixHint')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('matrixEmpty')} />
          ) : (
            <MatrixTable checkpoints={items} set={set} />
          )
        }
      </Loaded>
    </Card>
  );
}

function MatrixTable({ checkpoints, set }: { checkpoints: ListedCheckpoint[]; set: WitnessSet }) {
  const { t } = useTranslation('witnesses');
  const language = useLanguage();
  const { names, past, rows } = buildMatrix(checkpoints, set.witnesses);
  return (
    <div className="matrix">
      <table data-testid="witness-matrix">
        <thead>
          <tr>
            <th scope="col">{t('checkpoint')}</th>
            {names.map((name) => (
              <th key={name} scope="col" className={past.has(name) ? 'past' : ''}>
                {name}
                {past.has(name) && <small>{t('past')}</small>}
              </th>
            ))}
            <th scope="col">{t('anchor')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ checkpoint, cells, signed, total }) => (
            <tr key={checkpoint.size}>
              <th scope="row">
                <b>{formatNumber(checkpoint.size, language)}</b>
                <small>
                  <Time at={checkpoint.signedAt} />
                </small>
                <small>
                  {total === 0 ? t('nobodyAsked') : t('signedOf', { signed, total })}
                  {checkpoint.publishedAt === null && <span className="chip chip-pending">{t('waiting')}</span>}
                </small>
              </th>
              {cells.map((cell, at) => (
                <td key={names[at]} className={`cell-${cell.kind}`}>
                  <span className="cell-name">{names[at]}</span>
                  <CellMark cell={cell} />
                </td>
              ))}
              <td className="cell-anchor">
                <span className="cell-name">{t('anchor')}</span>
                {checkpoint.anchor === null ? (
                  <span className="muted">{t('noAnchor')}</span>
                ) : (
                  <span className={`chip chip-level-${checkpoint.anchor.level}`}>
                    {t(`level.${checkpoint.anchor.level}`)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellMark({ cell }: { cell: Cell }) {
  const { t } = useTranslation('witnesses');
  const language = useLanguage();
  if (cell.kind === 'none') return <span title={t('notThen')}>·</span>;
  if (cell.kind === 'missing') return <span className="mark-missing">✗ {t('missing')}</span>;
  return (
    <time className="mark-signed" dateTime={cell.at} title={new Date(cell.at).toISOString()}>
      ✓ {t('after', { seconds: formatNumber(cell.seconds, language, cell.seconds < 10 ? 1 : 0) })}
    </time>
  );
}
