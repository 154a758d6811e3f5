import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasValidCheckDigit, isLot, normalizeGtin, productPath } from '../links/parseProductPath.ts';

/** Takes a GTIN and a lot by hand, for a code that could not be scanned. */
export function LotForm({ initialGtin = '' }: { initialGtin?: string }) {
  const { t } = useTranslation('product');
  const [gtin, setGtin] = useState(initialGtin);
  const [lot, setLot] = useState('');
  const [problem, setProblem] = useState<'digits' | 'checkDigit' | 'lot' | null>(null);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = normalizeGtin(gtin);
    if (digits === null) return setProblem('digits');
    if (!hasValidCheckDigit(digits)) return setProblem('checkDigit');
    if (!isLot(lot.trim())) return setProblem('lot');
    window.location.assign(productPath(digits, lot.trim()));
  };
  return (
    <form className="lot-form" onSubmit={submit} noValidate>
      <label htmlFor={`${id}-gtin`}>{t('lookup.gtin')}</label>
      <input id={`${id}-gtin`} inputMode="numeric" value={gtin} onChange={(event) => setGtin(event.target.value)} />
      <label htmlFor={`${id}-lot`}>{t('lookup.lot')}</label>
      <input id={`${id}-lot`} value={lot} onChange={(event) => setLot(event.target.value)} />
      {problem && (
        <p className="field-error" role="alert">
          {t(`invalid.${problem}`)}
        </p>
      )}
      <button type="submit" className="verify-button">
        {t('lookup.go')}
      </button>
    </form>
  );
}
