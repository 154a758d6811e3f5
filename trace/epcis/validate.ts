import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/schema';
import { checkText } from './checkText.ts';
import { EpcisDocument, EpcisMasterDataDocument, EpcisQueryDocument } from './documents.ts';
import { ExtensionEvent, eventSchemas } from './events.ts';
import { explain } from './explain.ts';
import { type Issue, issueAt, maxIssues, show } from './issue.ts';
import { checkNamespaces } from './namespaceRules.ts';
import { checkRules, type RuleSetting } from './rules.ts';
import { readPrefixes } from './terms.ts';

const compiled = new Map<TSchema, Validator>();

function matches(schema: TSchema, value: unknown): boolean {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  return validator.Check(value);
}

/** Schema of the envelope of each type of document. */
const envelopes: Readonly<Record<string, TSchema>> = {
  EPCISDocument: EpcisDocument,
  EPCISQueryDocument: EpcisQueryDocument,
  EPCISMasterDataDocument: EpcisMasterDataDocument,
};

/** Everything wrong with the envelope of a document; its events are not looked into. */
export function validateEnvelope(document: unknown): Issue[] {
  const issues = checkText(document);
  if (issues.length > 0) return issues;
  const type = typeof document === 'object' && document !== null && 'type' in document ? document.type : undefined;
  const schema = Object.hasOwn(envelopes, String(type)) ? envelopes[String(type)] : undefined;
  if (!schema) {
    const found = show(type);
    const problem =
      type === undefined ? { en: 'is missing', zh: '缺失' } : { en: `is ${found.en}`, zh: `值为${found.zh}` };
    const names = Object.keys(envelopes);
    return [issueAt('/type', [problem.en, names.join(', ')], [problem.zh, names.join('、')])];
  }
  if (!matches(schema, document)) return explain(schema, document, '').slice(0, maxIssues);
  const { epcisBody: _, ...rest } = document as Record<string, unknown>;
  checkNamespaces(rest, readPrefixes(), (pointer, en, zh) => issues.push(issueAt(pointer, en, zh)));
  return issues.slice(0, maxIssues);
}

/** Everything wrong with one event that stands at `pointer`: its schema and the rules between its fields. */
export function validateEvent(event: object & { type?: unknown }, pointer: string, setting: RuleSetting): Issue[] {
  const type = String(event.type);
  const schema = (Object.hasOwn(eventSchemas, type) ? eventSchemas[type] : undefined) ?? ExtensionEvent;
  const issues = matches(schema, event) ? [] : explain(schema, event, pointer);
  const known = new Set(issues.map((issue) => issue.pointer));
  const broken = checkRules(event as Record<string, unknown>, pointer, setting).filter(
    (issue) => !known.has(issue.pointer),
  );
  return [...issues, ...broken].slice(0, maxIssues);
}
