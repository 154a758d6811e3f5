import { checkClocks } from './clockRules.ts';
import { checkIdentifiers } from './identifierRules.ts';
import { type Issue, type IssueWords, issueAt } from './issue.ts';
import { checkNamespaces } from './namespaceRules.ts';
import { checkSensors } from './sensorRules.ts';
import type { Prefixes } from './terms.ts';

/** The fields of an event or a part of it, not yet known to be valid. */
export type Fields = Record<string, unknown>;
/** Notes a broken rule; `field` is a pointer within the event. */
export type Report = (field: string, en: IssueWords, zh: IssueWords) => void;

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
  const report: Report = (field, en, zh) => issues.push(issueAt(`${pointer}${field}`, en, zh));
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
      report(
        '',
        ['names no object', 'epcList, quantityList, or sensorElementList together with readPoint'],
        ['没有写明对象', 'epcList、quantityList，或 sensorElementList 加 readPoint'],
      );
    }
    if (event.ilmd !== undefined && event.action !== 'ADD') {
      report(
        '/ilmd',
        ['describes the making of an object that this event did not make', 'no ilmd, or action ADD'],
        ['描述了对象的产生，而本事件没有产生该对象', '不写 ilmd，或 action 为 ADD'],
      );
    }
  },
  AggregationEvent: checkFamily,
  AssociationEvent: checkFamily,
  TransactionEvent(event, report) {
    if (!present(event.epcList) && !filled(event.quantityList) && event.action !== 'DELETE') {
      report(
        '',
        ['names no object', 'epcList or quantityList; only action DELETE may leave both out'],
        ['没有写明对象', 'epcList 或 quantityList；只有 action 为 DELETE 时可以都不写'],
      );
    }
  },
  TransformationEvent(event, report) {
    const inputs = filled(event.inputEPCList) || filled(event.inputQuantityList);
    const outputs = filled(event.outputEPCList) || filled(event.outputQuantityList);
    const enough = event.transformationID === undefined ? inputs && outputs : inputs || outputs;
    if (!enough)
      report(
        '',
        ['lacks inputs or outputs', 'both; or either one together with transformationID'],
        ['缺少投入或产出', '两者都写；或写其一并附 transformationID'],
      );
  },
};

function checkFamily(event: Fields, report: Report): void {
  if (event.parentID === undefined && (event.type === 'AssociationEvent' || event.action !== 'OBSERVE')) {
    report(
      '/parentID',
      ['is missing', 'the identifier of the containing object; only observing an aggregation may leave it out'],
      ['缺失', '所在容器的编码；只有观察组合关系时可以不写'],
    );
  }
  if (!filled(event.childEPCs) && !filled(event.childQuantityList) && event.action !== 'DELETE') {
    report(
      '',
      ['names no children', 'childEPCs or childQuantityList; only action DELETE may leave both out, meaning all'],
      ['没有写明所含对象', 'childEPCs 或 childQuantityList；只有 action 为 DELETE 时可以都不写，表示全部'],
    );
  }
}
