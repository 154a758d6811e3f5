import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton.tsx';

const shownCharacters = 2_000;

/** Long hexadecimal data: its beginning, the whole on demand. */
export function RawData({ hex }: { hex: string }) {
  const { t } = useTranslation('chain');
  const [all, setAll] = useState(false);
  const isLong = hex.length > shownCharacters;
  if (hex === '0x') return <code className="muted">0x</code>;
  return (
    <div className="raw-data">
      <pre>{isLong && !all ? `${hex.slice(0, shownCharacters)}…` : hex}</pre>
      <span>
        <small className="muted">{t('bytes', { count: (hex.length - 2) / 2 })}</small> <CopyButton text={hex} />
        {isLong && (
          <button type="button" className="text-button" onClick={() => setAll(!all)}>
            {all ? t('showLess') : t('showAll')}
          </button>
        )}
      </span>
    </div>
  );
}
