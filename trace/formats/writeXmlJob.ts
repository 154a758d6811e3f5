import { writeProblemFields, type XmlProblem } from './writeXmlProblem.ts';
import { escapeAnyText } from './xmlText.ts';

/** What the XML of a capture job says of it. */
export interface XmlCaptureJob {
  captureID: string;
  createdAt: string;
  finishedAt?: string;
  running: boolean;
  success: boolean;
  captureErrorBehaviour: 'rollback' | 'proceed';
  errors?: readonly XmlProblem[];
  /** Where the errors are when they are not given here. */
  errorFile?: string;
}

const FIELDS = ['captureErrorBehaviour', 'createdAt', 'finishedAt', 'errorFile'] as const;

/** A capture job as XML (EPCISCaptureJob, EPCIS 2.0, section 12.6.1): its state in attributes, the rest in elements. */
export function writeXmlJob(job: XmlCaptureJob): string {
  let xml = '<?xml version="1.0" encoding="UTF-8"?>\n<epcis:EPCISCaptureJob xmlns:epcis="urn:epcglobal:epcis:xsd:2"';
  xml += ` running="${job.running}" success="${job.success}" captureID="${escapeAnyText(job.captureID)}">\n`;
  for (const name of FIELDS) {
    const value = job[name];
    if (value !== undefined) xml += `  <${name}>${escapeAnyText(value)}</${name}>\n`;
  }
  if (job.errors && job.errors.length > 0) {
    const errors = job.errors.map((error) => `    <error>\n${writeProblemFields(error, '      ')}    </error>\n`);
    xml += `  <errors>\n${errors.join('')}  </errors>\n`;
  }
  return `${xml}</epcis:EPCISCaptureJob>\n`;
}
