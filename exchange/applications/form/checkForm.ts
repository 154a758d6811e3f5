import { Compile } from 'typebox/compile';
import { applicationErrors } from '../errors.ts';
import type { ApplicationForm, Terms } from '../model.ts';
import { readRows } from './checkRows.ts';
import { applicantSchema, formSchema, termsSchema, type WireApplication, wireSchema } from './formSchema.ts';

interface Validator<Value> {
  Check(value: unknown): value is Value;
  Errors(value: unknown): { instancePath: string; message: string }[];
}
const validators = {
  form: Compile(formSchema) as Validator<Omit<ApplicationForm, 'matterName'>>,
  wire: Compile(wireSchema) as Validator<WireApplication>,
  applicant: Compile(applicantSchema) as Validator<ApplicationForm['applicant']>,
  terms: Compile(termsSchema) as Validator<Terms>,
};

function check<Value>(validator: Validator<Value>, value: unknown, root: string): Value {
  if (validator.Check(value)) return value;
  const [first] = validator.Errors(value);
  const path = `${root}${(first?.instancePath ?? '').replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}`;
  throw applicationErrors.invalid({ path, problem: first?.message ?? 'it is wrong' });
}

function checkPeriod(period: Pick<Terms, 'from' | 'to'>, now: Date, root: string): void {
  const wrong = (path: string, problem: string) => applicationErrors.invalid({ path: `${root}.${path}`, problem });
  for (const name of ['from', 'to'] as const)
    if (Number.isNaN(Date.parse(period[name]))) throw wrong(name, 'this is no time');
  if (Date.parse(period.from) >= Date.parse(period.to)) throw wrong('to', 'the period ends before it begins');
  if (Date.parse(period.to) <= now.getTime()) throw wrong('to', 'the period is over already');
}

/** What a person filled in. @throws APPLICATION_INVALID with the exact path */
export function checkForm(value: unknown, now: Date): Omit<ApplicationForm, 'matterName'> {
  const form = check(validators.form, value, '$.form');
  if (form.rows) readRows(form.rows, '$.form.rows');
  checkPeriod(form, now, '$.form');
  return form;
}

/** `xy:application` as it came; terms of other vocabularies in it are let through. @throws APPLICATION_INVALID */
export function checkWire(value: unknown, now: Date): WireApplication {
  const root = '$.xy:application';
  const wire = check(validators.wire, value, root);
  if (wire.rows) readRows(wire.rows, `${root}.rows`);
  checkPeriod(wire, now, root);
  return wire;
}

/** The applicant that came sealed. @throws APPLICATION_INVALID */
export function checkApplicant(bytes: Uint8Array): ApplicationForm['applicant'] {
  const path = '$.xy:application.applicant';
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw applicationErrors.invalid({ path, problem: 'what is sealed in it is no JSON' });
  }
  return check(validators.applicant, value, path);
}

/** What is to be given. @throws APPLICATION_INVALID */
export function checkTerms(value: unknown, root: string): Terms {
  const terms = check(validators.terms, value, root);
  const { from, to, rows } = terms;
  if (rows) readRows(rows, `${root}.rows`);
  if (!(Date.parse(from) < Date.parse(to)))
    throw applicationErrors.invalid({ path: `${root}.to`, problem: 'the period ends before it begins' });
  return terms;
}
