import { didWebUrl, hostedDid, parseDidDocument, resolveDidKey } from '../../alliance/index.ts';
import { createReader, type ReadRemote, type RemoteParameters } from './remote.ts';
import type { Trust } from './trust.ts';

/** Tokens are cheaper to verify than documents with canonical RDF, so they are asked for first. */
export const acceptStatusList = 'application/vc+jwt, application/vc;q=0.5, application/json;q=0.1';
const acceptDid = 'application/did+json, application/json';

export interface HttpTrustParameters extends RemoteParameters {
  /** The DID of the alliance; by default that of the platform’s address. */
  alliance?: string;
}

/** Where a DID document is: those of the platform's own host at the address that this installation knows it by. */
function documentUrl(did: string, platformUrl: string): string {
  const url = didWebUrl(did);
  const platform = new URL(platformUrl);
  return url.host === platform.host ? new URL(url.pathname, platform).href : url.href;
}

/** Whom to believe for a process that has no tables of the alliance: DID documents and status lists come over HTTP. */
export function httpTrust(parameters: HttpTrustParameters, reader: ReadRemote = createReader(parameters)): Trust {
  const { platformUrl, alliance = hostedDid(platformUrl, null) } = parameters;
  return {
    alliance: async () => alliance,
    async resolve(did) {
      if (did.startsWith('did:key:')) return resolveDidKey(did);
      const text = await reader(documentUrl(did, platformUrl), acceptDid);
      return { document: parseDidDocument(did, JSON.parse(text)), source: 'web', keys: null };
    },
    readStatusList: (url) => reader(url, acceptStatusList),
  };
}
