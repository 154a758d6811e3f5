import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { inject, vi } from 'vitest';
import { XiangyuError } from '../../errors.ts';
import { findFreePort } from '../../host/index.ts';
import { openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import type { Dataset } from '../catalogue/dataset.ts';
import { openCatalogue } from '../catalogue/openCatalogue.ts';
import { publishTestDataset } from '../catalogue/testing.ts';
import { openCitizens } from '../citizens/openCitizens.ts';
import { openDelivery } from '../delivery/openDelivery.ts';
import { openDsp } from '../dsp/openDsp.ts';
import { openDuties } from '../duties/openDuties.ts';
import { receiptPlaneRoutes } from '../duties/routes.ts';
import type { Grant } from '../grants/grants.ts';
import { openTestGrants } from '../grants/testing.ts';
import type { House, JsonObject } from '../house.ts';
import { openTestIdentity } from '../identity/testing.ts';
import type { Policy } from '../policy/policy.ts';
import { openTestHouse } from '../testing.ts';
import { openAnswers } from './openAnswers.ts';
import { answerPlaneRoutes } from './planeRoutes.ts';

/** Departments of the tests: one has the data, the others ask. */
export const provider = 'civil';
export const consumer = 'agri';
export const other = 'police';

/** What went over the wire of the data plane. */
export interface WireEntry {
  path: string;
  status: number;
  body: string;
  answer: string;
}

const quick = { backoffMs: 20, longestBackoffMs: 200, answerMs: 5_000, leaseMs: 5_500, pollMs: 50 };

/** All the parts that answers, duties and the citizen's view stand on, real ones, in one process and over HTTP. */
export async function openTestAnswers() {
  const participants = [provider, consumer, other];
  const test = await openTestHouse(participants, { allowPrivateUrls: true });
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-answers-'));
  const port = await findFreePort();
  const house: House = { ...test.house, addressOf: (slug) => `http://127.0.0.1:${port}/dsp/${slug}` };
  const { identity, registry, world } = await openTestIdentity({ house, participants });
  const audit = openAudit({ house, signer: identity, notary: ledgerNotary(test.ledger) });
  const { grants, settle, model } = openTestGrants({ house, identity, registry, audit });
  const catalogue = openCatalogue({
    house,
    audit,
    identity,
    sources: {
      openSource: (...of) => delivery.openSource(...of),
      describeSource: (...of) => delivery.describeSource(...of),
    },
    webhookSecret: '33'.repeat(32),
  });
  const dsp = openDsp({ house, identity, registry, audit, catalogue, timings: quick });
  dsp.use({
    onNegotiation: async (_tx, { role }, { what }) =>
      role === 'provider' && what === 'requested'
        ? { do: 'agree' }
        : role === 'provider' && what === 'verified'
          ? { do: 'finalize' }
          : null,
  });
  const legalBasis = { zh: '《社会救助暂行办法》第十三条', en: 'Interim Measures for Social Assistance, article 13' };
  const describeMatter = async () => ({
    matter: { zh: '生态农场补贴', en: 'Subsidy for ecological farms' },
    legalBasis,
  });
  const citizens = openCitizens({ house, identity, audit, describeMatter });
  const delivery = openDelivery({ house, identity, dsp, grants, audit, catalogue, citizens, folder });
  const answers = openAnswers({ house, identity, registry, audit, dsp, grants, catalogue, delivery, citizens });
  const duties = openDuties({ house, identity, registry, audit, grants, delivery, answers });

  const wire: WireEntry[] = [];
  const app = fastify({ routerOptions: { maxParamLength: 2_000 } });
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.code(500).send({ detail: String(error) });
    const { code, status, reason: detail, nextStep } = error;
    return reply.code(status).send({ code, status, detail, nextStep });
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const body = typeof request.body === 'string' ? request.body : '';
    wire.push({
      path: request.url,
      status: reply.statusCode,
      body,
      answer: typeof payload === 'string' ? payload : '',
    });
  });
  await app.register(dsp.routes);
  await app.register(delivery.planeRoutes);
  await app.register(answerPlaneRoutes(answers));
  await app.register(receiptPlaneRoutes(duties));
  await app.listen({ host: '127.0.0.1', port });
  const stop = new AbortController();
  const running = [dsp.run(stop.signal)];

  /** A table of the provider in a real database, and the dataset over it. */
  async function publish(table: string, changes: Record<string, unknown>): Promise<Dataset> {
    const server = new URL(inject('postgresUrl'));
    const [at] = await test.store.sql<{ database: string }[]>`SELECT current_database() AS database`;
    const settings = {
      host: server.hostname,
      port: Number(server.port),
      database: at?.database ?? '',
      user: server.username,
      tls: 'off',
    };
    const { password } = server;
    const id = randomUUID();
    const { encryptionKey } = await identity.ensure(provider);
    const secret = await identity.seal(encryptionKey, Buffer.from(JSON.stringify({ password })));
    await test.store.sql`
      INSERT INTO exchange.sources (id, participant, name, kind, settings, secret, created_at, changed_at)
      VALUES (${id}, ${provider}, ${table}, 'postgres', ${JSON.stringify(settings)}::text::jsonb, ${secret},
        ${house.now()}, ${house.now()})`;
    return publishTestDataset(catalogue, provider, { source: { source: id, table }, ...changes });
  }

  /** An agreement by negotiation, with its active grant on both sides. */
  async function agree(
    by: string,
    dataset: Dataset,
    terms: { items: string[]; policy?: Partial<Policy>; maxCount?: number },
  ): Promise<Grant> {
    const described = await dsp.requestDataset({ participant: by, counterparty: provider, dataset: dataset.id });
    const [offer] = (described as JsonObject).hasPolicy as JsonObject[];
    const begun = await dsp.startNegotiation({
      participant: by,
      counterparty: provider,
      offer: { ...offer, target: dataset.id },
      reuse: false,
    });
    const done = await vi.waitFor(
      async () => {
        const now = await dsp.readNegotiation(by, begun.id);
        if (now?.state !== 'FINALIZED' || now.inner !== 'done') throw new Error(`it is ${now?.state}`);
        return now;
      },
      { timeout: 30_000, interval: 20 },
    );
    const agreement = String(done.agreementId);
    const policy: Policy = {
      '@id': agreement,
      '@type': 'Agreement',
      permission: [
        {
          action: 'use',
          constraint: [
            { leftOperand: 'purpose', operator: 'eq', rightOperand: 'SUBSIDY' },
            { leftOperand: 'xy:caseNumber', operator: 'neq', rightOperand: '' },
          ],
        },
      ],
      obligation: [{ action: 'delete' }],
      ...terms.policy,
    };
    const grant = await test.store.transaction((tx) =>
      grants.issue(tx, {
        participant: provider,
        agreement,
        consumer: by,
        dataset: dataset.id,
        version: dataset.version,
        purpose: 'SUBSIDY',
        items: terms.items,
        notBefore: new Date(house.now().getTime() - 60_000),
        notAfter: new Date(house.now().getTime() + 60 * 86_400_000),
        maxCount: terms.maxCount ?? null,
        policy,
      }),
    );
    await test.store.transaction(async (tx) => {
      const disclosure = await grants.disclose(tx, grant);
      return grants.adopt(tx, { participant: by, agreement, provider, policy, disclosure });
    });
    await settle();
    return grant;
  }

  /** A started transfer, as its consumer knows it. */
  async function start(by: string, { agreement }: Grant, format: 'xy:answer' | 'xy:match'): Promise<string> {
    const { id } = await dsp.startTransfer({ participant: by, agreementId: agreement, format });
    await vi.waitFor(
      async () => {
        const state = (await dsp.readTransfer(by, id))?.state;
        if (state !== 'STARTED') throw new Error(`it is ${state}`);
      },
      { timeout: 30_000, interval: 20 },
    );
    return id;
  }

  return {
    ...test,
    house,
    identity,
    registry,
    world,
    audit,
    grants,
    settle,
    model,
    dsp,
    delivery,
    answers,
    citizens,
    duties,
    catalogue,
    wire,
    publish,
    agree,
    start,
    async close() {
      stop.abort();
      await Promise.all(running);
      await app.close();
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
