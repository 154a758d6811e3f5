import type { LocalText } from '../text.ts';

/** What an organisation says of itself. */
export interface ProfileText {
  /** One or two sentences. */
  summary: LocalText;
  /** Markdown, as are the next two. */
  about: LocalText;
  offers: LocalText;
  seeks: LocalText;
  tags: string[];
  /** Empty for none. */
  website: string;
  place: LocalText;
  /** How to reach it; shown to people who are signed in. */
  contact: string;
}

/** The profile of an organisation that has written none. */
export const emptyProfile: ProfileText = {
  summary: { zh: '', en: '' },
  about: { zh: '', en: '' },
  offers: { zh: '', en: '' },
  seeks: { zh: '', en: '' },
  tags: [],
  website: '',
  place: { zh: '', en: '' },
  contact: '',
};
