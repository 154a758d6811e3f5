import { formatErrors } from './errors.ts';
import type { JsonObject } from './json.ts';

/** Values of the header GS1-CBV-XML-Format, EPCIS 2.0 section 12.6. */
export type CbvFormat = 'No_Preference' | 'Always_Web_URI' | 'Always_URN' | 'Never_Translates';

/** The values of GS1-CBV-XML-Format. */
export const cbvFormats: readonly CbvFormat[] = ['No_Preference', 'Always_Web_URI', 'Always_URN', 'Never_Translates'];

/** How a document is written as XML. */
export interface WriteXmlOptions {
  /** Version of the schema; 1.2 has no sensors, associations and persistent dispositions. */
  version?: '2.0' | '1.2';
  /** How words of the CBV are written. */
  cbvFormat?: CbvFormat;
}

export function writeXmlDocument(document: JsonObject, options: WriteXmlOptions = {}): string {
  throw formatErrors.notExpressible({ what: String(document.type), problem: String(options.version) });
}
