import { useTranslation } from 'react-i18next';
import type { GrantState } from '../api/grants.ts';

/** Where a grant stands. */
export function GrantStateTag({ state }: { state: GrantState }) {
  const { t } = useTranslation('xGrants');
  return <span className={`chip chip-grant-${state}`}>{t(`state.${state}`)}</span>;
}
