import { useTranslation } from 'react-i18next';
import { inLanguage } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import type { RecordCheck, RecordVerification } from './verifyRecord.ts';

interface RecordChecksProps {
  /** Undefined while this record's verification has not arrived. */
  result: RecordVerification | undefined;
  running: boolean;
  /** The node that was asked. */
  url: string | undefined;
}

/** One record's verification: its state, and on demand each check with what it means. */
export function RecordChecks({ result, running, url }: RecordChecksProps) {
  const { t } = useTranslation('verify');
  const language = useLanguage();
  if (result === undefined) {
    if (!running) return null;
    return (
      <p className="verify-step is-running" data-testid="verify-step" data-state="running">
        <span className="spinner" aria-hidden="true" /> {t('step.running')}
      </p>
    );
  }
  const { state, checks } = result;
  const mark = <OutcomeMark ok={state === 'valid' ? true : state === 'invalid' ? false : null} />;
  const attributes = { 'data-testid': 'verify-step', 'data-state': state === 'unreachable' ? 'pending' : state };
  if (checks.length === 0) {
    return (
      <p className={`verify-step is-${state}`} {...attributes}>
        {mark}{' '}
        {state === 'pending'
          ? t('notAnchored')
          : result.reason === 'noProof'
            ? t('differs.noProof')
            : t('noAnswer', { reason: result.reason ? inLanguage(result.reason, language).detail : '' })}
      </p>
    );
  }
  return (
    <details className={`verify-step is-${state}`} open={state === 'invalid'} {...attributes}>
      <summary>
        {mark} <b>{t(`step.${state}`)}</b> <span className="more">{t('showChecks')}</span>
      </summary>
      <ul>
        {checks.map((check) => (
          <li key={check.id} data-check={check.id} data-ok={String(check.ok)}>
            <OutcomeMark ok={check.ok} />
            <span>
              <b>{t(`check.${check.id}.name`)}</b>
              <span className="visually-hidden">
                {t(check.ok === null ? 'outcome.skipped' : check.ok ? 'outcome.ok' : 'outcome.failed')}
              </span>
              <span className="muted">{t(`check.${check.id}.text`)}</span>
              <CheckDetail check={check} result={result} url={url} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function CheckDetail({
  check,
  result,
  url,
}: {
  check: RecordCheck;
  result: RecordVerification;
  url: string | undefined;
}) {
  const { t } = useTranslation('verify');
  const language = useLanguage();
  const { differences, compared, anchor } = result;
  if (check.id === 'displayed') {
    if (differences.length === 0) return <small>{compared ? t('same') : t('sameHash')}</small>;
    return <small className="bad">{differences.map((id) => t(`differs.${id}`)).join(' · ')}</small>;
  }
  const asked = check.id === 'anchor' && anchor !== null && url !== undefined;
  return (
    <>
      {asked && <small>{t('anchorAsked', { chain: anchor.evmChainId, contract: anchor.contract, url })}</small>}
      {check.ok !== true && (
        <small className={check.ok === false ? 'bad' : ''}>
          {t('detailLabel')}: {inLanguage(check, language).detail}
        </small>
      )}
    </>
  );
}
