import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/start.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

/** One button that switches to the other language, named in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className="language-switch"
      data-testid="language-switch"
      lang={other}
      aria-label={t('language.switchTo')}
      onClick={() => void changeLanguage(other)}
    >
      {other === 'en' ? t('language.en') : t('language.zh')}
    </button>
  );
}
