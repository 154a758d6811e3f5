import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useVerification } from '../verify/useVerification.ts';
import { VerifyPanel } from '../verify/VerifyPanel.tsx';
import { Hero } from './Hero.tsx';
import { JourneyMap } from './JourneyMap.tsx';
import { LotFactsPanel } from './LotFactsPanel.tsx';
import { LotForm } from './LotForm.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { ReportForm } from './ReportForm.tsx';
import { StepCard } from './StepCard.tsx';
import { useJourney } from './useJourney.ts';

/** The page behind the code on the package. */
export function ProductPage({ gtin, lot }: { gtin: string; lot: string }) {
  const { t } = useTranslation(['product', 'common']);
  const language = useLanguage();
  const { journey, error, reload } = useJourney(gtin, lot);
  const verification = useVerification();
  const name = journey && (pickText(journey.product.name, language) ?? t('untitled'));
  useEffect(() => {
    document.title = t('pageTitle', { name: name ?? lot });
  }, [t, name, lot]);

  if (journey === null) {
    if (error === null) return <Skeleton label={t('common:loading')} />;
    const missing = problemOf(error).status === 404;
    return (
      <div className="column notice-page">
        <ProblemNotice
          error={error}
          onRetry={reload}
          {...(missing ? { title: t('notFound.title'), text: t('notFound.text') } : {})}
        />
        {missing && <LotForm initialGtin={gtin} />}
      </div>
    );
  }
  const story = pickText(journey.product.description ?? null, language);
  const refuted = [...verification.results.values()].some(({ state }) => state === 'invalid');
  const steps = journey.steps.toSorted((left, right) => Date.parse(left.eventTime) - Date.parse(right.eventTime));
  return (
    <>
      <Hero journey={journey} refuted={refuted} />
      <div className="column overlap">
        {steps.length > 0 && <VerifyPanel records={steps} verification={verification} />}
        {journey.product.demo && <p className="demo-text">{t('demoText')}</p>}
        {story && (
          <section className="panel" aria-labelledby="story-title">
            <h2 id="story-title">{t('story')}</h2>
            <p className="story">{story}</p>
          </section>
        )}
        <LotFactsPanel gtin={gtin} lot={lot} />
        <JourneyMap steps={steps} />
        <section className="journey" aria-labelledby="journey-title">
          <h2 id="journey-title">{t('journey')}</h2>
          {steps.length === 0 ? (
            <div className="empty">
              <b>{t('empty.title')}</b>
              <p className="muted">{t('empty.text')}</p>
            </div>
          ) : (
            <>
              <p className="muted">{t('journeyHint')}</p>
              <ol className="timeline">
                {steps.map((step) => (
                  <StepCard key={step.statementId} step={step} verification={verification} />
                ))}
              </ol>
              {journey.truncated && <p className="muted">{t('truncated')}</p>}
            </>
          )}
        </section>
        <ReportForm gtin={gtin} lot={lot} />
      </div>
    </>
  );
}

function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <div className="hero hero-loading" />
      <div className="column overlap">
        <div className="skeleton tall" />
        <div className="skeleton" />
        <div className="skeleton" />
      </div>
    </div>
  );
}
