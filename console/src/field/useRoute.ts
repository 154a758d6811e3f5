import { useEffect, useState } from 'preact/hooks';
import { type ActionId, actionIds } from './events/actions.ts';

/** Where in the page somebody is; the phone's back button goes back. */
export type Route =
  | { screen: 'home' | 'list' | 'phone' | 'what' }
  | { screen: 'do'; action: ActionId }
  | { screen: 'correct'; id: string };

function parse(hash: string): Route {
  const [, screen = '', detail = ''] = hash.split('/');
  const action = actionIds.find((id) => id === detail);
  if (screen === 'do' && action) return { screen, action };
  if (screen === 'correct' && detail !== '') return { screen, id: decodeURIComponent(detail) };
  return { screen: screen === 'list' || screen === 'phone' || screen === 'what' ? screen : 'home' };
}

/** Opens another screen. */
export function go(path: string): void {
  window.location.hash = path;
}

/** The screen that the address names. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parse(window.location.hash));
  useEffect(() => {
    const update = () => {
      setRoute(parse(window.location.hash));
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', update);
    return () => window.removeEventListener('hashchange', update);
  }, []);
  return route;
}
