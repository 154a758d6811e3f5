import type { Alliance } from '../alliance/index.ts';
import type { Context } from '../host/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import type { CooperationHouse, ListedMember, NewsMail } from './house.ts';

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

/** What a mail says: who did what, and where to end such mail. */
function textOf({ language, organisation, topic, title, settingsLink }: NewsMail): string {
  return language === 'en'
    ? `${organisation} ${topic}: ${title}\n\nYou get this because you subscribed to it; change that at ${settingsLink}`
    : `${organisation}${topic}：${title}\n\n您订阅了此类通知，可在此更改：${settingsLink}`;
}

/** What the room needs, out of the rooms below. */
export function makeHouse({ alliance, context, ...given }: MakeHouseParameters): CooperationHouse {
  const { rights, acts, mail, founding } = alliance;
  return {
    ...given,
    rights,
    recordAct: (tx, act) => acts.recordAct(tx, act),
    readMembers: () => readMembers(alliance),
    async readFoundedAt() {
      const { founding: ceremony } = await founding.readAlliance();
      return ceremony?.foundedAt ? new Date(ceremony.foundedAt) : null;
    },
    readDecision: async () => null,
    listProposals: async () => [],
    readAddresses: alliance.readAddresses,
    async queueMail(tx, news) {
      const { to, language, title, link } = news;
      await mail.queue(tx, { to, language, template: 'notice', values: { title, text: textOf(news), link } });
    },
    logger: context.logger.child({ room: 'cooperation' }),
  };
}
