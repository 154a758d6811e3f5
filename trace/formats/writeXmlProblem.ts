import { escapeAnyText } from './xmlText.ts';

/** An error as RFC 9457 has it; further members are left out of the XML, which has no place for them. */
export interface XmlProblem {
  type: string;
  title: string;
  status?: number;
  detail?: string;
  instance?: string;
}

const FIELDS = ['type', 'title', 'status', 'detail', 'instance'] as const;

/** The fields of a problem as elements, each on its line behind `indent`. */
export function writeProblemFields(problem: XmlProblem, indent: string): string {
  return FIELDS.map((name) => {
    const value = problem[name];
    return value === undefined ? '' : `${indent}<${name}>${escapeAnyText(String(value))}</${name}>\n`;
  }).join('');
}

/**
 * A problem as `application/problem+xml`: the EPCISException of EPCIS 2.0, section 12.7. Never throws: characters that
 * XML does not have are replaced.
 */
export function writeXmlProblem(problem: XmlProblem): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<epcis:EPCISException xmlns:epcis="urn:epcglobal:epcis:xsd:2">\n${writeProblemFields(problem, '  ')}</epcis:EPCISException>\n`;
}
