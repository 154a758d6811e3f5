import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/schema';
import { checkText } from './checkText.ts';
import { EpcisDocument, EpcisQueryDocument } from './documents.ts';
import { ExtensionEvent, eventSchemas } from './events.ts';
import { explain } from './explain.ts';
import { type Issue, maxIssues, show } from './issue.ts';
import { checkRules } from './rules.ts';

const compiled = new Map<TSchema, Validator>();

function matches(schema: TSchema, value: unknown): boolean {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  return validator.Check(value);
}

/** Everything wrong with the envelope of an EPCISDocument or EPCISQueryDocument; its events are not looked into. */
export function validateEnvelope(document: unknown): Issue[] {
  const issues = checkText(document);
  if (issues.length > 0) return issues;
  const type = typeof document === 'object' && document !== null && 'type' in document ? document.type : undefined;
  if (type !== 'EPCISDocument' && type !== 'EPCISQueryDocument') {
    const problem = type === undefined ? 'is missing' : `is ${show(type)}`;
    return [{ pointer: '/type', problem, expected: 'EPCISDocument or EPCISQueryDocument' }];
  }
  const schema = type === 'EPCISDocument' ? EpcisDocument : EpcisQueryDocument;
  return matches(schema, document) ? [] : explain(schema, document, '').slice(0, maxIssues);
}

/** Everything wrong with one event that stands at `pointer`: its schema and the rules between its fields. */
export function validateEvent(event: object & { type?: unknown }, pointer: string): Issue[] {
  const type = String(event.type);
  const schema = (Object.hasOwn(eventSchemas, type) ? eventSchemas[type] : undefined) ?? ExtensionEvent;
  const issues = matches(schema, event) ? [] : explain(schema, event, pointer);
  const known = new Set(issues.map((issue) => issue.pointer));
  const broken = checkRules(event as Record<string, unknown>, pointer).filter((issue) => !known.has(issue.pointer));
  return [...issues, ...broken].slice(0, maxIssues);
}
