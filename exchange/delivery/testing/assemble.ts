import { type FastifyInstance, fastify } from 'fastify';
import { XiangyuError } from '../../../errors.ts';
import { type Audit, openAudit } from '../../audit/audit.ts';
import type { Notary } from '../../audit/notary.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { openCatalogue } from '../../catalogue/openCatalogue.ts';
import type { Dsp } from '../../dsp/dsp.ts';
import { openDsp } from '../../dsp/openDsp.ts';
import type { Grants } from '../../grants/grants.ts';
import { openTestGrants } from '../../grants/testing.ts';
import type { House, JsonObject } from '../../house.ts';
import type { Identity } from '../../identity/identity.ts';
import { type Constraint, parsePolicy } from '../../policy/policy.ts';
import type { Registry } from '../../registry/registry.ts';
import { type OpenedDelivery, openDelivery } from '../openDelivery.ts';
import type { RowCondition } from '../sources/source.ts';

/** What a provider agrees to at once, by dataset. */
export interface WantedTerms {
  items: string[];
  version: number;
  maxCount: number | null;
  /** A condition on rows. */
  rows: RowCondition | null;
  /** Added to each permission of the agreement. */
  constraints?: Constraint[];
  days: number;
}

/** The matter of every test. */
export const testPurpose = 'MATTER-1';

/** The room's parts over one database, serving other connectors. */
export interface AssembledParts {
  app: FastifyInstance;
  audit: Audit;
  catalogue: Catalogue;
  dsp: Dsp;
  grants: Grants;
  /** Carries the grants' messages to the chain and follows it. */
  settle(): Promise<void>;
  delivery: OpenedDelivery;
  wanted: Map<string, WantedTerms>;
}

export interface AssembleParameters {
  house: House;
  identity: Identity;
  registry: Registry;
  notary: Notary;
  folder: string;
  port: number;
}

/** Opens the real parts, with a chain that executes at once and a provider that agrees to what `wanted` says. */
export async function assembleParts(p: AssembleParameters): Promise<AssembledParts> {
  const { house, identity, registry, notary, folder, port } = p;
  const audit = openAudit({ house, signer: identity, notary });
  const catalogue = openCatalogue({
    house,
    audit,
    identity,
    webhookSecret: '55'.repeat(32),
    sources: {
      openSource: (participant, reference) => delivery.openSource(participant, reference),
      describeSource: (participant, reference) => delivery.describeSource(participant, reference),
    },
  });
  const dsp = openDsp({ house, identity, registry, audit, catalogue });
  const { grants, settle } = openTestGrants({ house, identity, registry, audit });
  const delivery: OpenedDelivery = openDelivery({
    house,
    identity,
    dsp,
    grants,
    audit,
    catalogue,
    citizens: null,
    folder,
  });
  const wanted = new Map<string, WantedTerms>();
  dsp.use({
    async onNegotiation(tx, negotiation, { what }) {
      if (negotiation.role !== 'provider') return null;
      const terms = wanted.get(negotiation.dataset);
      if (what === 'requested') return { do: 'agree', policy: negotiation.offer };
      if (what !== 'verified' || !negotiation.agreement || !terms) return null;
      const { dataset, agreement, agreementId, participant, counterparty } = negotiation;
      const at = house.now().getTime();
      const policy = parsePolicy(agreement);
      const rightOperand = JSON.stringify(terms.rows);
      const rows = terms.rows ? [{ leftOperand: 'xy:rows', operator: 'hasPart', rightOperand }] : [];
      const permission = policy.permission?.map((rule) => ({
        ...rule,
        constraint: [...(rule.constraint ?? []), ...(terms.constraints ?? []), ...rows],
      }));
      await grants.issue(tx, {
        participant,
        agreement: agreementId ?? '',
        consumer: counterparty.slug,
        dataset,
        version: terms.version,
        purpose: testPurpose,
        items: terms.items,
        notBefore: new Date(at - 60_000),
        notAfter: new Date(at + terms.days * 86_400_000),
        maxCount: terms.maxCount,
        policy: { ...policy, permission },
      });
      return { do: 'finalize' };
    },
    checkTerms: async () => [],
  });
  const app = fastify();
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.code(500).send({ detail: String(error) });
    const { status, code, reason: detail } = error;
    return reply.code(status).send({ code, status, detail });
  });
  await app.register(dsp.routes);
  await app.register(delivery.planeRoutes);
  await app.listen({ host: '127.0.0.1', port });
  return { app, audit, catalogue, dsp, grants, settle, delivery, wanted };
}

/** Has the consumer negotiate the offer of a dataset; gives the agreement's id. */
export async function negotiate(
  { dsp }: Pick<AssembledParts, 'dsp'>,
  p: { consumer: string; provider: string; dataset: string },
): Promise<string> {
  const { consumer, provider, dataset } = p;
  const entry = await dsp.requestDataset({ participant: consumer, counterparty: provider, dataset });
  const [offer] = (entry?.hasPolicy ?? []) as JsonObject[];
  if (!offer) throw new Error('The dataset has no offer.');
  const started = await dsp.startNegotiation({
    participant: consumer,
    counterparty: provider,
    offer: { ...offer, target: dataset },
    reuse: false,
  });
  return until(async () => {
    const now = await dsp.readNegotiation(consumer, started.id);
    if (now?.state === 'TERMINATED') throw new Error(now.ending?.reason.join());
    return now?.state === 'FINALIZED' && now.agreementId;
  });
}

/** Polls until something is there. */
export async function until<T>(what: () => Promise<T | null | undefined | false>, timeoutMs = 15_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await what();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`It did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
