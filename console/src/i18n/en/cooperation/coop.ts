import type { coop as zh } from '../../zh-CN/cooperation/coop.ts';

export const coop: typeof zh = {
  search: 'Search',
  more: 'Show more',
  endFilter: 'End the filter: {{text}}',
  feeds: 'Feeds:',
  form: {
    zh: 'Chinese',
    en: 'English',
    preview: 'Preview',
    oneIsEnough: 'one language is enough',
    oneLanguage: 'Write it in at least one language.',
    tooLong: 'At most {{max}} characters.',
    markdown: 'Markdown works: **bold**, lists, [links](https://…). HTML is shown as it is written.',
    nothingYet: 'Nothing yet',
    needed: 'Please fill this in.',
    badUrl: 'Give an address that begins with http:// or https://.',
    save: 'Save',
    cancel: 'Cancel',
    yes: 'Yes',
  },
  statement: {
    bundle: 'Download the proof',
    certificate: 'Certificate (PDF)',
    notYet: 'The proof can be downloaded once it is on the chain, usually within seconds',
  },
};
