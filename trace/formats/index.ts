export { readXmlDocument } from './readXmlDocument.ts';
export { type EpcFormat, translateEpcs } from './translateEpcs.ts';
export type { CbvFormat } from './writeFields.ts';
export { type WriteXmlOptions, writeXmlDocument } from './writeXmlDocument.ts';
export { writeXmlJob, type XmlCaptureJob } from './writeXmlJob.ts';
export { writeXmlProblem, type XmlProblem } from './writeXmlProblem.ts';
