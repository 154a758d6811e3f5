import { maxBytes, maxEvents } from '../capture/captureDocument.ts';

/** What this server speaks: EPCIS 2.0 in JSON and XML, EPCIS 1.2 in XML; the words of CBV 2.0 and, in 1.2, of CBV 1.2. */
export const versions = {
  epcis: { min: '1.2', max: '2.0.0' },
  cbv: { min: '1.2.2', max: '2.0.0' },
} as const;

/** Namespaces of extensions that this platform gives a meaning to, as the header GS1-Extensions names them. */
const extensions = 'xy=https://ns.xiangyu.example/epcis/';

/** What every answer of the EPCIS interface says about the server, EPCIS 2.0 section 12.6. */
export const epcisHeaders: Readonly<Record<string, string>> = {
  'GS1-EPCIS-Version': versions.epcis.max,
  'GS1-EPCIS-Min': versions.epcis.min,
  'GS1-EPCIS-Max': versions.epcis.max,
  'GS1-CBV-Version': versions.cbv.max,
  'GS1-CBV-Min': versions.cbv.min,
  'GS1-CBV-Max': versions.cbv.max,
  'GS1-Extensions': extensions,
  'GS1-Vendor-Version': '1',
};

/** The limits of capture, in answers of /epcis/capture. */
export const captureHeaders: Readonly<Record<string, string>> = {
  'GS1-EPCIS-Capture-Limit': String(maxEvents),
  'GS1-EPCIS-Capture-File-Size-Limit': String(maxBytes),
  'GS1-Capture-Error-Behaviour': 'all',
};
