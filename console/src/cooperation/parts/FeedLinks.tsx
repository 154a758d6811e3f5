import { useTranslation } from 'react-i18next';

/** The feeds of a list, for readers of news. */
export function FeedLinks({ name }: { name: 'all' | 'announcements' | 'calls' | 'achievements' | 'groups' }) {
  const { t, i18n } = useTranslation('coop');
  const to = (form: 'atom' | 'json') => `/feeds/${name}.${form}?lang=${i18n.language}`;
  return (
    <span className="feeds">
      {t('feeds')}
      <a href={to('atom')}>Atom</a>
      <a href={to('json')}>JSON</a>
    </span>
  );
}
