import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, readLanguage, rememberLanguage } from './language.ts';

/** `consumer` is what a scanned product needs; `operator` adds the console, `explorer` the pages about the chain, `alliance` those about votes, `people` those about accounts and organisations, `cooperation` those of the open platform, `exchange` those of data exchange. */
export type DictionaryGroup =
  | 'consumer'
  | 'operator'
  | 'explorer'
  | 'alliance'
  | 'people'
  | 'cooperation'
  | 'credentials'
  | 'exchange'
  | 'inspector'
  | 'lineage';

const loaders: Record<Language, Record<DictionaryGroup, () => Promise<object>>> = {
  'zh-CN': {
    consumer: () => import('./zh-CN/consumer.ts'),
    operator: () => import('./zh-CN/operator.ts'),
    explorer: () => import('./zh-CN/explorer.ts'),
    people: () => import('./zh-CN/people.ts'),
    credentials: () => import('./zh-CN/credentials.ts'),
    lineage: () => import('./zh-CN/lineage.ts'),
    inspector: () => import('./zh-CN/inspector.ts'),
    exchange: () => import('./zh-CN/exchange.ts'),
    alliance: () => import('./zh-CN/alliance.ts'),
    cooperation: () => import('./zh-CN/cooperation.ts'),
  },
  en: {
    consumer: () => import('./en/consumer.ts'),
    operator: () => import('./en/operator.ts'),
    explorer: () => import('./en/explorer.ts'),
    people: () => import('./en/people.ts'),
    credentials: () => import('./en/credentials.ts'),
    lineage: () => import('./en/lineage.ts'),
    inspector: () => import('./en/inspector.ts'),
    exchange: () => import('./en/exchange.ts'),
    alliance: () => import('./en/alliance.ts'),
    cooperation: () => import('./en/cooperation.ts'),
  },
};

let neededGroups: DictionaryGroup[] = [];

/** Starts the texts in the visitor's language, with the groups that the page needs. */
export async function startTexts(groups: DictionaryGroup[]): Promise<void> {
  neededGroups = groups;
  const language = readLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await load(language);
  document.documentElement.lang = language;
}

/** Adds the texts of pages that are opened later. */
export async function addTexts(group: DictionaryGroup): Promise<void> {
  if (neededGroups.includes(group)) return;
  neededGroups = [...neededGroups, group];
  await load(i18next.language === 'en' ? 'en' : 'zh-CN');
}

/** Switches the whole page to `language` and remembers the choice. */
export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  rememberLanguage(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

async function load(language: Language): Promise<void> {
  const groups = await Promise.all(neededGroups.map((group) => loaders[language][group]()));
  for (const group of groups) {
    for (const [area, texts] of Object.entries(group)) i18next.addResourceBundle(language, area, texts);
  }
}
