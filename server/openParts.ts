import { join } from 'node:path';
import { type Alliance, allianceMigrations, openAlliance, readSmtpPassword } from '../alliance/index.ts';
import {
  type Cooperation,
  cooperationMigrations,
  makeHouse,
  openCooperation,
  tellOrganisation,
} from '../cooperation/index.ts';
import { type Developer, developerMigrations, openDeveloper } from '../developer/index.ts';
import { createEvidence, type Evidence, evidenceMigrations } from '../evidence/index.ts';
import { exchangeMigrations, type HostedExchange, openHosted } from '../exchange/index.ts';
import type { Chain } from '../explorer/index.ts';
import { type Context, readOrCreateSecret } from '../host/index.ts';
import { type Ledger, ledgerMigrations, openLedger, openMasterKey } from '../ledger/index.ts';
import { connectStore, migrate, type Store } from '../store/index.ts';
import { createTrace, makeTraceNetwork, type Trace, traceMigrations } from '../trace/index.ts';
import type { ServeOptions } from './serveOptions.ts';

/** The rooms that keep data, opened over one database. */
export interface OpenParts {
  store: Store;
  ledger: Ledger;
  alliance: Alliance;
  trace: Trace;
  evidence: Evidence;
  developer: Developer;
  cooperation: Cooperation;
  exchange: HostedExchange;
}

export interface OpenPartsParameters {
  options: ServeOptions;
  context: Context;
  chain: Chain;
  /** Where browsers reach the platform. */
  baseUrl: string;
}

function databasePlace(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 5432}`;
}

async function openRooms(store: Store, parameters: OpenPartsParameters): Promise<OpenParts> {
  const { options, context, chain, baseUrl } = parameters;
  const { logger } = context;
  const applied = await migrate(store, [
    ...ledgerMigrations,
    ...allianceMigrations,
    ...traceMigrations,
    ...evidenceMigrations,
    ...developerMigrations,
    ...cooperationMigrations,
    ...exchangeMigrations,
  ]);
  if (applied.length > 0) logger.info({ applied }, 'the database was brought up to date');
  const [masterKey, secret, webhookSecret, connectorSecret, genesis] = await Promise.all([
    openMasterKey({
      store,
      source: options.masterKey ?? { kind: 'file', file: join(options.secretsDir, 'master.key') },
    }),
    readOrCreateSecret(join(options.secretsDir, 'auth.secret')),
    readOrCreateSecret(join(options.secretsDir, 'webhook.secret')),
    readOrCreateSecret(join(options.secretsDir, 'connector.secret')),
    options.genesisKeyFile === undefined ? null : readOrCreateSecret(options.genesisKeyFile),
  ]);
  const ledger = await openLedger({
    store,
    context,
    chain: {
      espaceUrls: [...chain.espaceUrls],
      evmChainId: chain.evmChainId,
      ...(chain.coreUrl === undefined ? {} : { coreUrl: chain.coreUrl }),
    },
    masterKey,
    origin: options.origin,
    ...(genesis === null ? {} : { genesisKey: `0x${genesis}` }),
    allowPrivateUrls: options.allowPrivateUrls ?? false,
    ...(options.anchorIntervalMs === undefined ? {} : { anchorIntervalMs: options.anchorIntervalMs }),
  });
  const alliance = await openAlliance({
    store,
    ledger,
    context,
    secret,
    baseUrl,
    smtp: options.smtp ? await readSmtpPassword(options.smtp) : null,
    allowPrivateUrls: options.allowPrivateUrls ?? false,
    network: {
      evmChainId: chain.evmChainId,
      coreUrl: chain.coreUrl,
      ownNode:
        options.ownNode && genesis !== null
          ? { ...options.ownNode, genesisCoreKeys: [], genesisEspaceKeys: [`0x${genesis}`] }
          : null,
    },
  });
  const trace = createTrace({
    store,
    ledger,
    context,
    readMembers: alliance.readMembers,
    rights: alliance.rights,
    acts: alliance.acts,
    ...(options.clockToleranceMs !== undefined && { clockToleranceMs: options.clockToleranceMs }),
    webhooks: { secret: webhookSecret, allowPrivateUrls: options.allowPrivateUrls ?? false },
    baseUrl,
    network: makeTraceNetwork({ alliance, ledger, baseUrl, tell: tellOrganisation }),
  });
  const evidence = createEvidence({
    store,
    ledger,
    rights: alliance.rights,
    readMembers: alliance.readMembers,
    origin: options.origin,
    evmChainId: chain.evmChainId,
    baseUrl,
  });
  const allowPrivateUrls = options.allowPrivateUrls ?? false;
  const developer = openDeveloper({ store, ledger, context, webhookSecret, allowPrivateUrls });
  const cooperation = openCooperation(
    makeHouse({ store, ledger, alliance, context, webhookSecret, allowPrivateUrls, baseUrl }),
  );
  const exchange = openHosted({
    store,
    ledger,
    alliance,
    context,
    evmChainId: chain.evmChainId,
    secret: connectorSecret,
    webhookSecret,
    folder: options.exchangeDir ?? join(options.secretsDir, '..', 'exchange'),
    baseUrl,
    settings: {
      allowPrivateUrls,
      // The departments of the demonstration have databases beside the platform's.
      ...(options.demo ? { trustedDatabases: [databasePlace(options.databaseUrl)] } : {}),
    },
  });
  return { store, ledger, alliance, trace, evidence, developer, cooperation, exchange };
}

/** Connects the database, brings its tables up to date and opens the rooms over it. Closes it again when one fails. */
export async function openParts(parameters: OpenPartsParameters): Promise<OpenParts> {
  const { options, context } = parameters;
  const store = await connectStore({ url: options.databaseUrl, logger: context.logger.child({ room: 'store' }) });
  try {
    return await openRooms(store, parameters);
  } catch (error) {
    await store.close();
    throw error;
  }
}
