import type { Alliance } from '../alliance/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Party, TraceNetwork } from './network.ts';

export interface MakeNetworkParameters {
  alliance: Pick<Alliance, 'credentials' | 'acts' | 'findMembers'>;
  ledger: Pick<Ledger, 'readBundle'>;
  baseUrl: string;
  /** Tells one organisation; see `TraceNetwork`. */
  tell: TraceNetwork['tell'];
}

const keptMs = 3_000;
const perPage = 200;
/** More organisations than this are not told. */
const mostParties = 5_000;

async function readAll({ findMembers }: Pick<Alliance, 'findMembers'>): Promise<Party[]> {
  const parties: Party[] = [];
  let pageToken: string | undefined;
  do {
    const page = await findMembers({ perPage, pageToken });
    for (const { slug, name, kind, kinds } of page.items) parties.push({ slug, name, kinds: [...kinds, kind] });
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined && parties.length < mostParties);
  return parties;
}

/** What certificates and findings need, out of the rooms below; organisations are read at most every few seconds. */
export function makeTraceNetwork({ alliance, ledger, baseUrl, tell }: MakeNetworkParameters): TraceNetwork {
  let known: Promise<Party[]> | null = null;
  let until = 0;
  return {
    credentials: alliance.credentials,
    recordAct: (tx, act) => alliance.acts.recordAct(tx, act),
    readParties() {
      if (known && Date.now() < until) return known;
      until = Date.now() + keptMs;
      const reading = readAll(alliance);
      known = reading;
      // A failure is not remembered.
      reading.catch(() => {
        if (known === reading) known = null;
      });
      return reading;
    },
    tell,
    readBundle: (statement) => ledger.readBundle(statement),
    baseUrl,
  };
}
