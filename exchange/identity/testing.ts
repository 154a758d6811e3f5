import { randomUUID } from 'node:crypto';
import {
  createOfflineContext,
  createOwnDid,
  makeCredential,
  type OwnDid,
  ownDidDocument,
  ownSigner,
  packStatusList,
  secureCredential,
} from '../../alliance/index.ts';
import type { House } from '../house.ts';
import type { ConnectorEntry, Registry } from '../registry/registry.ts';
import { type OwnIdentity, openIdentity } from './openIdentity.ts';
import type { Trust, Wallet } from './trust.ts';

/** An alliance of connectors without a platform: real credentials, signed by DIDs that are made for the test. */
export interface TestWorld {
  trust: Trust;
  wallet: Wallet;
  registry: Registry;
  /** Suspends a member, or reinstates it; its membership says so in the status list. */
  suspend(slug: string, suspended?: boolean): Promise<void>;
  nameAuthority(slug: string): void;
  /** Has a connector show credentials that were rightly signed and say something else. */
  misissue(
    slug: string,
    changes: { connectorType?: string; connectorOf?: string; membershipType?: string },
  ): Promise<void>;
  /** Gives a connector its credentials and an entry; `openTestIdentity` does it for its participants. */
  enrol(house: House, identity: Pick<OwnIdentity, 'ensure'>, slug: string): Promise<void>;
}

const issue = async (own: OwnDid, type: string, subject: string, claims: Record<string, string>, status?: object) =>
  secureCredential({
    credential: makeCredential({
      id: `urn:uuid:${randomUUID()}`,
      type,
      issuer: own.did,
      subject,
      claims,
      validFrom: new Date(Date.now() - 60_000),
      ...(status ? { status: status as never } : {}),
    }),
    format: 'vc+jwt',
    signer: ownSigner(own),
    now: new Date(),
  });

/** Makes an alliance that any number of houses may share, as if each were a process of its own. */
export async function createTestWorld(): Promise<TestWorld> {
  const alliance = createOwnDid('did:web:alliance.example');
  const listUrl = 'https://alliance.example/credentials/status/1';
  const documents = new Map<string, object>([[alliance.did, ownDidDocument(alliance)]]);
  const places = new Map<string, number>();
  const suspended = new Set<string>();
  const issuers = new Map<
    string,
    (changes: Parameters<TestWorld['misissue']>[1]) => Promise<{ connector: string; membership: string }>
  >();
  const shown = new Map<string, { connector: string; membership: string }>();
  const entries = new Map<string, () => Promise<ConnectorEntry>>();
  let authority: string | null = null;
  let list = '';

  const misissue: TestWorld['misissue'] = async (slug, changes) => {
    const credentials = await issuers.get(slug)?.(changes);
    if (credentials) shown.set(slug, credentials);
  };

  async function publish(): Promise<void> {
    const bits = [...suspended].map((slug) => places.get(slug) ?? 0);
    const bare = (await packStatusList(listUrl, 'suspension', bits)) as Parameters<
      typeof secureCredential
    >[0]['credential'];
    const now = new Date();
    list = await secureCredential({
      credential: { ...bare, issuer: alliance.did, validFrom: now.toISOString() },
      format: 'vc+jwt',
      signer: ownSigner(alliance),
      now,
    });
  }
  await publish();

  const read = async (slug: string | null) => (slug === null ? null : ((await entries.get(slug)?.()) ?? null));
  return {
    trust: {
      alliance: async () => alliance.did,
      resolve: (did) => createOfflineContext({ documents: [...documents.values()] }).resolve(did),
      readStatusList: async (url) => (url === listUrl ? list : null),
    },
    wallet: {
      async read(slug) {
        const found = shown.get(slug);
        if (!found) throw new Error(`${slug} is not enrolled`);
        return found;
      },
    },
    registry: {
      async find(slugOrDid) {
        const all = await Promise.all([...entries.values()].map((entry) => entry()));
        return all.find(({ slug, did }) => slug === slugOrDid || did === slugOrDid) ?? null;
      },
      async list() {
        return { items: await Promise.all([...entries.values()].map((entry) => entry())), nextPageToken: null };
      },
      authority: () => read(authority),
    },
    async suspend(slug, now = true) {
      if (now) suspended.add(slug);
      else suspended.delete(slug);
      await publish();
    },
    nameAuthority(slug) {
      authority = slug;
    },
    misissue,
    async enrol(house, identity, slug) {
      const { did } = await identity.ensure(slug);
      const member = createOwnDid(`did:web:${slug}.example`);
      documents.set(member.did, ownDidDocument(member));
      places.set(slug, places.size);
      const status = {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'suspension',
        statusListIndex: String(places.get(slug)),
        statusListCredential: listUrl,
      };
      const memberClaims = { memberOf: alliance.did, memberSlug: slug };
      issuers.set(
        slug,
        async ({
          connectorType = 'ConnectorCredential',
          connectorOf = slug,
          membershipType = 'ProvisionalMembershipCredential',
        }) => ({
          connector: await issue(member, connectorType, did, { connectorOf, address: house.addressOf(slug) }),
          membership: await issue(alliance, membershipType, member.did, memberClaims, status),
        }),
      );
      await misissue(slug, {});
      const registeredAt = house.now().toISOString();
      entries.set(slug, async () => ({
        slug,
        name: { zh: slug, en: slug },
        ...(await identity.ensure(slug)),
        address: house.addressOf(slug),
        state: suspended.has(slug) ? 'suspended' : 'active',
        registeredAt,
      }));
    },
  };
}

/** The identity of a test house with real keys and credentials, for other parts’ tests. Houses that share a world know each other. */
export async function openTestIdentity({
  house,
  participants,
  world,
}: {
  house: House;
  participants: readonly string[];
  world?: TestWorld;
}): Promise<{ identity: OwnIdentity; registry: Registry; world: TestWorld }> {
  const shared = world ?? (await createTestWorld());
  const { trust, wallet, registry } = shared;
  const identity = openIdentity({ house, secret: '22'.repeat(32), trust, wallet });
  for (const slug of participants) await shared.enrol(house, identity, slug);
  return { identity, registry, world: shared };
}
