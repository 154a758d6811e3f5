import {
  canonicalizeJson,
  digestJson,
  digestText,
  type ExchangeBundle,
  type ExchangeView,
  encodeHex,
  exchangeTypes,
  type JsonValue,
  type LogCheckpoint,
  parseTlogProof,
} from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { JsonObject } from '../house.ts';
import type { RecordSigner } from './auditEntry.ts';
import { type ChooseParameters, type ChosenRecord, chooseRecords } from './chooseRecords.ts';
import { auditErrors } from './errors.ts';
import type { Notary } from './notary.ts';

/** What of other parts goes into a bundle. */
export interface BundleSources {
  /** The DID document of an issuer of credentials, as JSON; null when it does not answer. */
  resolve(did: string): Promise<JsonValue | null>;
  /** The facts of an agreement's grant; null without one. */
  readGrant(participant: string, agreement: string): Promise<JsonObject | null>;
}

export interface MakeBundleParameters extends ChooseParameters {
  store: Store;
  signer: RecordSigner;
  notary: Pick<Notary, 'bundleOf'>;
  sources: BundleSources;
  now: Date;
}

/** Proofs are fetched this many at a time. */
const atOnce = 8;
/** With more records of other exchanges in between than this, they are left out as a gap. */
const mostLinks = 5_000;

type Shown = ExchangeView['records'][number];

/** Proofs of the records, and the checkpoints that they are under, each once. @throws AUDIT_NOT_YET_ANCHORED */
async function prove(
  records: readonly ChosenRecord[],
  notary: Pick<Notary, 'bundleOf'>,
): Promise<{ shown: Shown[]; checkpoints: Record<string, LogCheckpoint> }> {
  const checkpoints: Record<string, LogCheckpoint> = {};
  const shown: Shown[] = [];
  for (let at = 0; at < records.length; at += atOnce) {
    const some = records.slice(at, at + atOnce);
    const bundles = await Promise.all(some.map(({ id }) => notary.bundleOf(id)));
    for (const [place, { jws, digest }] of some.entries()) {
      const proof = bundles[place];
      if (!proof || jws === null || proof.statement.digest !== digest) {
        throw auditErrors.notYetAnchored({ count: records.length });
      }
      const { index, hashes, checkpointText } = parseTlogProof(proof.tlogProof);
      const checkpoint = { note: checkpointText, anchor: proof.anchor };
      const name = digestJson({ ...checkpoint } as unknown as JsonObject);
      checkpoints[name] = checkpoint;
      shown.push({ jws, proof: { checkpoint: name, index, hashes: hashes.map(encodeHex) } });
    }
  }
  return { shown, checkpoints };
}

const payloadOf = (jws: string) =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as JsonObject;

/** The other records of the participant between the first and the last, by digest; none when there are too many. */
async function readLinks(
  store: Store,
  participant: string,
  records: readonly ChosenRecord[],
): Promise<ExchangeView['links']> {
  const [first, last] = [records[0]?.sequence ?? 0, records.at(-1)?.sequence ?? 0];
  if (last - first - records.length > mostLinks) return [];
  const rows = await store.sql<{ sequence: string; jws: string }[]>`
    SELECT sequence, jws FROM exchange.records
    WHERE participant = ${participant} AND sequence BETWEEN ${first} AND ${last}
      AND id <> ALL (${records.map(({ id }) => id)}::uuid[])
    ORDER BY sequence`;
  return rows.map(({ sequence, jws }) => {
    const { sequence: _, previous: __, signer, ...content } = payloadOf(jws);
    return { sequence: Number(sequence), content: digestJson(content), signer: String(signer) };
  });
}

/** DIDs that issued the credentials shown in the tokens, as far as their keys are not in the DID itself. */
function findIssuers(records: readonly ChosenRecord[]): string[] {
  const credentials = new Set(
    records.flatMap(({ documents }) => {
      if (documents.token === undefined) return [];
      const { vp } = payloadOf(documents.token) as { vp?: { verifiableCredential?: JsonValue } };
      const shown = vp?.verifiableCredential;
      return Array.isArray(shown) ? shown.filter((one) => typeof one === 'string') : [];
    }),
  );
  const issuers = [...credentials].flatMap((credential) => {
    try {
      const { kid } = JSON.parse(Buffer.from(credential.split('.')[0] ?? '', 'base64url').toString('utf8')) as {
        kid?: string;
      };
      return typeof kid === 'string' && !kid.startsWith('did:key:') ? [kid.split('#')[0] ?? ''] : [];
    } catch {
      return []; // not in the form of a JWS
    }
  });
  return [...new Set(issuers)].sort();
}

/**
 * The evidence bundle of one exchange from the participant's view, signed by its connector.
 * @throws AUDIT_AGREEMENT_UNKNOWN, AUDIT_BUNDLE_TOO_LARGE; AUDIT_NOT_YET_ANCHORED (409, retryable)
 */
export async function makeBundle(parameters: MakeBundleParameters): Promise<ExchangeBundle> {
  const { store, signer, notary, sources, participant, agreement, now } = parameters;
  const records = await chooseRecords(store, parameters);
  const { shown, checkpoints } = await prove(records, notary);
  const links = await readLinks(store, participant, records);
  const documents: Record<string, string> = {};
  const keep = (text: string) => {
    const digest = digestText(text);
    documents[digest] = text;
    return digest;
  };
  for (const record of records) for (const text of Object.values(record.documents)) keep(text);
  const dids: Record<string, string> = {};
  for (const issuer of findIssuers(records)) {
    const document = await sources.resolve(issuer);
    if (document !== null) dids[issuer] = keep(canonicalizeJson(document));
  }
  const grant = await sources.readGrant(participant, agreement);
  const manifest: JsonObject = {
    v: 1,
    agreement,
    participant,
    time: now.toISOString(),
    records: records.map(({ digest }) => digest ?? ''),
    proofs: digestJson(shown.map(({ proof }) => ({ ...proof }))),
    links: digestJson(links),
    dids,
    grant: grant ? keep(canonicalizeJson(grant)) : null,
  };
  // Its members in the canonical order, as the signed bytes have to be.
  const ordered = JSON.parse(canonicalizeJson(manifest)) as JsonObject;
  const signed = await signer.sign(participant, exchangeTypes.manifest, ordered);
  return {
    format: 'xiangyu-exchange-bundle/1',
    agreement,
    views: [{ participant, manifest: signed, records: shown, links }],
    documents,
    checkpoints,
  };
}

/** Whether the key that signed the manifest is the one of the view's last record. */
export function isSignedByLast({ views }: ExchangeBundle): boolean {
  return views.every(({ manifest, records }) => {
    const { kid } = JSON.parse(Buffer.from(manifest.split('.')[0] ?? '', 'base64url').toString('utf8')) as {
      kid: string;
    };
    const last = records.at(-1);
    return last !== undefined && kid.split('#')[0] === payloadOf(last.jws).signer;
  });
}
