import type { Tx } from '../../store/index.ts';
import type { LocalText } from '../text.ts';
import { tellNews } from './tellNews.ts';

/** Something that another room has to tell an organisation. */
export interface OrganisationNews {
  /** Slug of the organisation that is told. */
  recipient: string;
  /** `area.what`. */
  type: string;
  /** Slug of the organisation that it is about. */
  member: string;
  title: LocalText;
  path: string;
}

/** Tells one organisation, by its news, mail and webhooks of the topic `own`; in the caller's transaction, as its last step. */
export async function tellOrganisation(tx: Tx, news: OrganisationNews): Promise<void> {
  await tellNews(tx, { id: 'platform' }, { ...news, topic: 'own', audience: 'organisation' });
}
