import type { bulletin as zh } from '../../zh-CN/cooperation/bulletin.ts';

export const bulletin: typeof zh = {
  title: 'Announcements',
  lead: 'What the members make known.',
  publish: 'Publish an announcement',
  change: 'Change the announcement',
  withdraw: 'Take back',
  confirmWithdraw: 'Take this announcement back? Nobody will see it any more.',
  searchHint: 'Search the announcements',
  empty: 'No announcements',
  pinned: 'Pinned',
  forAll: 'For everybody',
  forMembers: 'For people who are signed in',
  updated: 'changed {{at}}',
  until: 'until {{at}}',
  expired: 'This announcement has expired and is no longer in the list.',
  titleField: 'Title',
  text: 'Text',
  audience: 'Who may read it',
  expires: 'Expires',
  expiresHint: 'Leave it empty to keep it for good.',
  pin: 'Pin it to the top',
};
