import { useTranslation } from 'react-i18next';
import { palette } from './palette.ts';

/** What the shapes, lines and colours mean. */
export function GraphLegend() {
  const { t } = useTranslation('treeGraph');
  const square = (fill: string, stroke: string) => (
    <svg width="18" height="18" aria-hidden="true">
      <rect x="2" y="2" width="14" height="14" rx="4" fill={fill} stroke={stroke} strokeWidth="2" />
    </svg>
  );
  const line = (stroke: string, width: number, opacity = 1) => (
    <svg width="30" height="10" aria-hidden="true">
      <path d="M1 5H29" stroke={stroke} strokeWidth={width} opacity={opacity} />
    </svg>
  );
  return (
    <ul className="dag-legend">
      <li>
        {square(palette.pivot, palette.pivot)} {t('pivot')}
      </li>
      <li>
        {square(palette.other, palette.otherLine)} {t('offPivot')}
      </li>
      <li>
        {line(palette.pivotEdge, 5)} {t('pivotEdge')}
      </li>
      <li>
        {line(palette.parentEdge, 2)} {t('parentEdge')}
      </li>
      <li>
        {line(palette.refereeEdge, 1.5, 0.6)} {t('refereeEdge')}
      </li>
      <li>
        {square('#ffffff', palette.past)} {t('pastOf')}
      </li>
      <li>
        {square('#ffffff', palette.future)} {t('futureOf')}
      </li>
    </ul>
  );
}
