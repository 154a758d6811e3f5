import { checkClocks } from './clockRules.ts';
import { checkIdentifiers } from './identifierRules.ts';
import type { Issue } from './issue.ts';
import { checkNamespaces } from './namespaceRules.ts';
import { checkSensors } from './sensorRules.ts';
import type { Prefixes } from './terms.ts';

/** The fields of an event or a part of it, not yet known to be valid. */
export type Fields = Record<string, unknown>;
/** Notes a broken rule; `field` is a pointer within the event. */
export type Report = (field: string, problem: string, expected: string) => void;

/** What the rules measure an event by, besides the event itself. */
export interface RuleSetting {
  /** Milliseconds since 1970. */
  now: number;
  /** How far the clocks of devices and systems may differ. */
  clockToleranceMs: number;
  /** The prefixes of the document around the event. */
  prefixes: Prefixes;
}

/**
 * Conditions between the fields of one event. It runs on events that may break the schema too, so that one answer
 * names everything; hence it trusts no shape.
 */
export function checkRules(event: Fields, pointer: string, setting: RuleSetting): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (field, problem, expected) =>
    issues.push({ pointer: `${pointer}${field}`, problem, expected });
  contentRules[String(event.type)]?.(event, report);
  checkClocks(event, setting, report);
  checkSensors(event, setting, report);
  checkIdentifiers(event, report);
  checkNamespaces(event, setting.prefixes, report);
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
