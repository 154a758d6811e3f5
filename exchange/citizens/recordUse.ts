import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import { type IdentifierKind, normaliseIdentifier } from '../answers/identifiers.ts';
import type { PersonUse } from './citizens.ts';
import type { CitizensParts } from './parts.ts';

/** Rows of one statement. */
const batchSize = 5_000;

/**
 * What stands for a person in the records of a department. An identifier that is not written as its kind demands stands for
 * itself, so that a use of it is recorded all the same.
 */
export async function pseudonymOf(
  { identity }: Pick<CitizensParts, 'identity'>,
  participant: string,
  kind: IdentifierKind,
  identifier: string,
): Promise<string> {
  return identity.pseudonym(participant, `person:${normaliseIdentifier(kind, identifier) ?? identifier}`);
}

/** The pseudonyms of persons, each once. */
export async function pseudonymsOf(
  parts: Pick<CitizensParts, 'identity'>,
  p: { participant: string; kind: IdentifierKind; identifiers: readonly string[] },
): Promise<string[]> {
  const pseudonyms = new Set<string>();
  for (const identifier of p.identifiers) pseudonyms.add(await pseudonymOf(parts, p.participant, p.kind, identifier));
  return [...pseudonyms];
}

/**
 * Records one use for all the persons whose data it used, in the transaction that serves it, so that none is without its record.
 * Identifiers themselves are not stored.
 */
export async function recordPseudonyms(tx: Tx, use: PersonUse, pseudonyms: readonly string[]): Promise<void> {
  if (pseudonyms.length === 0) return;
  const id = randomUUID();
  const json = (value: unknown) => JSON.stringify(value);
  await tx`
    INSERT INTO exchange.citizen_uses (id, participant, consumer, consumer_name, dataset, dataset_title, kind, items,
      question, grant_id, agreement, transfer, purpose, case_number, at)
    VALUES (${id}, ${use.participant}, ${use.consumer.did}, ${json(use.consumer.name)}::text::jsonb, ${use.dataset},
      ${json(use.datasetTitle)}::text::jsonb, ${use.kind}, ${json(use.items)}::text::jsonb,
      ${use.question === null ? null : json(use.question)}::text::jsonb, ${use.grant}, ${use.agreement}, ${use.transfer},
      ${use.purpose}, ${use.caseNumber}, ${use.at})`;
  for (let at = 0; at < pseudonyms.length; at += batchSize) {
    const batch = pseudonyms.slice(at, at + batchSize);
    await tx`
      INSERT INTO exchange.citizen_use_subjects (participant, pseudonym, at, use_id)
      SELECT ${use.participant}, decode(pseudonym, 'hex'), ${use.at}, ${id}
      FROM unnest(${batch}::text[]) AS pseudonym`;
  }
}
