import { useTranslation } from 'react-i18next';
import type { JourneyStep } from '../api/getJourney.ts';
import { formatNumber } from '../format/formatNumber.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { layoutMap, type MapPlace, readGeo } from './layoutMap.ts';

const box = { width: 340, height: 190 };

/** The way of the product over the land, drawn from the positions of places: nothing is asked of a map service. */
export function JourneyMap({ steps }: { steps: readonly JourneyStep[] }) {
  const { t } = useTranslation('product');
  const language = useLanguage();
  const places: MapPlace[] = [];
  for (const { place } of steps) {
    const position = readGeo(place?.geo);
    const name = place && (pickText(place.name, language) ?? '');
    if (position === null || !name || places.at(-1)?.name === name) continue;
    places.push({ ...position, name });
  }
  const layout = layoutMap(places, box.width, box.height);
  if (layout === null) return null;
  const { stations, line, scale } = layout;
  return (
    <section className="panel" aria-labelledby="map-title">
      <h2 id="map-title">{t('map.title')}</h2>
      <svg
        className="map"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={t('map.label', { places: places.map(({ name }) => name).join(' → ') })}
        data-testid="journey-map"
      >
        <path className="map-way" d={line} />
        {stations.map((station) => (
          <g key={station.number} transform={`translate(${station.x} ${station.y})`}>
            <circle r="9" />
            <text y="3.5" textAnchor="middle" className="map-number">
              {station.number}
            </text>
          </g>
        ))}
        <g transform={`translate(12 ${box.height - 10})`} className="map-scale">
          <path d={`M0 -5V0H${scale.width}V-5`} />
          <text x={scale.width + 6} y="1">
            {formatNumber(scale.kilometres, language)} km
          </text>
        </g>
      </svg>
      <ol className="map-list">
        {stations.map(({ number, names }) => (
          <li key={number}>
            <b>{number}</b> {names.join(language === 'en' ? '; ' : '、')}
          </li>
        ))}
      </ol>
    </section>
  );
}
