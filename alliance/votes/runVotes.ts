import { setTimeout as pause } from 'node:timers/promises';
import { holdLeadership } from '../../store/index.ts';
import { followActions } from './actions/followActions.ts';
import { project } from './projection/project.ts';
import { forgetProjection } from './projection/rollBack.ts';
import { saveProfiles } from './saveProfiles.ts';
import type { VotesContext } from './votesContext.ts';

const idleMs = 1_000;
const troubleMs = 2_000;

/** Follows the alliance's contracts and the actions on their way, wherever this process is elected, until the signal aborts. */
export async function runVotes(context: VotesContext, signal: AbortSignal): Promise<void> {
  const { store, logger } = context;
  await holdLeadership({ store, role: 'alliance.votes', signal, logger, run: (leading) => follow(context, leading) });
}

/** One look at everything. @returns whether there may be more at once */
export async function followOnce(context: VotesContext): Promise<boolean> {
  const { store, ledger, readContracts } = context;
  const contracts = await readContracts();
  const more = contracts
    ? await project({ store, index: ledger.index, reads: ledger.reads, contracts })
    : await forgetProjection(store);
  return (await followActions(context)) > 0 || more;
}

/** Keeps the founders' profiles of an alliance once. @returns its governor */
async function followProfiles({ store, readContracts, readCharter }: VotesContext, known: string): Promise<string> {
  const governor = (await readContracts())?.governor ?? '';
  if (governor === known) return known;
  const charter = governor ? await readCharter() : null;
  if (charter) await saveProfiles(store, charter);
  return governor;
}

async function follow(context: VotesContext, signal: AbortSignal): Promise<void> {
  const { store, ledger, logger } = context;
  let wake = new AbortController();
  const rouse = () => wake.abort();
  const onLive = (payload: string) => {
    if (payload.startsWith('{"type":"index"')) rouse();
  };
  const stops = await Promise.all([
    store.listen('live', onLive, rouse),
    store.listen(ledger.transactions.events.channel, rouse, rouse),
  ]);
  signal.addEventListener('abort', rouse, { once: true });
  let lastMessage = '';
  let profilesOf = '';
  while (!signal.aborted) {
    wake = new AbortController();
    let waitMs = idleMs;
    try {
      profilesOf = await followProfiles(context, profilesOf);
      if (await followOnce(context)) waitMs = 0;
      lastMessage = '';
    } catch (error) {
      waitMs = troubleMs;
      wake = new AbortController();
      const message = error instanceof Error ? error.message : String(error);
      // Before the chain is indexed, and while a node is away, this is no news every time.
      if (!signal.aborted && message !== lastMessage)
        logger.warn({ err: error }, 'votes cannot be followed; trying again');
      lastMessage = message;
    }
    if (!wake.signal.aborted && !signal.aborted) {
      await pause(waitMs, undefined, { signal: wake.signal }).catch(() => undefined);
    }
  }
  await Promise.all(stops.map((stop) => stop()));
}
