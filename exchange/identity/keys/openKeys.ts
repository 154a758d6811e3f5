import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Hex } from 'viem';
import { openSeal } from '../../../alliance/index.ts';
import type { Tx } from '../../../store/index.ts';
import type { House } from '../../house.ts';
import { connectorErrors } from '../errors.ts';
import type { PublicKeys } from '../identity.ts';
import { type KeyKind, keyKinds, makeKey } from './keyKinds.ts';

/** The keys of a connector, opened for use in this process. */
export interface ConnectorKeys extends PublicKeys {
  signing: KeyObject;
  chainKey: Hex;
  /** 32 bytes. */
  pseudonymKey: Buffer;
  /** Whether the connector takes messages: this process runs it, and it is switched on. */
  enabled: boolean;
  /** Every DID that it has or had: messages for a former one are for it too. */
  dids: string[];
}

/** The keys of the connectors of this process. */
export interface Keys {
  /** Those of a department, made when there are none. */
  ensure(slug: string): Promise<ConnectorKeys>;
  /** Null when it has none. */
  find(slug: string): Promise<ConnectorKeys | null>;
  /** @throws CONNECTOR_UNKNOWN */
  read(slug: string): Promise<ConnectorKeys>;
  /** The private JSON Web Key of an encryption key, a retired one too; null for none. */
  readEncryptionKey(slug: string, kid: string): Promise<JsonWebKey | null>;
  /** The private chain key with an address, a retired one too; null for none. */
  readChainKey(slug: string, address: Hex): Promise<Hex | null>;
  /** Addresses of all chain keys, lower case. */
  readChainAddresses(slug: string): Promise<Hex[]>;
  /** Retires the keys of the given kinds and makes others, in the caller's transaction; call `forget` after it. */
  rotate(tx: Tx, slug: string, kinds: readonly KeyKind[]): Promise<void>;
  forget(slug: string): void;
}

interface Row {
  kind: KeyKind;
  public: string;
  sealed: Uint8Array;
  enabled: boolean | null;
  retired: boolean;
}

/** How long opened keys are used before the table is asked again: another process may have rotated them. */
const keepMs = 5_000;

/** Opens the keys in `exchange.keys`, sealed under the secret (32 bytes, hexadecimal). */
export function openKeys({ house, secret }: { house: House; secret: string }): Keys {
  const { store, settings, now } = house;
  const seal = openSeal(secret, 'connector keys');
  const kept = new Map<string, { until: number; keys: ConnectorKeys }>();

  function toKeys(rows: readonly Row[]): ConnectorKeys | null {
    const of = (kind: KeyKind) => rows.find((row) => row.kind === kind && !row.retired);
    const [signing, encryption, chain, pseudonym] = keyKinds.map(of);
    if (!signing || !encryption || !chain || !pseudonym) return null;
    return {
      did: signing.public,
      signing: createPrivateKey({ key: JSON.parse(seal.open(signing.sealed)) as JsonWebKey, format: 'jwk' }),
      encryptionKey: JSON.parse(encryption.public) as JsonWebKey,
      chainAddress: chain.public as Hex,
      chainKey: seal.open(chain.sealed) as Hex,
      pseudonymKey: Buffer.from(seal.open(pseudonym.sealed), 'hex'),
      enabled: signing.enabled === true,
      dids: rows.filter(({ kind }) => kind === 'signing').map((row) => row.public),
    };
  }

  async function insert(tx: Tx, slug: string, kinds: readonly KeyKind[]): Promise<void> {
    for (const kind of kinds) {
      const key = makeKey(kind, settings.suite);
      // Two processes may start at once: the first one's keys stay.
      await tx`
        INSERT INTO exchange.keys (participant, kind, public, sealed, created_at)
        VALUES (${slug}, ${kind}, ${key.public}, ${seal.seal(key.secret)}, ${now()})
        ON CONFLICT (participant, kind) WHERE retired_at IS NULL DO NOTHING`;
    }
  }

  async function find(slug: string): Promise<ConnectorKeys | null> {
    const known = kept.get(slug);
    if (known && known.until > Date.now()) return known.keys;
    const rows = await store.sql<Row[]>`
      SELECT kind, public, sealed, retired_at IS NOT NULL AS retired,
        (SELECT enabled FROM exchange.participants WHERE slug = ${slug}) AS enabled
      FROM exchange.keys WHERE participant = ${slug} AND (retired_at IS NULL OR kind = 'signing')`;
    const keys = toKeys(rows);
    if (keys) kept.set(slug, { until: Date.now() + keepMs, keys });
    return keys;
  }

  return {
    find,
    async ensure(slug) {
      const found = await find(slug);
      if (found) return found;
      await store.transaction((tx) => insert(tx, slug, keyKinds));
      const made = await find(slug);
      if (!made) throw connectorErrors.unknown({ slug });
      return made;
    },
    async read(slug) {
      const found = await find(slug);
      if (!found) throw connectorErrors.unknown({ slug });
      return found;
    },
    async readEncryptionKey(slug, kid) {
      const [row] = await store.sql<Row[]>`
        SELECT sealed FROM exchange.keys
        WHERE participant = ${slug} AND kind = 'encryption' AND public::jsonb ->> 'kid' = ${kid}`;
      return row ? (JSON.parse(seal.open(row.sealed)) as JsonWebKey) : null;
    },
    async readChainKey(slug, address) {
      const [row] = await store.sql<Row[]>`
        SELECT sealed FROM exchange.keys
        WHERE participant = ${slug} AND kind = 'chain' AND lower(public) = ${address.toLowerCase()}`;
      return row ? (seal.open(row.sealed) as Hex) : null;
    },
    async readChainAddresses(slug) {
      const rows = await store.sql<{ address: Hex }[]>`
        SELECT lower(public) AS address FROM exchange.keys WHERE participant = ${slug} AND kind = 'chain'`;
      return rows.map(({ address }) => address);
    },
    async rotate(tx, slug, kinds) {
      await tx`
        UPDATE exchange.keys SET retired_at = ${now()}
        WHERE participant = ${slug} AND kind = ANY(${[...kinds]}) AND retired_at IS NULL`;
      await insert(tx, slug, kinds);
    },
    forget: (slug) => void kept.delete(slug),
  };
}
