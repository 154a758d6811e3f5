import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRecord } from '../api/evidence.ts';
import { inLanguage } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useProblemWords } from '../i18n/useProblemWords.ts';
import { resolveNodeUrl } from '../verify/nodeUrl.ts';
import { OutcomeMark } from '../verify/OutcomeMark.tsx';

/** Checks the proof of a record in the reader's own browser. */
export function VerifyEvidence({ record }: { record: EvidenceRecord }) {
  const { t } = useTranslation(['verify', 'notarize']);
  const id = useId();
  const language = useLanguage();
  const problemWords = useProblemWords();
  const [node, setNode] = useState('');
  const [logKey, setLogKey] = useState('');
  const nodeUrl = resolveNodeUrl(node, window.location.origin);
  const run = useMutation({
    mutationFn: async () => {
      // The checks and their hash functions are needed by nobody before this.
      const { verifyEvidence } = await import('./verifyEvidence.ts');
      const signal = AbortSignal.timeout(60_000);
      return verifyEvidence(record, { nodeUrl: nodeUrl ?? '', logKey, signal });
    },
  });
  const result = run.data;
  const refused = result?.refused === undefined ? null : problemWords(result.refused);
  const unanswered = result?.reason && inLanguage(result.reason, language).detail;
  const reason = refused ? (refused.detail ?? refused.title) : unanswered;
  const made = result?.checks.filter((check) => check.ok !== null) ?? [];
  const left = result?.checks.filter((check) => check.ok === null) ?? [];
  const ok = result?.state === 'valid' ? true : result?.state === 'invalid' ? false : null;
  return (
    <section className="verify">
      <div className="verify-head">
        <div>
          <h2>{t('notarize:verifyTitle')}</h2>
          <p className="muted">{t('notarize:verifyLead')}</p>
        </div>
        <button
          type="button"
          className="verify-button"
          data-testid="verify-button"
          disabled={run.isPending || nodeUrl === null}
          onClick={() => run.mutate()}
        >
          {t(result ? 'again' : 'button')}
        </button>
      </div>
      <div aria-live="polite">
        {result && (
          <div className={`verify-result is-${result.state}`} data-testid="verify-result" data-state={result.state}>
            <div className="verify-verdict">
              <OutcomeMark ok={ok} large />
              <div>
                <strong>{t(`result.${result.state}`)}</strong>
                <p>{t(`notarize:result.${result.state}`)}</p>
                {reason && <p className="muted">{reason}</p>}
              </div>
            </div>
            <ul className="verify-summary">
              {made.map((check) => (
                <li key={check.id} data-check={check.id} data-ok={String(check.ok)}>
                  <OutcomeMark ok={check.ok} />
                  <span>
                    <b>{t(`check.${check.id}.name`)}</b>
                    <span className="muted">{t(`check.${check.id}.text`)}</span>
                    {check.ok === false && <small className="bad">{inLanguage(check, language).detail}</small>}
                  </span>
                </li>
              ))}
            </ul>
            {left.length > 0 && (
              <p className="muted">
                {t('notarize:notMade')} {left.map(({ id }) => t(`check.${id}.name`)).join(' · ')}
              </p>
            )}
          </div>
        )}
      </div>
      {run.error && <p className="bad">{inLanguage<{ message: string; zh?: object }>(run.error, language).message}</p>}
      <details className="verify-advanced">
        <summary>{t('advanced')}</summary>
        <label htmlFor={`${id}-node`}>{t('node')}</label>
        <input
          id={`${id}-node`}
          type="url"
          value={node}
          placeholder={resolveNodeUrl('', window.location.origin) ?? ''}
          aria-invalid={nodeUrl === null}
          onChange={(event) => setNode(event.target.value)}
        />
        <p className={nodeUrl === null ? 'field-error' : 'field-hint'}>
          {nodeUrl === null ? t('nodeInvalid') : t('nodeHint')}
        </p>
        <label htmlFor={`${id}-key`}>{t('notarize:logKey')}</label>
        <input id={`${id}-key`} value={logKey} spellCheck={false} onChange={(event) => setLogKey(event.target.value)} />
        <p className="field-hint">{t('notarize:logKeyHint')}</p>
      </details>
    </section>
  );
}
