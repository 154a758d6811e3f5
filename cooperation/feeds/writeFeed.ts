import { Feed } from 'feed';
import type { CooperationHouse } from '../house.ts';
import type { LocalText } from '../text.ts';
import { collectEntries, type FeedEntry, type FeedName } from './collectEntries.ts';

export interface WriteFeedParameters {
  name: FeedName;
  /** `atom`: RFC 4287; `json`: JSON Feed. */
  form: 'atom' | 'json';
  language: 'zh-CN' | 'en';
}

const titles: Record<FeedName, LocalText> = {
  all: { zh: '合作动态', en: 'Cooperation' },
  announcements: { zh: '公告', en: 'Announcements' },
  calls: { zh: '合作征集', en: 'Calls for cooperation' },
  achievements: { zh: '成果登记', en: 'Achievements' },
  groups: { zh: '工作组', en: 'Working groups' },
  proposals: { zh: '联盟提案', en: 'Proposals' },
};
const brand: LocalText = { zh: '湘渝平台', en: 'Xiangyu' };

/** Characters that XML 1.0 cannot hold (section 2.2), even as references. */
const notXml = /[\p{Cc}--[\t\n\r]]|\p{Cs}|[\ufffe\uffff]/gv;
const clean = (text: string) => text.replace(notXml, '');
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
/** Paragraphs of a text as it was written: whatever it contains, a reader runs none of it. */
const toHtml = (text: string) =>
  escapeHtml(clean(text))
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('\n');

/** Writes a feed of what is public, in one language where the author wrote it. */
export async function writeFeed(
  house: CooperationHouse,
  { name, form, language }: WriteFeedParameters,
): Promise<string> {
  const pick = ({ zh, en }: LocalText) => clean((language === 'en' ? en || zh : zh || en).trim());
  const [entries, members] = await Promise.all([collectEntries(house, name), house.readMembers()]);
  const names = new Map(members.map((member) => [member.slug, pick(member.name)]));
  const addressOf = (to: 'atom' | 'json') => new URL(`/feeds/${name}.${to}?lang=${language}`, house.baseUrl).href;
  const feed = new Feed({
    id: addressOf('atom'),
    title: `${pick(brand)} · ${pick(titles[name])}`,
    link: new URL(name === 'proposals' ? '/alliance/proposals' : '/cooperation', house.baseUrl).href,
    language,
    // A feed without entries never changed.
    updated: new Date(entries[0]?.updatedAt ?? 0),
    generator: 'Xiangyu',
    feedLinks: { atom: addressOf('atom'), json: addressOf('json') },
  });
  for (const entry of entries) feed.addItem(toItem(entry));
  return form === 'atom' ? feed.atom1() : feed.json1();

  function toItem({ id, title, text, member, path, publishedAt, updatedAt, feed: about }: FeedEntry) {
    const content = pick(text);
    return {
      id,
      // Atom's title is written as HTML, that of JSON Feed is plain text.
      title: form === 'atom' ? escapeHtml(pick(title)) : pick(title),
      link: new URL(path, house.baseUrl).href,
      date: new Date(updatedAt),
      published: new Date(publishedAt),
      author: [{ name: names.get(member) ?? member }],
      category: [{ name: about, term: about }],
      ...(content === '' ? {} : { content: toHtml(content) }),
    };
  }
}
