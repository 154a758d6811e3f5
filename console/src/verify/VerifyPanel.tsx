import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/formatNumber.ts';
import { inLanguage } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { DisplayedRecord } from './compareEvent.ts';
import { resolveNodeUrl } from './nodeUrl.ts';
import { ResultBanner } from './ResultBanner.tsx';
import type { Verification } from './useVerification.ts';

interface VerifyPanelProps {
  records: readonly DisplayedRecord[];
  verification: Verification;
}

/** The verify button with its choice of node, and the overall result. */
export function VerifyPanel({ records, verification }: VerifyPanelProps) {
  const { t } = useTranslation('verify');
  const language = useLanguage();
  const [node, setNode] = useState('');
  const [contract, setContract] = useState('');
  const [logKey, setLogKey] = useState('');
  const [policy, setPolicy] = useState('');
  const nodeId = useId();
  const contractId = useId();
  const logKeyId = useId();
  const policyId = useId();
  const url = resolveNodeUrl(node, window.location.origin);
  const trusted = contract.trim();
  const contractOk = trusted === '' || isAddress(trusted);
  const { running, finished, results, problem } = verification;

  const start = () => {
    if (url === null || !contractOk) return;
    const trustedContract = isAddress(trusted) ? trusted : undefined;
    void verification.run(records, { url, trustedContract, logKey, policy });
  };

  return (
    <section className="verify" aria-labelledby={`${nodeId}-title`}>
      <div className="verify-head">
        <div>
          <h2 id={`${nodeId}-title`}>{t('title')}</h2>
          <p className="muted">{t('lead')}</p>
        </div>
        <button
          type="button"
          className="verify-button"
          data-testid="verify-button"
          disabled={running || records.length === 0 || url === null || !contractOk}
          onClick={start}
        >
          <ShieldIcon />
          {finished ? t('again') : t('button')}
        </button>
      </div>
      <div aria-live="polite">
        {running && (
          <div className="verify-progress" data-testid="verify-result" data-state="running">
            <p>
              {t('running', {
                done: formatNumber(results.size, language),
                total: formatNumber(records.length, language),
              })}
            </p>
            <progress value={results.size} max={records.length} />
          </div>
        )}
        {finished && <ResultBanner verification={verification} />}
      </div>
      <details className="verify-advanced" open={problem === null ? undefined : true}>
        <summary>{t('advanced')}</summary>
        <label htmlFor={nodeId}>{t('node')}</label>
        <input
          id={nodeId}
          type="url"
          inputMode="url"
          value={node}
          placeholder={resolveNodeUrl('', window.location.origin) ?? ''}
          aria-invalid={url === null}
          onChange={(event) => setNode(event.target.value)}
          data-testid="node-url"
        />
        <p className={url === null ? 'field-error' : 'field-hint'}>{url === null ? t('nodeInvalid') : t('nodeHint')}</p>
        <label htmlFor={contractId}>{t('contract')}</label>
        <input
          id={contractId}
          value={contract}
          placeholder="0x…"
          spellCheck={false}
          aria-invalid={!contractOk}
          onChange={(event) => setContract(event.target.value)}
        />
        <p className={contractOk ? 'field-hint' : 'field-error'}>
          {contractOk ? t('contractHint') : t('contractInvalid')}
        </p>
        <label htmlFor={logKeyId}>{t('logKey')}</label>
        <input
          id={logKeyId}
          value={logKey}
          placeholder="xiangyu.example/log+0a1b2c3d+A…"
          spellCheck={false}
          aria-invalid={problem?.field === 'logKey'}
          onChange={(event) => setLogKey(event.target.value)}
          data-testid="log-key"
        />
        <p className={problem?.field === 'logKey' ? 'field-error' : 'field-hint'}>
          {problem?.field === 'logKey' ? inLanguage(problem, language).message : t('logKeyHint')}
        </p>
        <label htmlFor={policyId}>{t('policy')}</label>
        <textarea
          id={policyId}
          rows={4}
          value={policy}
          placeholder={'witness w1 …\ngroup g 2 w1 w2 w3\nquorum g'}
          spellCheck={false}
          aria-invalid={problem?.field === 'policy'}
          onChange={(event) => setPolicy(event.target.value)}
          data-testid="witness-policy"
        />
        <p className={problem?.field === 'policy' ? 'field-error' : 'field-hint'}>
          {problem?.field === 'policy' ? inLanguage(problem, language).message : t('policyHint')}
        </p>
      </details>
    </section>
  );
}

function isAddress(text: string): text is `0x${string}` {
  return /^0x[0-9a-fA-F]{40}$/.test(text);
}

function ShieldIcon() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" className="line-icon">
      <path d="M12 3l7.5 2.8v5.4c0 4.7-3.1 8.2-7.5 9.8-4.4-1.6-7.5-5.1-7.5-9.8V5.8z" />
      <path d="M8.5 12l2.5 2.5 4.6-5" />
    </svg>
  );
}
