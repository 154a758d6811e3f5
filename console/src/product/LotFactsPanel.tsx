import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColdChain, getLotFacts, type LotCertificate, type LotFacts } from '../api/lotFacts.ts';
import { formatNumber } from '../format/formatNumber.ts';
import { formatDate } from '../format/formatTime.ts';
import { shortenIdentifier } from '../format/shorten.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { OutcomeMark } from '../verify/OutcomeMark.tsx';

/** Certificates with their status now, the mass balance and the cold chain: asked for after the journey is shown. */
export function LotFactsPanel({ gtin, lot }: { gtin: string; lot: string }) {
  const { t } = useTranslation('product');
  const language = useLanguage();
  const [facts, setFacts] = useState<LotFacts | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    void getLotFacts(gtin, lot, controller.signal).then((found) => {
      if (!controller.signal.aborted) setFacts(found);
    });
    return () => controller.abort();
  }, [gtin, lot]);
  if (facts === null) return null;
  const { certificates, seal, coldChain } = facts;
  return (
    <section className="panel" aria-labelledby="facts-title" data-testid="lot-facts">
      <h2 id="facts-title">{t('facts.title')}</h2>
      <ul className="facts">
        {(certificates ?? []).map((one) => (
          <CertificateFact key={one.uri} found={one} />
        ))}
        {certificates?.length === 0 && <Fact ok={null} title={t('facts.noCertificate')} />}
        {seal && (
          <Fact
            ok={seal.seal === 'balanced' ? true : seal.seal === 'doubted' ? false : null}
            title={t(`facts.seal.${seal.seal}`)}
            testId="balance-seal"
            state={seal.seal}
          >
            <p>{pickText(seal.text, language)}</p>
            {seal.reasons.map((reason) => (
              <p key={reason.en} className="bad">
                {pickText(reason, language)}
              </p>
            ))}
          </Fact>
        )}
        {coldChain && <ColdChainFact coldChain={coldChain} />}
      </ul>
    </section>
  );
}

interface FactProps {
  ok: boolean | null;
  title: string;
  testId?: string;
  state?: string;
  children?: React.ReactNode;
}

function Fact({ ok, title, testId, state, children }: FactProps) {
  return (
    <li data-testid={testId} data-state={state}>
      <OutcomeMark ok={ok} />
      <div>
        <b>{title}</b>
        {children}
      </div>
    </li>
  );
}

function CertificateFact({ found: { uri, certificate } }: { found: LotCertificate }) {
  const { t } = useTranslation('product');
  const language = useLanguage();
  if (certificate === null) {
    return (
      <Fact ok={null} title={t('facts.unknownCertificate')} testId="certificate" state="unknown">
        <p className="muted">{shortenIdentifier(uri)}</p>
      </Fact>
    );
  }
  const { state, standard, number, validUntil, issuerName, issuer, operatorName, operator, trusted } = certificate;
  return (
    <Fact
      ok={state === 'valid' ? (trusted ? true : null) : false}
      title={t(`facts.certificate.${state}`, { standard })}
      testId="certificate"
      state={state}
    >
      <p>
        {t('facts.issued', {
          number,
          issuer: pickText(issuerName, language) ?? issuer,
          operator: pickText(operatorName, language) ?? operator,
          until: formatDate(validUntil, language, '+08:00'),
        })}
      </p>
    </Fact>
  );
}

function ColdChainFact({ coldChain: { limits, series } }: { coldChain: ColdChain }) {
  const { t } = useTranslation('product');
  const language = useLanguage();
  const temperatures = series.filter(({ kind }) => kind === 'Temperature');
  if (temperatures.length === 0) return null;
  const breaches = temperatures.flatMap((one) => one.breaches);
  const { max = null } = limits?.Temperature ?? {};
  const degrees = (value: number) => `${formatNumber(value, language, 1)} °C`;
  if (breaches.length === 0) {
    return (
      <Fact ok={limits === null ? null : true} title={t(limits === null ? 'facts.cold.noLimits' : 'facts.cold.kept')}>
        {max !== null && <p>{t('facts.cold.limit', { max: degrees(max) })}</p>}
      </Fact>
    );
  }
  return (
    <Fact ok={false} title={t('facts.cold.broken')} testId="cold-chain" state="broken">
      {breaches.map((breach) => (
        <p key={`${breach.from} ${breach.peak}`}>
          {t('facts.cold.breach', {
            peak: degrees(breach.peak),
            limit: degrees(breach.limit),
            minutes: formatNumber(breach.minutes ?? 0, language),
            date: breach.from === null ? '' : formatDate(breach.from, language, '+08:00'),
          })}
        </p>
      ))}
    </Fact>
  );
}
