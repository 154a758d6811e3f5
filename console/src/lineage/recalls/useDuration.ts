import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

/** Writes how long something took in the unit that people would choose. */
export function useDuration(): (ms: number | null) => string {
  const { t } = useTranslation('recalls');
  const language = useLanguage();
  return (ms) => {
    if (ms === null) return t('notYet');
    const seconds = ms / 1000;
    const show = (value: number) => ({ value: formatNumber(value, language, 1) });
    if (seconds < 1) return t('ms', show(ms));
    if (seconds < 120) return t('seconds', show(seconds));
    if (seconds < 7200) return t('minutes', show(seconds / 60));
    return seconds < 172_800 ? t('hours', show(seconds / 3600)) : t('days', show(seconds / 86_400));
  };
}
