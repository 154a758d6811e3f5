import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/formatNumber.ts';
import { inLanguage } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import { summarize } from './summarize.ts';
import type { Verification } from './useVerification.ts';

const outcomeOf = ({ passed, failed }: { passed: number; failed: number }) =>
  failed > 0 ? false : passed > 0 ? true : null;

/** The overall result: a seal, one sentence, and what was asked where. */
export function ResultBanner({ verification }: { verification: Verification }) {
  const { t } = useTranslation('verify');
  const language = useLanguage();
  const { results, target, trustSource, elapsedMs } = verification;
  const summary = summarize([...results.values()]);
  const { state, total, passed, failed, waiting } = summary;
  const reason = [...results.values()].find((result) => result.state === 'unreachable')?.reason;
  return (
    <div
      className={`verify-result is-${state}`}
      data-testid="verify-result"
      data-state={state === 'unreachable' ? 'pending' : state}
      data-reason={state}
    >
      <div className="verify-verdict">
        <OutcomeMark ok={state === 'valid' ? true : state === 'invalid' ? false : null} large />
        <div>
          <strong>{t(`result.${state}`)}</strong>
          <p>{t(`resultText.${state}`, { total, passed, failed, waiting })}</p>
          {reason && reason !== 'noProof' && state === 'unreachable' && (
            <p className="muted">{t('noAnswer', { reason: inLanguage(reason, language).detail })}</p>
          )}
        </div>
      </div>
      {summary.checks.some(({ passed: some, failed: bad }) => some + bad > 0) && (
        <ul className="verify-summary">
          {summary.checks.map((check) => (
            <li key={check.id} data-summary={check.id} data-ok={String(outcomeOf(check))}>
              <OutcomeMark ok={outcomeOf(check)} />
              <span>
                <b>{t(`check.${check.id}.name`)}</b>
                <span className="count">{t('countPassed', { passed: check.passed, total })}</span>
                <span className="muted">{t(`check.${check.id}.text`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl className="verify-where">
        {summary.anchors.map((anchor) => (
          <div key={`${anchor.contract}/${anchor.size}`} className="anchor">
            <dt>{t('contractName')}</dt>
            <dd>
              <code>{anchor.contract}</code> · {t('chainName', { id: anchor.evmChainId })} · {t('checkpointSize')}{' '}
              {formatNumber(anchor.size, language)}
            </dd>
          </div>
        ))}
        <div data-testid="trust-source" data-source={trustSource}>
          <dt>{t('trustName')}</dt>
          <dd>{t(`trust.${trustSource}`)}</dd>
        </div>
        <div>
          <dt>{t('askedAt')}</dt>
          <dd>
            <code>{target?.url}</code> · {t('durations', { seconds: formatNumber(elapsedMs / 1000, language, 1) })}
          </dd>
        </div>
      </dl>
    </div>
  );
}
