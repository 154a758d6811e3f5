import { useTranslation } from 'react-i18next';

const units = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** Writes seconds in the largest units that fit, two at most: `7 days`, `1 hour 30 minutes`. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslation('governance');
  return (seconds) => {
    let left = Math.max(0, Math.round(seconds));
    const parts: string[] = [];
    for (const [unit, size] of units) {
      const count = Math.floor(left / size);
      left -= count * size;
      if (count > 0 && parts.length < 2) parts.push(t(`duration.${unit}`, { count }));
    }
    return parts.length === 0 ? t('duration.none') : parts.join(' ');
  };
}
