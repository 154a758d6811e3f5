import { useTranslation } from 'react-i18next';
import { type Format, formats } from '../api/transfers.ts';

/** The key of a format in the dictionary, where a colon would name another dictionary. */
type FormatKey = Format extends `xy:${infer Key}` ? Key : never;
export const formatKey = (format: Format) => format.slice('xy:'.length) as FormatKey;

/** Names ways in which data come; one that is not known as it is. */
export function useFormatName(): (format: string) => string {
  const { t } = useTranslation('xTransfers');
  return (format) => {
    const known = formats.find((one) => one === format);
    return known ? t(`format.${formatKey(known)}`) : format;
  };
}
