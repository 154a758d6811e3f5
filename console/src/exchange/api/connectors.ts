import { type Page, read, type Words } from './common.ts';

/** A department's connector in the registry. */
export interface Connector {
  slug: string;
  name: Words;
  did: string;
  address: string;
  state: 'active' | 'suspended' | 'withdrawn';
  hosted: boolean;
  chainAddress: string;
  registeredAt: string;
  changedAt: string;
  health: {
    checkedAt: string;
    seenAt: string | null;
    answers: boolean;
    problem: string | null;
    problemZh: string | null;
  } | null;
}

/** All connectors of the alliance, up to a thousand. */
export async function listConnectors(signal?: AbortSignal): Promise<Connector[]> {
  const all: Connector[] = [];
  let token: string | null = null;
  for (let page = 0; page < 5; page += 1) {
    const query = new URLSearchParams({ perPage: '200', ...(token ? { pageToken: token } : {}) });
    const got: Page<Connector> = await read(`/connectors?${query}`, signal);
    all.push(...got.items);
    token = got.nextPageToken;
    if (token === null) break;
  }
  return all;
}

/** Who rules on disputes; null as long as nobody is named. */
export async function getAuthority(signal?: AbortSignal): Promise<Connector | null> {
  return (await read<{ authority: Connector | null }>('/authority', signal)).authority;
}

/** The connector of a slug or a DID, also of a former one; null when there is none. */
export async function findConnector(id: string, signal?: AbortSignal): Promise<Connector | null> {
  return (await read<Page<Connector>>(`/connectors?${new URLSearchParams({ id })}`, signal)).items[0] ?? null;
}
