import { useTranslation } from 'react-i18next';
import type { Standing } from '../../api/session.ts';

/** Where an organisation stands in the alliance. */
export function StandingChip({ standing, demo }: { standing: Standing; demo: boolean }) {
  const { t } = useTranslation('directory');
  const look = { admitted: 'confirmed', applied: 'anchored', guest: '', suspended: 'pending', left: '' }[standing];
  return (
    <>
      <span className={`chip ${look && `chip-${look}`}`}>{t(`standings.${standing}`)}</span>
      {demo && <span className="chip chip-demo">{t('demo')}</span>}
    </>
  );
}

/** What an organisation is, in words where the console has them. */
export function Kinds({ kinds }: { kinds: readonly string[] }) {
  const { t, i18n } = useTranslation('directory');
  const word = (kind: string) =>
    i18n.exists(`kinds.${kind}`, { ns: 'directory' }) ? t(`kinds.${kind}` as 'kinds.enterprise') : kind;
  return <span>{kinds.map(word).join(' · ')}</span>;
}
