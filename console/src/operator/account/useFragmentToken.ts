import { useEffect, useState } from 'react';
import { readSetupToken } from '../../links/readSetupToken.ts';

/** The one-time token behind the link's `#`, taken out of the address bar and the history at once. */
export function useFragmentToken(): string | null {
  const [token] = useState(() => readSetupToken(window.location.hash));
  useEffect(() => {
    if (token !== null) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [token]);
  return token;
}
