import { inBoth } from '../../proof/index.ts';
import { importErrors } from './errors.ts';

/** IMPORT_TOO_LARGE with its problem in both languages. */
export const tooLarge = (en: string, zh: string) => importErrors.tooLarge(...inBoth({ problem: { en, zh } }));

/** IMPORT_UNREADABLE with its problem in both languages. */
export const unreadable = (en: string, zh: string, cause?: unknown) =>
  importErrors.unreadable(...inBoth({ problem: { en, zh } }, { cause }));

/** IMPORT_HEADER_UNKNOWN with its problem in both languages. */
export const headerUnknown = (en: string, zh: string) => importErrors.headerUnknown(...inBoth({ problem: { en, zh } }));
