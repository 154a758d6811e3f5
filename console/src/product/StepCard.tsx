import { useTranslation } from 'react-i18next';
import { bundlePath } from '../api/getBundle.ts';
import type { JourneyStep } from '../api/getJourney.ts';
import { StepPhotos } from '../field/photos/StepPhotos.tsx';
import { formatClock, formatDate } from '../format/formatTime.ts';
import { hashHex, shortenIdentifier } from '../format/shorten.ts';
import { bareWord } from '../i18n/bareWord.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { RecordChecks } from '../verify/RecordChecks.tsx';
import type { Verification } from '../verify/useVerification.ts';
import { stepIconPath } from './stepIcon.ts';
import { TemperatureChart } from './TemperatureChart.tsx';

/** One station of the journey: what happened, who says so, when, where, and how it is proven. */
export function StepCard({ step, verification }: { step: JourneyStep; verification: Verification }) {
  const { t } = useTranslation(['product', 'common']);
  const language = useLanguage();
  const words = useWords();
  const result = verification.results.get(step.statementId);
  const zone = step.eventTimeZoneOffset;
  const title = step.bizStep ? words.bizStep(step.bizStep) : words.eventType(step.type);
  const note = pickText(step.title, language);
  const place = step.place && (pickText(step.place.name, language) ?? shortenIdentifier(step.place.id));
  const waiting = step.status === 'pending' || step.status === 'integrated';
  return (
    <li className={`step ${result ? `step-${result.state}` : ''}`} data-testid="step" data-status={step.status}>
      <span className="step-icon">
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="line-icon">
          <path d={stepIconPath(step.bizStep)} />
        </svg>
      </span>
      <article className="step-card">
        <header>
          <h3>{title}</h3>
          <span className={`chip chip-${step.status}`}>{t(`common:status.${step.status}`)}</span>
        </header>
        <p className="when">
          <time dateTime={step.eventTime}>
            {formatDate(step.eventTime, language, zone)} {formatClock(step.eventTime, language, zone)}
          </time>
          {step.disposition && <span className="disposition">{words.disposition(step.disposition)}</span>}
        </p>
        {note && <p className="note">{note}</p>}
        <dl className="who">
          <dt>{t('by')}</dt>
          <dd>{pickText(step.member.name, language) ?? step.member.slug}</dd>
          {place && (
            <>
              <dt>{t('at')}</dt>
              <dd>{place}</dd>
            </>
          )}
        </dl>
        {step.temperature && <TemperatureChart temperature={step.temperature} zone={zone} />}
        <StepPhotos hashes={step.photos} label={(number) => t('photo', { number })} />
        {step.certificates.length > 0 && (
          <ul className="certificates" aria-label={t('certificates')}>
            {step.certificates.map((certificate) => (
              <li key={certificate.id}>
                <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" className="line-icon">
                  <path d="M12 3a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM8.500 14L7 21.500l5-2.700 5 2.700L15.500 14" />
                </svg>
                <span>
                  <b>
                    {pickText(certificate.name, language) ?? t(`certificateType.${certificateKind(certificate.type)}`)}
                  </b>
                  <small>{shortenIdentifier(certificate.id)}</small>
                </span>
              </li>
            ))}
          </ul>
        )}
        <RecordChecks result={result} running={verification.running} url={verification.target?.url} />
        <footer>
          {waiting ? (
            <span className="waiting">{t('pendingStep')}</span>
          ) : (
            <a
              className="download"
              data-testid="download-proof"
              href={bundlePath(step.statementId)}
              download={`xiangyu-proof-${hashHex(step.hash).slice(0, 12)}.json`}
            >
              {t('downloadProof')}
            </a>
          )}
          <details className="technical">
            <summary>{t('showDetails')}</summary>
            <dl>
              <dt>{t('details.eventID')}</dt>
              <dd>
                <code>{step.eventID}</code>
              </dd>
              <dt>{t('details.hash')}</dt>
              <dd>
                <code>{step.hash}</code>
              </dd>
              <dt>{t('details.type')}</dt>
              <dd>
                {words.eventType(step.type)} <code>{step.type}</code>
              </dd>
              <Identifiers title={t('details.inputs')} ids={step.inputs} />
              <Identifiers title={t('details.outputs')} ids={step.outputs} />
              <dt>{t('details.statement')}</dt>
              <dd>
                <code>{step.statementId}</code>
              </dd>
            </dl>
          </details>
        </footer>
      </article>
    </li>
  );
}

function Identifiers({ title, ids }: { title: string; ids: string[] }) {
  if (ids.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {ids.map((id) => (
          <code key={id}>{shortenIdentifier(id)}</code>
        ))}
      </dd>
    </>
  );
}

function certificateKind(type: string): 'cert' | 'testres' | 'other' {
  const word = bareWord(type);
  return word === 'cert' || word === 'testres' ? word : 'other';
}
