import { canonicalizeJson } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { JsonObject, Words } from '../house.ts';
import type { AskingContext } from './context.ts';
import type { ApplicationForm } from './model.ts';
import type { ApplicationRow } from './row.ts';

/** One step: what happened, by whom, and what proves it. */
export interface Step {
  step: string;
  words: Words;
  /** Name of the person, for the history only; null when no person did it. */
  actor?: string | null;
  outcome?: 'ok' | 'refused' | 'failed';
  /** Kind of the record; an act by default. */
  kind?: 'application' | 'decision' | 'act';
  detail?: JsonObject;
  documents?: Record<string, string>;
}

/** What an application says, without the person who handed it in: for evidence. */
export function formDocument(form: ApplicationForm): string {
  const { applicant: _, ...rest } = form;
  return canonicalizeJson(rest as unknown as JsonObject);
}

/** Writes a step into the application's history and into the records, in the caller's transaction. */
export async function addStep({ audit, house }: AskingContext, tx: Tx, row: ApplicationRow, step: Step): Promise<void> {
  const { words, actor = null, outcome = 'ok', kind = 'act', detail = {}, documents } = step;
  const { id: record } = await audit.record(tx, {
    participant: row.participant,
    kind,
    outcome,
    counterparty: row.counterparty_did,
    negotiation: row.negotiation ?? undefined,
    agreement: row.agreement ?? undefined,
    application: row.id,
    dataset: row.dataset,
    purpose: row.form.matter,
    detail: { step: step.step, role: row.role, zh: words.zh.slice(0, 2_000), en: words.en.slice(0, 2_000), ...detail },
    ...(documents ? { documents } : {}),
  });
  await tx`
    INSERT INTO exchange.application_steps (participant, application, at, step, actor, words, record)
    VALUES (${row.participant}, ${row.id}, ${house.now()}, ${step.step}, ${actor}, ${tx.json({ ...words })}, ${record})`;
}
