import type { JsonObject, Words } from '../../house.ts';
import type { AskingContext } from '../context.ts';
import type { ApprovalMode, Decision, RefusalGround, Terms } from '../model.ts';
import type { ApplicationRow } from '../row.ts';

export interface SignDecisionParameters {
  outcome: Decision['outcome'];
  mode: ApprovalMode;
  ground?: RefusalGround | null;
  words: Words;
  terms?: Terms | null;
  /** Name of the person who decided; stays here. */
  by?: string | null;
}

/** Makes a decision and signs it with the connector's key: what was decided about what, why, by which rule; no person's name. */
export async function signDecision(
  { identity, house }: AskingContext,
  row: ApplicationRow,
  { outcome, mode, ground = null, words, terms = null, by = null }: SignDecisionParameters,
): Promise<Decision> {
  const at = house.now().toISOString();
  const payload: JsonObject = {
    application: row.id,
    consumer: row.counterparty_did,
    dataset: row.dataset,
    version: row.dataset_version,
    matter: row.form.matter,
    outcome,
    mode,
    ground,
    words: { ...words },
    terms: terms as unknown as JsonObject | null,
    byPerson: by !== null,
    at,
  };
  const signed = await identity.sign(row.participant, 'xy-decision', payload);
  return { mode, outcome, ground, words, by, at, signed };
}
