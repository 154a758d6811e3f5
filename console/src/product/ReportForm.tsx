import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportSuspicion, type SuspicionKind, suspicionKinds } from '../api/lotFacts.ts';
import { useProblemWords } from '../i18n/useProblemWords.ts';

type State = { at: 'closed' } | { at: 'open' | 'sending' | 'sent' } | { at: 'failed'; error: unknown };

/** Takes a suspicion of whoever holds the product; asks for nothing about the person. */
export function ReportForm({ gtin, lot }: { gtin: string; lot: string }) {
  const { t } = useTranslation(['product', 'common']);
  const words = useProblemWords();
  const [state, setState] = useState<State>({ at: 'closed' });
  const [kind, setKind] = useState<SuspicionKind>('counterfeit');
  const [text, setText] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setState({ at: 'sending' });
    const path = window.location.pathname.replace(/^\/product\//, '/');
    const link = path.startsWith('/01/') ? path : `/01/${gtin}/10/${encodeURIComponent(lot)}`;
    reportSuspicion({ link, kind, text: text.trim() }).then(
      () => setState({ at: 'sent' }),
      (error: unknown) => setState({ at: 'failed', error }),
    );
  };
  if (state.at === 'sent') {
    return (
      <section className="panel" role="status" data-testid="report-sent">
        <h2>{t('report.sentTitle')}</h2>
        <p>{t('report.sentText')}</p>
      </section>
    );
  }
  const problem = state.at === 'failed' ? words(state.error) : null;
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('report.title')}</h2>
      <p className="muted">{t('report.lead')}</p>
      {state.at === 'closed' ? (
        <button
          type="button"
          className="plain-button"
          data-testid="report-open"
          onClick={() => setState({ at: 'open' })}
        >
          {t('report.open')}
        </button>
      ) : (
        <form className="report" onSubmit={submit}>
          <fieldset>
            <legend>{t('report.kindLabel')}</legend>
            {suspicionKinds.map((one) => (
              <label key={one}>
                <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
                {t(`report.kind.${one}`)}
              </label>
            ))}
          </fieldset>
          <label htmlFor={`${id}-text`}>{t('report.textLabel')}</label>
          <textarea
            id={`${id}-text`}
            rows={3}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {problem && (
            <p className="field-error" role="alert">
              {problem.title} {problem.nextStep}
            </p>
          )}
          <button type="submit" className="verify-button" disabled={state.at === 'sending'} data-testid="report-send">
            {t('report.send')}
          </button>
        </form>
      )}
    </section>
  );
}
