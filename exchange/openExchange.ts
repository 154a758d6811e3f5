import type { JsonValue } from '../proof/index.ts';
import type { Answers } from './answers/answers.ts';
import { openAnswers } from './answers/openAnswers.ts';
import type { Applications } from './applications/applications.ts';
import type { Post } from './applications/clocks/post.ts';
import { openApplications } from './applications/openApplications.ts';
import { type Audit, openAudit } from './audit/audit.ts';
import type { Notary } from './audit/notary.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { openCatalogue } from './catalogue/openCatalogue.ts';
import type { PublishedQuestion } from './catalogue/parts.ts';
import type { Citizens } from './citizens/citizens.ts';
import { openCitizens } from './citizens/openCitizens.ts';
import { type OpenedDelivery, openDelivery } from './delivery/openDelivery.ts';
import { describeMatter } from './describeMatter.ts';
import type { Dsp } from './dsp/dsp.ts';
import { openDsp } from './dsp/openDsp.ts';
import type { Duties } from './duties/duties.ts';
import { openDuties } from './duties/openDuties.ts';
import type { GrantChain } from './grants/grantChain.ts';
import type { ChainRelay } from './grants/grants.ts';
import { type OpenGrants, openGrants } from './grants/openGrants.ts';
import { readEvidence } from './grants/readFacts.ts';
import { openTransferWatch } from './grants/watchTransfers.ts';
import type { House } from './house.ts';
import { type OwnIdentity, openIdentity } from './identity/openIdentity.ts';
import type { Trust, Wallet } from './identity/trust.ts';
import { limitTransactions } from './limitTransactions.ts';
import type { Registry } from './registry/registry.ts';

/** What an installation brings: the platform its own parts, a connector on its own machine their counterparts over HTTP. */
export interface OpenExchangeParameters<Entries extends Registry> {
  house: House;
  /** 32 bytes in hexadecimal that seal the connectors' keys at rest. */
  secret: string;
  /** 32 bytes in hexadecimal that the secrets of webhooks are derived from. */
  webhookSecret: string;
  /** Folder of the files that are delivered. */
  folder: string;
  trust: Trust;
  chain: GrantChain;
  relay: ChainRelay;
  /** `record` is that of the audit, for acts that change a connector; it is there when the first one happens. */
  openRegistry(identity: OwnIdentity, record: Audit['record']): Entries & { wallet: Wallet };
  openNotary(identity: OwnIdentity): Notary;
  /** Writes to people of the departments; nobody is written to without it. */
  post?: Post;
}

/** Connectors of departments: the whole of data exchange over one database. */
export interface Exchange<Entries extends Registry = Registry> {
  readonly house: House;
  readonly identity: OwnIdentity;
  readonly registry: Entries;
  readonly notary: Notary;
  readonly audit: Audit;
  readonly catalogue: Catalogue;
  readonly dsp: Dsp;
  readonly grants: OpenGrants;
  readonly applications: Applications;
  readonly delivery: OpenedDelivery;
  readonly answers: Answers;
  readonly duties: Duties;
  readonly citizens: Citizens;
  /** Works in the background until the signal aborts; any number of processes may run it. */
  run(signal: AbortSignal): Promise<void>;
}

/** Opens the parts in their order and hooks them into one another. */
export function openExchange<Entries extends Registry>(parameters: OpenExchangeParameters<Entries>): Exchange<Entries> {
  const { secret, webhookSecret, folder, trust, chain, relay } = parameters;
  const house = { ...parameters.house, store: limitTransactions(parameters.house.store) };
  const { sql } = house.store;
  const identity = openIdentity({ house, secret, trust, wallet: { read: (...own) => registry.wallet.read(...own) } });
  const registry = parameters.openRegistry(identity, (tx, entry) => audit.record(tx, entry));
  const notary = parameters.openNotary(identity);
  const audit = openAudit({
    house,
    signer: identity,
    notary,
    sources: {
      resolve: (did) =>
        trust.resolve(did).then(
          ({ document }) => document as unknown as JsonValue,
          () => null,
        ),
      readGrant: (participant, agreement) => readEvidence(grants.context, { participant, agreement }),
    },
  });
  const catalogue = openCatalogue({
    house,
    audit,
    identity,
    webhookSecret,
    sources: {
      openSource: (...reference) => delivery.openSource(...reference),
      describeSource: (...reference) => delivery.describeSource(...reference),
    },
    async grantedTo(participant, { slug }) {
      if (slug === null) return [];
      const rows = await sql<{ dataset: string }[]>`
        SELECT DISTINCT dataset FROM exchange.grants
        WHERE (${participant}::text IS NULL OR participant = ${participant}) AND role = 'provider' AND consumer_slug = ${slug} AND state = 'active'`;
      return rows.map(({ dataset }) => dataset);
    },
    registry,
    requestCatalog: (...asked) => dsp.requestCatalog(...asked),
    questionsOf: (participant, datasets) => sql<PublishedQuestion[]>`
      SELECT dataset, id, body->>'kind' AS kind, body->'words' AS words FROM exchange.questions
      WHERE participant = ${participant} AND state = 'open' AND dataset = ANY(${[...datasets]}) ORDER BY id`,
  });
  const dsp = openDsp({ house, identity, registry, audit, catalogue });
  const grants = openGrants({ house, identity, registry, audit, chain, relay });
  const applications = openApplications({
    ...{ house, identity, registry, audit, catalogue, dsp, grants },
    post: parameters.post ?? null,
  });
  const citizens = openCitizens({ house, identity, audit, describeMatter: (...use) => describeMatter(sql, ...use) });
  const delivery = openDelivery({ house, identity, dsp, grants, audit, catalogue, citizens, folder });
  const answers = openAnswers({ house, identity, registry, audit, dsp, grants, catalogue, delivery, citizens });
  const duties = openDuties({ house, identity, registry, audit, grants, delivery, answers });
  const watch = openTransferWatch({ house, grants, registry, dsp, delivery, audit });
  const parts = [notary, audit, catalogue, dsp, grants, applications, delivery, answers, duties, citizens, watch];

  return {
    house,
    identity,
    registry,
    notary,
    audit,
    catalogue,
    dsp,
    grants,
    applications,
    delivery,
    answers,
    duties,
    citizens,
    run: async (signal) => void (await Promise.all(parts.map((part) => part.run(signal)))),
  };
}
