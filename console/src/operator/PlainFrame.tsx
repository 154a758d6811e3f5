import './plain.css';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../brand/LanguageSwitch.tsx';
import { Logo } from '../brand/Logo.tsx';

/** The frame of a page for people who are no members of staff: whose page it is, the language, and the page in one column. */
export function PlainFrame() {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <div className="plain">
      <a href="#content" className="skip">
        {t('nav.skip')}
      </a>
      <header className="plain-head">
        <span className="plain-brand">
          <Logo size={32} />
          <span>
            <b>{t('common:brand')}</b>
            <small>{t('common:brandSub')}</small>
          </span>
        </span>
        <LanguageSwitch />
      </header>
      <main id="content" className="plain-content">
        <Outlet />
      </main>
    </div>
  );
}
