import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { EntryTerms } from '../api/catalogue.ts';
import { Card } from '../parts/Card.tsx';
import { usePercent } from '../parts/usePercent.ts';
import { useJoin } from '../queries.ts';

type Measured = Pick<EntryTerms, 'updateCycle' | 'quality' | 'freshness'>;

/** What is claimed beside what was found in the real data. */
export function MeasuredCard({ terms: { updateCycle, quality, freshness } }: { terms: Measured }) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  const language = useLanguage();
  const percent = usePercent();
  const join = useJoin();
  const cycle = (value: typeof updateCycle | null) => (value ? t(`exchange:cycle.${value}`) : t('measured.unknown'));
  return (
    <Card title={t('measured.title')}>
      <p className="muted">{t('measured.lead')}</p>
      <div className="x-compare">
        <div>
          {t('measured.claimed')}
          <b>{cycle(updateCycle)}</b>
        </div>
        <div>
          {t('measured.actual')}
          <b>{cycle(freshness?.measured)}</b>
          {freshness?.newest && (
            <span className="muted">
              {t('measured.newest')} <Time at={freshness.newest} />
            </span>
          )}
        </div>
      </div>
      {freshness && freshness.kept !== null && (
        <p className="x-clock">
          <i className={`x-light x-light-${freshness.kept ? 'green' : 'red'}`} aria-hidden="true" />
          {t(freshness.kept ? 'measured.keptYes' : 'measured.keptNo')}
        </p>
      )}
      {quality ? (
        <>
          <dl className="figures">
            {(
              [
                ['rows', formatNumber(quality.rows, language)],
                ['completeness', percent(quality.completeness)],
                ['validity', percent(quality.validity)],
                ['uniqueness', percent(quality.uniqueness)],
              ] as const
            ).map(([name, value]) => (
              <div key={name} className="figure">
                <dt>{t(`measured.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {quality.missing.length > 0 && <p>{t('measured.missing', { items: join(quality.missing) })}</p>}
          <p className="muted">
            {t('measured.at')} <Time at={quality.measuredAt} />
          </p>
        </>
      ) : (
        <p className="muted">{t('measured.never')}</p>
      )}
    </Card>
  );
}
