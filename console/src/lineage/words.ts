import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const units: Record<string, string> = { KGM: 'kg', GRM: 'g', TNE: 't', LTR: 'L', MTK: 'm²', HAR: 'ha' };

/** The last part of a GS1 key, which people know: the lot, the serial number, the SSCC. */
export function shortName(id: string): string {
  const last = id.split(/[/:]/).filter(Boolean).at(-1) ?? id;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Writes amounts with their unit in the reader's language. */
export function useAmount(): (quantity: number, uom: string | null) => string {
  const { t } = useTranslation('lineage');
  const language = useLanguage();
  return (quantity, uom) =>
    `${formatNumber(quantity, language, 3)} ${uom === null || uom === 'EA' || uom === 'H87' ? t('pieces') : (units[uom] ?? uom)}`;
}
