/** What people and webhooks can be told about; `group-work` and `own` only as far as it concerns them. */
export const topics = ['announcements', 'calls', 'achievements', 'groups', 'group-work', 'own'] as const;

/** One of `topics`. */
export type Topic = (typeof topics)[number];
