import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import type { Application, Decision } from '../api/applications.ts';
import { Card } from '../parts/Card.tsx';

/** What was decided, by whom or by what, and why. */
export function DecisionCard({ application, decision }: { application: Application; decision: Decision }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const text = useText();
  const { outcome, mode, ground, words, by, at, signed } = decision;
  const { review, agreement } = application;
  // What was refused first and granted by a ruling keeps its first decision.
  const overruled = outcome === 'refused' && agreement !== null;
  return (
    <Card title={t(overruled ? 'one.overruled' : 'one.decision')} data-testid="decision">
      <p>
        <b>{t(`one.outcome.${outcome}`)}</b> · {t(`one.mode.${mode}`)}
        {by && <> · {t('one.by', { name: by })}</>} · <Time at={at} />
      </p>
      <p className="x-pre">{text(words)}</p>
      <Facts
        rows={[
          [t('act.ground'), ground ? t(`exchange:ground.${ground}`) : null],
          [t('one.review'), review ? t(`one.finding.${review}`) : null],
          [t('one.agreement'), agreement ? <code key="agreement">{agreement}</code> : null],
        ]}
      />
      {signed && (
        <details className="raw">
          <summary>{t('one.showSignature')}</summary>
          <p className="muted">{t('one.signed')}</p>
          <pre className="x-pre">{signed}</pre>
        </details>
      )}
    </Card>
  );
}
