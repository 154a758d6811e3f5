import type { Alliance } from '../alliance/index.ts';
import { XiangyuError } from '../errors.ts';
import type { Context } from '../host/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import type { CooperationHouse, Decision, FeedProposal, ListedMember, NewsMail } from './house.ts';

export interface MakeHouseParameters {
  store: Store;
  ledger: Ledger;
  alliance: Alliance;
  context: Context;
  /** 32 bytes in hexadecimal; the secrets of webhooks are derived from it. */
  webhookSecret: string;
  /** Whether members may name private addresses for webhooks. */
  allowPrivateUrls: boolean;
  /** Where browsers reach the platform. */
  baseUrl: string;
}

const perPage = 200;
/** More organisations than this are not listed. */
const mostMembers = 5_000;

async function readMembers(alliance: Alliance): Promise<ListedMember[]> {
  const members: ListedMember[] = [];
  let pageToken: string | undefined;
  do {
    const page = await alliance.findMembers({ perPage, pageToken });
    for (const { slug, name, kind, kinds, standing, demo } of page.items) {
      members.push({ slug, name, kinds: kinds.length > 0 ? kinds : [kind], standing, demo });
    }
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined && members.length < mostMembers);
  return members;
}

type Votes = Alliance['votes'];

/** What a proposal decided, if its document is the one that was voted on. */
async function readDecision(votes: Votes, id: string): Promise<Decision | null> {
  if (!/^0x[0-9a-f]{64}$/.test(id)) return null;
  const proposal = await votes.readProposal(id as `0x${string}`).catch((error: unknown) => {
    if (error instanceof XiangyuError && error.status === 404) return null;
    throw error;
  });
  if (!proposal) return null;
  const { state, document, documentMatches } = proposal;
  const texts = document && documentMatches ? [document.text.zh, document.text.en] : [];
  return { passed: state === 'succeeded' || state === 'executed', texts };
}

/** The newest proposals that are on the chain and whose document is known. */
async function listProposals(votes: Votes, perPage: number): Promise<FeedProposal[]> {
  const { items } = await votes.listProposals({ perPage });
  return items.flatMap(({ id, title, proposer, state, submittedAt }) =>
    title && state !== 'submitted' && state !== 'failed'
      ? [{ id, title, text: { zh: '', en: '' }, proposer: proposer?.slug ?? '', at: submittedAt }]
      : [],
  );
}

/** What a mail says: who did what, and where to end such mail. */
function textOf({ language, organisation, topic, title, settingsLink }: NewsMail): string {
  return language === 'en'
    ? `${organisation} ${topic}: ${title}\n\nYou get this because you subscribed to it; change that at ${settingsLink}`
    : `${organisation}${topic}：${title}\n\n您订阅了此类通知，可在此更改：${settingsLink}`;
}

/** What the room needs, out of the rooms below. */
export function makeHouse({ alliance, context, ...given }: MakeHouseParameters): CooperationHouse {
  const { rights, acts, mail, founding, votes } = alliance;
  return {
    ...given,
    rights,
    recordAct: (tx, act) => acts.recordAct(tx, act),
    readMembers: () => readMembers(alliance),
    async readFoundedAt() {
      const { founding: ceremony } = await founding.readAlliance();
      return ceremony?.foundedAt ? new Date(ceremony.foundedAt) : null;
    },
    readDecision: (id) => readDecision(votes, id),
    listProposals: (limit) => listProposals(votes, limit),
    readAddresses: alliance.readAddresses,
    async queueMail(tx, news) {
      const { to, language, title, link } = news;
      await mail.queue(tx, { to, language, template: 'notice', values: { title, text: textOf(news), link } });
    },
    logger: context.logger.child({ room: 'cooperation' }),
  };
}
