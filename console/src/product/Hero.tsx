import { useTranslation } from 'react-i18next';
import type { Journey } from '../api/getJourney.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Terraces } from './Terraces.tsx';

interface HeroProps {
  journey: Journey;
  /** True when the visitor's own verification failed: the platform's word then counts no more. */
  refuted: boolean;
}

/** The head of the page: what this is, where it comes from, and how far its records are proven. */
export function Hero({ journey: { product, steps }, refuted }: HeroProps) {
  const { t } = useTranslation(['product', 'verify']);
  const language = useLanguage();
  const total = steps.length;
  const confirmed = steps.filter(({ status }) => status === 'confirmed').length;
  const anchored = steps.filter(({ status }) => status === 'anchored' || status === 'confirmed').length;
  const state = total === 0 ? 'empty' : confirmed === total ? 'all' : anchored > 0 ? 'some' : 'none';
  const origin = pickText(product.origin, language);
  return (
    <div className="hero">
      <Terraces />
      <div className="column">
        <p className="eyebrow">
          {t('eyebrow')}
          {product.demo && <span className="demo-ribbon">{t('demoRibbon')}</span>}
        </p>
        <h1 data-testid="product-name">{pickText(product.name, language) ?? t('untitled')}</h1>
        {origin && (
          <p className="origin">
            <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" className="line-icon">
              <path d="M12 21c4.500-4.600 7-8 7-11.300A7 7 0 0 0 5 9.700C5 13 7.500 16.400 12 21zM12 12.300a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200z" />
            </svg>
            <span className="visually-hidden">{t('origin')}</span> {origin}
          </p>
        )}
        <dl className="keys">
          <div>
            <dt>{t('lot')}</dt>
            <dd>{product.lot}</dd>
          </div>
          <div>
            <dt>{t('gtin')}</dt>
            <dd>{product.gtin}</dd>
          </div>
        </dl>
        <p className={`badge badge-${refuted ? 'refuted' : state}`}>
          <i aria-hidden="true" />
          {refuted ? t('verify:result.invalid') : t(`badge.${state}`, { total, confirmed })}
        </p>
      </div>
    </div>
  );
}
