import { useTranslation } from 'react-i18next';

/** Writes a share from 0 to 1 as a percentage; a dash for what is not known. Only what is whole is 100. */
export function usePercent(): (share: number | null | undefined) => string {
  const { t } = useTranslation('exchange');
  return (share) =>
    share === null || share === undefined ? '—' : t('percent', { value: Math.floor(share * 1_000) / 10 });
}
