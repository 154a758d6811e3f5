import { type Alliance, readRecipients } from '../alliance/index.ts';
import type { Post } from './applications/clocks/post.ts';

export interface HostedPostParameters {
  alliance: { mail: Pick<Alliance['mail'], 'isOn' | 'queue'> };
  /** Where browsers reach the platform. */
  baseUrl: string;
}

/**
 * Post to people of the platform, in both languages: to a superior person where the department named one that it still has,
 * otherwise to everybody who may decide on applications.
 */
export function hostedPost({ alliance: { mail }, baseUrl }: HostedPostParameters): Post {
  return {
    async write(tx, { participant, superior, title, text, path }) {
      if (!mail.isOn) return 0;
      const deciders = await readRecipients(tx, { member: participant, roles: ['admin', 'steward'] });
      const named = deciders.filter(({ person }) => person === superior);
      const recipients = named.length > 0 ? named : deciders;
      const values = {
        title: title.zh,
        text: `${text.zh}\n\n${title.en}. ${text.en}`,
        link: new URL(path, baseUrl).href,
      };
      for (const { email: to } of recipients)
        await mail.queue(tx, { to, language: 'zh-CN', template: 'notice', values });
      return recipients.length;
    },
  };
}
