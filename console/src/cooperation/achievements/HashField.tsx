import { DeleteOutlined, FileProtectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createHashPool } from '../../notarize/createHashPool.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import type { HashedFile } from './claimValues.ts';

interface HashFieldProps {
  /** Given by the form. */
  value?: HashedFile | null;
  onChange?: (value: HashedFile | null) => void;
  choose: string;
  testId: string;
}

const mostNameUnits = 200;

/** Takes the SHA-256 of a file; the file itself stays in the browser. */
export function HashField({ value, onChange, choose, testId }: HashFieldProps) {
  const { t } = useTranslation('achievements');
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'hashing' | 'failed'>('idle');
  const take = async (file: File | undefined) => {
    if (!file) return;
    const pool = createHashPool();
    setState('hashing');
    try {
      onChange?.({ digest: await pool.hash(file), fileName: file.name.slice(-mostNameUnits) });
      setState('idle');
    } catch {
      setState('failed');
    } finally {
      pool.close();
    }
  };
  return (
    <div className="hash-field">
      {value ? (
        <p className="entry-meta">
          <FileProtectOutlined /> <b>{value.fileName}</b> <Copyable text={value.digest} />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('takeAway', { name: value.fileName })}
            onClick={() => onChange?.(null)}
          />
        </p>
      ) : (
        <Button loading={state === 'hashing'} onClick={() => input.current?.click()}>
          {choose}
        </Button>
      )}
      {state === 'failed' && <p className="bad">{t('unreadable')}</p>}
      <input
        ref={input}
        type="file"
        hidden
        data-testid={testId}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
    </div>
  );
}
