import type { CooperationHouse } from '../house.ts';
import type { LocalText } from '../text.ts';
import type { Topic } from './topics.ts';

/** Most people whose mail is queued in one transaction. */
const batchSize = 200;

interface NewsRow {
  seq: string;
  topic: Topic;
  type: string;
  audience: string;
  group_id: string | null;
  recipient: string | null;
  member: string;
  actor: string;
  title: LocalText;
  path: string;
}

/** What a mail says that something is. */
const words: Record<string, LocalText> = {
  'announcement.published': { zh: '发布了公告', en: 'announced' },
  'call.opened': { zh: '发布了合作征集', en: 'opened a call for cooperation' },
  'call.closed': { zh: '截止了合作征集', en: 'closed a call for cooperation' },
  'call.decided': { zh: '公布了合作征集的评定结果', en: 'decided on a call for cooperation' },
  'call.finished': { zh: '公布了合作征集的成果', en: 'published what came of a call for cooperation' },
  'application.received': { zh: '应征了您组织的合作征集', en: "applied to your organisation's call" },
  'application.decided': { zh: '评定了您组织的应征', en: "decided on your organisation's application" },
  'achievement.claimed': { zh: '登记了成果', en: 'registered an achievement' },
  'achievement.corrected': { zh: '更正了成果', en: 'corrected an achievement' },
  'achievement.confirmed': { zh: '确认了您组织的成果', en: "confirmed your organisation's achievement" },
  'achievement.disputed': { zh: '质疑了您组织的成果', en: "disputed your organisation's achievement" },
  'group.founded': { zh: '发起了工作组', en: 'founded a working group' },
  'group.joined': { zh: '有人加入了工作组', en: 'has somebody new in your working group' },
  'group.asked-to-join': { zh: '有人申请加入工作组', en: 'has somebody who asks to join your working group' },
  'document.added': { zh: '在工作组中上传了文件', en: 'added a document in your working group' },
  'document.changed': { zh: '在工作组中更新了文件', en: 'changed a document in your working group' },
  'minutes.filed': { zh: '在工作组中提交了会议纪要', en: 'filed minutes in your working group' },
  'discussion.started': { zh: '在工作组中发起了讨论', en: 'started a discussion in your working group' },
  'post.added': { zh: '在工作组中发言', en: 'wrote in your working group' },
};

/**
 * Queues the mail about the next piece of news for the next people who want it; the place reached moves in the same transaction, so
 * that nobody is left out and nobody is told twice. Gives whether there is more to do.
 */
export async function mailNews(house: CooperationHouse): Promise<boolean> {
  const members = new Map((await house.readMembers()).map((member) => [member.slug, member.name]));
  return house.store.transaction(async (tx) => {
    const [reached] = await tx<{ seq: string; person: string }[]>`
      SELECT seq, person FROM cooperation.mailed FOR UPDATE`;
    if (!reached) return false;
    const [news] = await tx<NewsRow[]>`
      SELECT seq, topic, type, audience, group_id, recipient, member, actor, title, path FROM cooperation.news
      WHERE seq > ${reached.seq} ORDER BY seq LIMIT 1`;
    if (!news) return false;
    const people = await tx<{ person: string; language: 'zh-CN' | 'en' }[]>`
      SELECT s.person, s.language FROM cooperation.subscriptions AS s
      WHERE s.person > ${reached.person} AND s.person <> ${news.actor} AND ${news.topic} = ANY (s.topics)
        AND (${news.group_id}::uuid IS NULL OR EXISTS (
          SELECT FROM cooperation.group_people AS p
          WHERE p.group_id = ${news.group_id} AND p.person = s.person AND p.state = 'active'))
      ORDER BY s.person
      LIMIT ${batchSize}`;
    const addresses = new Map(
      (await house.readAddresses(people.map(({ person }) => person))).map((one) => [one.person, one]),
    );
    for (const { person, language } of people) {
      const address = addresses.get(person);
      if (!address || (news.recipient !== null && address.member !== news.recipient)) continue;
      const pick = ({ zh, en }: LocalText) => (language === 'en' ? en || zh : zh || en);
      await house.queueMail(tx, {
        to: address.email,
        language,
        organisation: pick(members.get(news.member) ?? { zh: news.member, en: news.member }),
        topic: pick(words[news.type] ?? { zh: '有新动态', en: 'has news' }),
        title: pick(news.title),
        link: new URL(news.path, house.baseUrl).href,
        settingsLink: new URL('/cooperation/notifications', house.baseUrl).href,
      });
    }
    const done = people.length < batchSize;
    await tx`
      UPDATE cooperation.mailed
      SET seq = ${done ? news.seq : reached.seq}, person = ${done ? '' : (people.at(-1)?.person ?? '')}`;
    return true;
  });
}
