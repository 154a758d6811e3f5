/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { type Language, readLanguage, rememberLanguage } from '../i18n/language.ts';
import type { Thing } from './events/values.ts';
import { ConnectScreen } from './screens/ConnectScreen.tsx';
import { FormScreen } from './screens/FormScreen.tsx';
import { HomeScreen } from './screens/HomeScreen.tsx';
import { ListScreen } from './screens/ListScreen.tsx';
import { PhoneScreen } from './screens/PhoneScreen.tsx';
import { WhatScreen } from './screens/WhatScreen.tsx';
import { LanguageContext, textsOf } from './texts/texts.ts';
import { FieldContext, useFieldState } from './useField.ts';
import { useRoute } from './useRoute.ts';

/** The page for the field. `link`: the key of the link that it was opened with. */
export function FieldApp({ link }: { link: string | null }) {
  const state = useFieldState();
  const route = useRoute();
  const [language, setLanguage] = useState<Language>(readLanguage);
  const [offered, setOffered] = useState(link);
  /** What was scanned on the first screen, for the form that is chosen next. */
  const [scanned, setScanned] = useState<Thing | null>(null);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = textsOf(language).title;
  }, [language]);
  useEffect(() => {
    if (route.screen === 'home') setScanned(null);
  }, [route.screen]);
  const change = (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  const screen = () => {
    if (!state.loaded) return <div class="loading" />;
    if (!state.device || offered !== null) {
      return <ConnectScreen offered={offered} onDone={() => setOffered(null)} />;
    }
    switch (route.screen) {
      case 'do':
        return <FormScreen key={route.action} action={route.action} thing={scanned} />;
      case 'correct': {
        const entry = state.entries.find(({ id }) => id === route.id);
        return entry ? <FormScreen key={entry.id} action={entry.action} entry={entry} thing={null} /> : <ListScreen />;
      }
      case 'list':
        return <ListScreen />;
      case 'phone':
        return <PhoneScreen />;
      case 'what':
        return scanned ? <WhatScreen thing={scanned} /> : <HomeScreen onScanned={setScanned} />;
      default:
        return <HomeScreen onScanned={setScanned} />;
    }
  };
  return (
    <LanguageContext.Provider value={{ language, change }}>
      <FieldContext.Provider value={state}>{screen()}</FieldContext.Provider>
    </LanguageContext.Provider>
  );
}
