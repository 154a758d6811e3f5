import { holdLeadership } from '../../store/index.ts';
import { askForData } from './askForData.ts';
import { enterDepartments } from './enterDepartments.ts';
import { makeDatabases } from './makeDatabases.ts';
import type { ExchangeDemoParts } from './parts.ts';
import { publishDatasets } from './publishDatasets.ts';
import { useGrants } from './useGrants.ts';

/** What a load added: nothing when everything was there. */
export interface ExchangeDemoReturnType {
  connectors: number;
  /** Datasets and questions. */
  entries: number;
  /** Answers and deliveries. */
  uses: number;
}

async function load(parts: ExchangeDemoParts): Promise<ExchangeDemoReturnType> {
  const { logger } = parts;
  const { added, complete } = await enterDepartments(parts);
  const loaded = { connectors: added, entries: 0, uses: 0 };
  if (!complete) {
    logger.warn({}, 'a department of the demonstration does not exchange data now; its part is left as it is');
    return loaded;
  }
  const sources = await makeDatabases(parts);
  const { ids, added: entries } = await publishDatasets(parts, sources);
  const applications = await askForData(parts, ids);
  const uses = await useGrants(parts, applications);
  logger.info({ connectors: added, entries, uses }, 'demonstration of data exchange is ready');
  return { ...loaded, entries, uses };
}

/**
 * Loads the demonstration of data exchange: five departments with databases, catalogues and grants. It may take a minute, so
 * that the platform need not wait for it. Every step looks for what is there already: an interrupted load is completed, and a
 * second one adds nothing. Null when `signal` aborted before.
 */
export async function loadExchangeDemo(parts: ExchangeDemoParts): Promise<ExchangeDemoReturnType | null> {
  const { store, signal, logger } = parts;
  const over = new AbortController();
  let loaded: ExchangeDemoReturnType | null = null;
  let attempts = 0;
  await holdLeadership({
    store,
    role: 'demo.exchange',
    logger,
    signal: AbortSignal.any([signal, over.signal]),
    async run(leading) {
      attempts += 1;
      try {
        loaded = await load({ ...parts, signal: leading });
        over.abort();
      } catch (err) {
        if (leading.aborted) return;
        logger.warn({ err, attempts }, 'the demonstration of data exchange was not loaded');
        if (attempts >= mostAttempts) over.abort();
      }
    },
  });
  return loaded;
}

const mostAttempts = 5;
