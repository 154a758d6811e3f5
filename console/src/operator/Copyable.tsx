import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shorten } from '../format/shorten.ts';

/** A hash or address, shortened to its ends, with a button that copies all of it. */
export function Copyable({ text, full = false }: { text: string; full?: boolean }) {
  const { t } = useTranslation('common');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <span className="copyable">
      <Tooltip title={full ? undefined : text}>
        <code>{full ? text : shorten(text)}</code>
      </Tooltip>
      <Button
        type="text"
        size="small"
        aria-label={`${t('copy')} ${text}`}
        icon={copied ? <CheckOutlined /> : <CopyOutlined />}
        onClick={() => void copy()}
      />
      <span role="status" className="visually-hidden">
        {copied ? t('copied') : ''}
      </span>
    </span>
  );
}
