import { checkOutgoingUrl } from '../../host/index.ts';
import type { Hex } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { logErrors } from './errors.ts';
import { readWitnessKeys } from './readWitnessKeys.ts';

/** What a member publishes of its witness, so that everybody can check its signatures and the log can ask it. */
export interface WitnessProfile {
  /** Account that signs for the chain, by which it is elected; lower case. */
  address: Hex;
  /** Slug of the member that runs it. */
  member: string;
  name: string;
  vkeys: string[];
  url: string;
  publishedAt: string;
}

export interface PublishWitnessParameters {
  member: string;
  /** Verifier keys (signed-note) under one name, with one of type 0xff among them. */
  vkeys: string[];
  /** Submission prefix (tlog-witness). */
  url: string;
  allowPrivateUrls: boolean;
}

/**
 * Publishes a member's witness, or changes what is published of it. That it vouches is decided elsewhere, by its address.
 * @throws LOG_WITNESS_INVALID, LOG_WITNESS_FOREIGN, HOST_URL_INVALID
 */
export async function publishWitness(
  tx: Tx,
  { member, vkeys, url, allowPrivateUrls }: PublishWitnessParameters,
): Promise<Omit<WitnessProfile, 'publishedAt'>> {
  checkOutgoingUrl(url, allowPrivateUrls);
  const { name, address, texts } = readWitnessKeys(vkeys);
  if (!address)
    throw logErrors.witnessInvalid(
      { problem: 'it has no key of type 0xff, by which it is elected' },
      { zh: { problem: '没有类型 0xff 的公钥，而见证方以此当选' } },
    );
  const [row] = await tx<{ member: string }[]>`
    INSERT INTO ledger.witness_profiles (address, member, name, vkeys, url)
    VALUES (${address}, ${member}, ${name}, ${texts}, ${url})
    ON CONFLICT (address) DO UPDATE
      SET name = EXCLUDED.name, vkeys = EXCLUDED.vkeys, url = EXCLUDED.url, published_at = now()
      WHERE witness_profiles.member = EXCLUDED.member
    RETURNING member`;
  if (!row) throw logErrors.witnessForeign({ address });
  await tx`SELECT pg_notify('ledger_changed', '')`;
  return { address, member, name, vkeys: texts, url };
}

/** What members publish of their witnesses, by name. */
export async function readWitnessProfiles({ sql }: Store): Promise<WitnessProfile[]> {
  const rows = await sql<(Omit<WitnessProfile, 'publishedAt'> & { published_at: Date })[]>`
    SELECT * FROM ledger.witness_profiles ORDER BY name, address LIMIT 500`;
  return rows.map(({ published_at: at, ...profile }) => ({ ...profile, publishedAt: at.toISOString() }));
}
