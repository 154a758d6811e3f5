import type { Sharing, UpdateCycle } from '../dataset.ts';

const authority = 'http://publications.europa.eu/resource/authority';

/** The named authority list "frequency" of the EU Publications Office, which DCAT-AP asks for. */
export const frequencies: Readonly<Record<UpdateCycle, string>> = {
  irregular: `${authority}/frequency/IRREG`,
  realtime: `${authority}/frequency/UPDATE_CONT`,
  daily: `${authority}/frequency/DAILY`,
  weekly: `${authority}/frequency/WEEKLY`,
  monthly: `${authority}/frequency/MONTHLY`,
  quarterly: `${authority}/frequency/QUARTERLY`,
  halfYearly: `${authority}/frequency/ANNUAL_2`,
  yearly: `${authority}/frequency/ANNUAL`,
  other: `${authority}/frequency/OTHER`,
};

/** The list "access-right": none of the data are for everybody, they are for departments. */
export const accessRights: Readonly<Record<Sharing, string>> = {
  unconditional: `${authority}/access-right/RESTRICTED`,
  conditional: `${authority}/access-right/RESTRICTED`,
  none: `${authority}/access-right/NON_PUBLIC`,
};

/** The list "language". */
export const languages = { zh: `${authority}/language/ZHO`, en: `${authority}/language/ENG` } as const;

/** Media types of what comes out of the formats of a transfer (IANA); null where it is no file. */
export const mediaTypes: Readonly<Record<string, string>> = {
  'xy:pull-csv': 'https://www.iana.org/assignments/media-types/text/csv',
  'xy:pull-parquet': 'https://www.iana.org/assignments/media-types/application/vnd.apache.parquet',
  'xy:query': 'https://www.iana.org/assignments/media-types/application/json',
  'xy:answer': 'https://www.iana.org/assignments/media-types/application/jose',
};
