import '../alliance.css';
import '../../explorer/explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Progress, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { Time } from '../../explorer/parts/Time.tsx';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { explainSent } from '../../operator/transactions/explainSent.ts';
import type { AllianceState, Founder, Founding } from '../api/alliance.ts';
import { RulesCard } from '../home/RulesCard.tsx';
import { useStoredKeys } from '../key/useStoredKeys.ts';
import { KindTags } from '../parts/tags.tsx';
import { allianceQuery } from '../queries.ts';
import { StartFounding } from './StartFounding.tsx';

/** The founding: who is to sign, who has, and when the alliance begins. */
export function FoundingPage() {
  const { t } = useTranslation('governance');
  const alliance = useQuery(allianceQuery);
  return (
    <>
      <Link to="/alliance" className="back">
        ← {t('home.title')}
      </Link>
      <PageHead title={t('founding.title')} lead={t('founding.lead')} />
      <Loaded query={alliance}>
        {(state) => (state.founding ? <Progressing alliance={state} founding={state.founding} /> : <NotStarted />)}
      </Loaded>
    </>
  );
}

function NotStarted() {
  const { t } = useTranslation('governance');
  return (
    <Card>
      <Result status="info" title={t('founding.none')} subTitle={t('founding.noneText')} />
      <StartFounding />
    </Card>
  );
}

function Progressing({ alliance, founding }: { alliance: AllianceState; founding: Founding }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { step, enrolled, total, startedAt, foundedAt, problem } = founding;
  return (
    <div className="stack">
      <Card title={t(`founding.step.${step}`)}>
        {problem && (
          <Alert
            type="warning"
            showIcon
            className="in-card"
            title={t('founding.problem')}
            description={explainSent(problem, language)}
          />
        )}
        <Progress
          percent={total === 0 ? 0 : Math.floor((enrolled / total) * 100)}
          format={() => `${enrolled} / ${total}`}
          strokeColor="#0c655f"
        />
        <p className="muted">
          {t('founding.started')} <Time at={startedAt} />
          {foundedAt && (
            <>
              {' · '}
              {t('founding.done')} <Time at={foundedAt} />
            </>
          )}
        </p>
        {step === 'signing' && <p>{t('founding.howText')}</p>}
        <ul className="founders" data-testid="founders">
          {founding.founders.map((founder) => (
            <FounderLine key={founder.slug} founder={founder} />
          ))}
        </ul>
      </Card>
      {alliance.rules && <RulesCard rules={alliance.rules} />}
    </div>
  );
}

function FounderLine({ founder }: { founder: Founder }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const mine = useStoredKeys()?.some(({ address }) => address === founder.key.toLowerCase()) ?? false;
  const { slug, name, kinds, signedAt, enrolledAt, problem, problemZh } = founder;
  return (
    <li data-testid={`founder-${slug}`} data-state={enrolledAt ? 'enrolled' : signedAt ? 'signed' : 'waiting'}>
      <div>
        <b>{pickText(name, language) ?? slug}</b> <KindTags kinds={kinds} />
        {problem && <small className="bad">{pickText({ zh: problemZh ?? problem, en: problem }, language)}</small>}
        {(enrolledAt ?? signedAt) && (
          <small>
            {t(enrolledAt ? 'founding.enrolledAt' : 'founding.signedAt')} <Time at={enrolledAt ?? signedAt ?? ''} />
          </small>
        )}
      </div>
      <div className="actions">
        {enrolledAt ? (
          <span className="chip chip-confirmed">{t('founding.enrolled')}</span>
        ) : signedAt ? (
          <span className="chip chip-pending">{t('founding.signed')}</span>
        ) : (
          <>
            <span className="chip">{t('founding.waiting')}</span>
            <Link to="/alliance/founding/$slug" params={{ slug }}>
              <Button type={mine ? 'primary' : 'default'} tabIndex={-1} data-testid={`sign-${slug}`}>
                {t('founding.sign')}
              </Button>
            </Link>
          </>
        )}
      </div>
    </li>
  );
}
