import { checkMoments } from './clockRules.ts';
import type { Fields, Report, RuleSetting } from './rules.ts';

/** Attributes that stand in the metadata for all reports or in each report, but not in both: EPCIS 2.0, section 7.3.7. */
const sharedAttributes = ['time', 'deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'];

/** The five kinds of value that a report can have. */
const valueKinds = ['value', 'stringValue', 'booleanValue', 'hexBinaryValue', 'uriValue'];

const measurement = 'a measurement type as a bare word, such as Temperature';

/** What a sensor found is known before the event that tells of it: EPCIS 2.0, sections 7.3.7.1 and 7.3.7.2. */
export function checkSensors(event: Fields, { clockToleranceMs }: RuleSetting, report: Report): void {
  const latest = Date.parse(String(event.eventTime)) + clockToleranceMs;
  const checkBefore = (object: Fields, keys: string[], path: string) => {
    for (const key of keys) {
      if (typeof object[key] === 'string' && Date.parse(object[key]) > latest) {
        const time = String(event.eventTime);
        report(
          `${path}/${key}`,
          ['is after the event', `a time not after the eventTime ${time}`],
          ['晚于事件时间', `不晚于 eventTime ${time} 的时间`],
        );
      }
    }
  };
  for (const [index, element] of list(event.sensorElementList).entries()) {
    const path = `/sensorElementList/${index}`;
    const metadata = fields(element.sensorMetadata);
    const reports = list(element.sensorReport);
    const specimen = reports.length > 0 && reports.every(isSpecimen);
    checkMoments(metadata, `${path}/sensorMetadata`, report);
    if (Date.parse(String(metadata.startTime)) > Date.parse(String(metadata.endTime))) {
      report(
        `${path}/sensorMetadata/endTime`,
        ['is before startTime', 'an end at or after the start'],
        ['早于 startTime', '不早于开始时间的结束时间'],
      );
    }
    if (!specimen) checkBefore(metadata, ['time', 'startTime', 'endTime'], `${path}/sensorMetadata`);
    for (const [number, sensorReport] of reports.entries()) {
      const at = `${path}/sensorReport/${number}`;
      checkMoments(sensorReport, at, report);
      if (sensorReport.type === undefined && sensorReport.exception === undefined) {
        report(
          `${at}/type`,
          ['is missing', `${measurement}; only a report of an exception may leave it out`],
          ['缺失', '直接写测量类型的词，例如 Temperature；只有报告异常时可以不写'],
        );
      }
      if (specimen) continue;
      checkBefore(sensorReport, ['time'], at);
      for (const key of sharedAttributes) {
        if (Object.hasOwn(metadata, key) && Object.hasOwn(sensorReport, key)) {
          report(
            `${at}/${key}`,
            ['stands in sensorMetadata too', 'the attribute in one of the two places'],
            ['在 sensorMetadata 中也出现', '该属性只写在两处之一'],
          );
        }
      }
    }
  }
}

/**
 * True for a report with a number, a text, a truth value, bytes and a URI at once. No device reports so: it is the
 * specimen with which the examples of GS1 show every field, repeating the metadata and with times of another year.
 */
const isSpecimen = (sensorReport: Fields) => valueKinds.every((kind) => Object.hasOwn(sensorReport, kind));

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}
