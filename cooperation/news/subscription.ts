import type { Principal } from '../../alliance/index.ts';
import type { CooperationHouse } from '../house.ts';
import type { Topic } from './topics.ts';

/** What a person wants mail about; none by default. */
export interface Subscription {
  topics: Topic[];
  language: 'zh-CN' | 'en';
}

/** The person's own subscription. @throws RIGHTS_REFUSED */
export async function readSubscription(
  { store: { sql }, rights }: CooperationHouse,
  principal: Principal,
): Promise<Subscription> {
  rights.require({ principal, action: 'cooperation:subscribe' });
  const [row] = await sql<Subscription[]>`
    SELECT topics, language FROM cooperation.subscriptions WHERE person = ${principal.id}`;
  return row ?? { topics: [], language: 'zh-CN' };
}

/** Sets what the person wants mail about, from the next news on. @throws RIGHTS_REFUSED */
export async function subscribe(
  { store: { sql }, rights }: CooperationHouse,
  { principal, topics, language }: Subscription & { principal: Principal },
): Promise<void> {
  rights.require({ principal, action: 'cooperation:subscribe' });
  await sql`
    INSERT INTO cooperation.subscriptions (person, member, topics, language)
    VALUES (${principal.id}, ${principal.member}, ${[...new Set(topics)]}::text[], ${language})
    ON CONFLICT (person) DO UPDATE SET member = excluded.member, topics = excluded.topics, language = excluded.language,
      updated_at = now()`;
}
