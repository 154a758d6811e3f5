import { useTranslation } from 'react-i18next';

/** What the shapes and lines of the picture mean. */
export function GraphLegend() {
  const { t } = useTranslation('network');
  return (
    <ul className="graph-legend">
      <li>
        <svg width="18" height="18" aria-hidden="true">
          <g className="block-pivot">
            <rect className="body" x="1" y="1" width="16" height="16" rx="4" />
          </g>
        </svg>
        {t('graph.pivot')}
      </li>
      <li>
        <svg width="18" height="18" aria-hidden="true">
          <g className="block-other">
            <rect className="body" x="2" y="2" width="14" height="14" rx="4" />
          </g>
        </svg>
        {t('graph.offPivot')}
      </li>
      <li>
        <svg width="30" height="10" aria-hidden="true">
          <path className="edge edge-parent" d="M1 5H29" />
        </svg>
        {t('graph.parent')}
      </li>
      <li>
        <svg width="30" height="10" aria-hidden="true">
          <path className="edge edge-referee" d="M1 5H29" />
        </svg>
        {t('graph.referee')}
      </li>
    </ul>
  );
}
