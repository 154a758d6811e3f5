import { type Issue, pointerToken } from './issue.ts';

type Fields = Record<string, unknown>;
type Report = (field: string, problem: string, expected: string) => void;

/**
 * Conditions between the fields of one event. It runs on events that may break the schema too, so that one answer
 * names everything; hence it trusts no shape.
 */
export function checkRules(event: Fields, pointer: string): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (field, problem, expected) =>
    issues.push({ pointer: `${pointer}${field}`, problem, expected });
  contentRules[String(event.type)]?.(event, report);
  checkTimes(event, '', report);
  checkSensors(event, report);
  return issues;
}

const filled = (value: unknown) => Array.isArray(value) && value.length > 0;
const present = (value: unknown) => Array.isArray(value);

/** EPCIS 2.0 sections 7.4.2 to 7.4.6: what each event type must be about. */
const contentRules: Record<string, (event: Fields, report: Report) => void> = {
  ObjectEvent(event, report) {
    const sensed = filled(event.sensorElementList) && event.readPoint !== undefined;
    if (!present(event.epcList) && !filled(event.quantityList) && !sensed) {
      report('', 'names no object', 'epcList, quantityList, or sensorElementList together with readPoint');
    }
    if (event.ilmd !== undefined && event.action !== 'ADD') {
      report('/ilmd', 'describes the making of an object that this event did not make', 'no ilmd, or action ADD');
    }
  },
  AggregationEvent: checkFamily,
  AssociationEvent: checkFamily,
  TransactionEvent(event, report) {
    if (!present(event.epcList) && !filled(event.quantityList) && event.action !== 'DELETE') {
      report('', 'names no object', 'epcList or quantityList; only action DELETE may leave both out');
    }
  },
  TransformationEvent(event, report) {
    const inputs = filled(event.inputEPCList) || filled(event.inputQuantityList);
    const outputs = filled(event.outputEPCList) || filled(event.outputQuantityList);
    const enough = event.transformationID === undefined ? inputs && outputs : inputs || outputs;
    if (!enough) report('', 'lacks inputs or outputs', 'both; or either one together with transformationID');
  },
};

function checkFamily(event: Fields, report: Report): void {
  if (event.parentID === undefined && (event.type === 'AssociationEvent' || event.action !== 'OBSERVE')) {
    report(
      '/parentID',
      'is missing',
      'the identifier of the containing object; only observing an aggregation may leave it out',
    );
  }
  if (!filled(event.childEPCs) && !filled(event.childQuantityList) && event.action !== 'DELETE') {
    report(
      '',
      'names no children',
      'childEPCs or childQuantityList; only action DELETE may leave both out, meaning all',
    );
  }
}

/** Sensor attributes that may stand in the metadata or in a report but must not disagree, EPCIS 2.0 section 7.3.7. */
const sharedAttributes = ['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'];

function checkSensors(event: Fields, report: Report): void {
  for (const [index, element] of list(event.sensorElementList).entries()) {
    const path = `/sensorElementList/${index}`;
    const metadata = fields(element.sensorMetadata);
    checkTimes(metadata, `${path}/sensorMetadata`, report);
    if (Date.parse(String(metadata.startTime)) > Date.parse(String(metadata.endTime))) {
      report(`${path}/sensorMetadata/endTime`, 'is before startTime', 'an end at or after the start');
    }
    for (const [number, sensorReport] of list(element.sensorReport).entries()) {
      const at = `${path}/sensorReport/${number}`;
      checkTimes(sensorReport, at, report);
      for (const key of sharedAttributes) {
        if (key in metadata && key in sensorReport && metadata[key] !== sensorReport[key]) {
          report(`${at}/${key}`, `contradicts sensorMetadata/${key}`, 'the attribute in one of the two places');
        }
      }
    }
  }
}

/** The format admits moments that no calendar has a number for, such as a leap second: those cannot be ordered. */
function checkTimes(object: Fields, path: string, report: Report): void {
  for (const key of ['eventTime', 'recordTime', 'time', 'startTime', 'endTime']) {
    const value = object[key];
    if (typeof value === 'string' && value.length > 18 && Number.isNaN(Date.parse(value))) {
      report(
        `${path}/${pointerToken(key)}`,
        'is a moment that cannot be ordered',
        'a time between :00 and :59.999 seconds',
      );
    }
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}
