import '../theme/tokens.css';
import '../theme/chips.css';
import '../verify/verify.css';
import './product.css';
import './timeline.css';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../brand/LanguageSwitch.tsx';
import { Logo } from '../brand/Logo.tsx';
import type { ProductPath } from '../links/parseProductPath.ts';
import { LotForm } from './LotForm.tsx';
import { ProductPage } from './ProductPage.tsx';

/** The consumer's side of the console: one page, without sign-in and without the operator's libraries. */
export function ProductApp({ path }: { path: ProductPath }) {
  const { t } = useTranslation(['product', 'common']);
  return (
    <>
      <header className="top">
        <div className="column">
          <a href="/" className="brand">
            <Logo size={28} />
            <b>{t('common:brand')}</b>
            <span>{t('common:brandSub')}</span>
          </a>
          <LanguageSwitch />
        </div>
      </header>
      <main>
        {path.kind === 'lot' ? (
          <ProductPage gtin={path.gtin} lot={path.lot} />
        ) : (
          <div className="column notice-page">
            <div className="problem" role="alert">
              <h1>{t('invalid.title')}</h1>
              <p>{t(path.kind === 'product' ? 'invalid.incomplete' : `invalid.${path.reason}`)}</p>
            </div>
            <LotForm initialGtin={path.kind === 'product' ? path.gtin : ''} />
          </div>
        )}
      </main>
      <footer className="bottom">
        <div className="column">
          <h2>{t('footer.what')}</h2>
          <p>{t('footer.text')}</p>
          <a href="/">{t('footer.network')}</a>
        </div>
      </footer>
    </>
  );
}
