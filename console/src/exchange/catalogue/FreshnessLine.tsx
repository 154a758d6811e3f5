import { useTranslation } from 'react-i18next';
import type { EntryTerms } from '../api/catalogue.ts';

/** The cycle that is claimed beside what was measured, in one line. */
export function FreshnessLine({ terms: { updateCycle, freshness } }: { terms: EntryTerms }) {
  const { t } = useTranslation(['xCatalogue', 'exchange']);
  if (!updateCycle) return null;
  const claimed = t(`exchange:cycle.${updateCycle}`);
  const light = freshness?.kept === true ? 'green' : freshness?.kept === false ? 'red' : 'paused';
  const words = freshness?.kept === true ? 'kept' : freshness?.kept === false ? 'late' : 'unknown';
  return (
    <span className="x-clock">
      <span className="muted">
        {freshness?.measured
          ? t('measured.line', { claimed, actual: t(`exchange:cycle.${freshness.measured}`) })
          : t('measured.claimedLine', { claimed })}
      </span>
      <i className={`x-light x-light-${light}`} aria-hidden="true" />
      <span>{t(`fresh.${words}`)}</span>
    </span>
  );
}
