import { useTranslation } from 'react-i18next';
import type { Temperature } from '../api/getJourney.ts';
import { formatNumber } from '../format/formatNumber.ts';
import { formatClock, formatDate } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { layoutTemperature, temperatureUnit } from './temperatureCurve.ts';

/** The temperature on the way, with its lowest and highest reading. */
export function TemperatureChart({ temperature, zone }: { temperature: Temperature; zone: string }) {
  const { t } = useTranslation('product');
  const language = useLanguage();
  const { line, area, low, high } = layoutTemperature(temperature, 320, 72);
  const degrees = (value: number) => `${formatNumber(value, language, 1)} ${temperatureUnit(temperature.unit)}`;
  const [min, max] = [degrees(temperature.min), degrees(temperature.max)];
  const first = temperature.points[0]?.time;
  const last = temperature.points.at(-1)?.time;
  return (
    <figure className="temperature">
      <figcaption>
        <b>{t('temperature.title')}</b>
        <span className="extremes">
          <span>
            <i className="dot low" /> {t('temperature.min')} <b>{min}</b>
          </span>
          <span>
            <i className="dot high" /> {t('temperature.max')} <b>{max}</b>
          </span>
        </span>
      </figcaption>
      {line !== '' && (
        <svg
          viewBox="0 0 320 72"
          role="img"
          aria-label={t('temperature.chart', { min, max, count: temperature.points.length })}
        >
          <path d={area} className="area" />
          <path d={line} className="line" />
          {low && <circle cx={low.x} cy={low.y} r="4" className="low" />}
          {high && <circle cx={high.x} cy={high.y} r="4" className="high" />}
        </svg>
      )}
      {first && last && line !== '' && (
        <div className="axis" aria-hidden="true">
          <time>
            {formatDate(first, language, zone)} {formatClock(first, language, zone)}
          </time>
          <time>
            {formatDate(last, language, zone)} {formatClock(last, language, zone)}
          </time>
        </div>
      )}
    </figure>
  );
}
