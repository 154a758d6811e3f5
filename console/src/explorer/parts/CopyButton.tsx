import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a text; lighter than a library button, because lists hold hundreds of them. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('common');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Clipboards are closed to pages that are not served securely; the text can still be selected.
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button type="button" className="copy-button" aria-label={`${t('copy')} ${text}`} onClick={() => void copy()}>
      {copied ? <CheckOutlined /> : <CopyOutlined />}
      <span role="status" className="visually-hidden">
        {copied ? t('copied') : ''}
      </span>
    </button>
  );
}
