import type { Tx } from '../../store/index.ts';
import { allianceErrors } from '../errors.ts';
import { type DidContext, ensureDid, type RotateDidParameters, rotateDid, useOwnDid } from './changeDid.ts';
import type { DidDocument } from './didDocument.ts';
import { hostedDid } from './didWeb.ts';
import { didErrors } from './errors.ts';
import { type DidRow, type DidVersion, readCurrentDid, readDid, readVersions } from './readDids.ts';
import { createResolver, type ResolveDid } from './resolveDid.ts';
import { type SetServicesParameters, setServices } from './setServices.ts';

export interface OpenDidsParameters extends DidContext {
  /** Where the platform is reached: host and port are in the hosted DIDs. */
  baseUrl: string;
  /** Whether documents on private addresses may be read, as for webhooks. */
  allowPrivate: boolean;
}

/** The DID of a member with its history. */
export interface DidHistory {
  did: string;
  member: string | null;
  kind: 'hosted' | 'own';
  versions: DidVersion[];
}

/** Decentralised identifiers of the members and of the alliance (member null). */
export interface Dids {
  /** What the hosted DID of a member is, whether it exists or not. */
  hostedDid(member: string | null): string;
  ensure(member: string | null): Promise<DidRow>;
  /** The DID that a member uses at present; null when it has none yet. */
  current(member: string | null): Promise<DidRow | null>;
  ownerOf(did: string): Promise<DidRow | null>;
  resolve: ResolveDid;
  rotate(parameters: RotateDidParameters): Promise<DidDocument>;
  /** See `setServices`. */
  setServices(tx: Tx, parameters: SetServicesParameters): Promise<boolean>;
  useOwn(parameters: { member: string; did: string } & Pick<RotateDidParameters, 'also'>): Promise<DidRow>;
  readHistory(member: string | null): Promise<DidHistory>;
}

/** Opens the DIDs. */
export function openDids({ store, ledger, baseUrl, allowPrivate }: OpenDidsParameters): Dids {
  const context = { store, ledger };
  const resolve = createResolver({ store, allowPrivate });
  const hosted = (member: string | null) => hostedDid(baseUrl, member);
  return {
    hostedDid: hosted,
    ensure: (member) => ensureDid(context, member, hosted(member)),
    current: (member) => readCurrentDid(store.sql, member),
    ownerOf: (did) => readDid(store.sql, did),
    resolve,
    rotate: (parameters) => rotateDid(context, parameters),
    setServices: (tx, parameters) => setServices(context, tx, parameters),
    async useOwn({ member, did, also }) {
      const { document, source } = await resolve(did);
      if (source === 'hosted') throw didErrors.taken({ did });
      const ours = hosted(member);
      return useOwnDid(context, { member, did, document, hosted: ours, ...(also ? { also } : {}) });
    },
    async readHistory(member) {
      const row = await readCurrentDid(store.sql, member);
      if (row) {
        const { did, kind } = row;
        return { did, member, kind, versions: await readVersions(store.sql, did) };
      }
      const [known] = member === null ? [{}] : await store.sql`select from alliance.member where slug = ${member}`;
      if (!known) throw allianceErrors.memberUnknown({ slug: member ?? '' });
      throw didErrors.unknown({ did: hosted(member) });
    },
  };
}
