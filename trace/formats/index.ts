export { type ContextDocument, contextUrls, loadContext, resolveContext } from './contexts.ts';
export { readXmlDocument } from './readXmlDocument.ts';
export { type EpcFormat, epcFormats, translateEpcs } from './translateEpcs.ts';
export type { CbvFormat } from './writeEvent.ts';
export { cbvFormats, type WriteXmlOptions, writeXmlDocument } from './writeXmlDocument.ts';
export { writeXmlJob, type XmlCaptureJob } from './writeXmlJob.ts';
export { writeXmlProblem, type XmlProblem } from './writeXmlProblem.ts';
