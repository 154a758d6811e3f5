import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRecord } from '../api/evidence.ts';
import { createHashPool } from './createHashPool.ts';
import { DropZone } from './DropZone.tsx';

type Outcome = { name: string; digest: string | null; reason: string | null };

/** Tells whether a file is the one that was recorded. */
export function CompareFile({ record }: { record: EvidenceRecord }) {
  const { t } = useTranslation('notarize');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (record.alg !== 'sha-256') return <p className="muted">{t('cannotCompare')}</p>;
  const compare = async ([file]: File[]) => {
    if (!file) return;
    const pool = createHashPool();
    setOutcome({ name: file.name, digest: null, reason: null });
    try {
      setOutcome({ name: file.name, digest: await pool.hash(file), reason: null });
    } catch (error) {
      setOutcome({ name: file.name, digest: null, reason: String(error) });
    } finally {
      pool.close();
    }
  };
  const same = outcome?.digest === record.digest;
  return (
    <>
      <DropZone
        title={t('dropOne')}
        hint={t('dropOneHint')}
        multiple={false}
        onFiles={(files) => void compare(files)}
      />
      <div aria-live="polite" className="compare-outcome">
        {outcome?.reason && <Alert type="error" showIcon title={t('unreadable')} description={outcome.reason} />}
        {outcome && outcome.digest === null && outcome.reason === null && <p className="muted">{t('hashing')}</p>}
        {outcome?.digest && (
          <Alert
            type={same ? 'success' : 'error'}
            showIcon
            data-testid="comparison"
            data-same={same}
            title={t(same ? 'same' : 'different', { name: outcome.name })}
            description={<code>{outcome.digest}</code>}
          />
        )}
      </div>
    </>
  );
}
