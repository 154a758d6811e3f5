import '../alliance.css';
import '../../explorer/explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Figure } from '../../operator/overview/Figure.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import type { AllianceState } from '../api/alliance.ts';
import { allianceQuery } from '../queries.ts';
import { AddressesCard } from './AddressesCard.tsx';
import { CheckCard } from './CheckCard.tsx';
import { NewestProposals } from './NewestProposals.tsx';
import { RulesCard } from './RulesCard.tsx';
import { StateBanner } from './StateBanner.tsx';

/** The alliance for everybody: where it stands, its rules in plain words, what it decides, and how to check it. */
export function AllianceHome() {
  const { t } = useTranslation('governance');
  const alliance = useQuery(allianceQuery);
  return (
    <>
      <PageHead title={t('home.title')} lead={t('home.lead')} />
      <Loaded query={alliance}>{(state) => <Home alliance={state} />}</Loaded>
    </>
  );
}

function Home({ alliance }: { alliance: AllianceState }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { counts, rules, state } = alliance;
  const purpose = pickText(alliance.purpose, language);
  return (
    <div className="stack">
      <StateBanner alliance={alliance} />
      {purpose && <p>{purpose}</p>}
      <div className="cards">
        {state === 'founded' && (
          <>
            <Card
              title={t('home.numbers')}
              className="card-wide"
              extra={<Link to="/alliance/members">{t('home.toMembers')}</Link>}
            >
              <dl className="figures">
                {(['admitted', 'applied', 'suspended', 'left'] as const).map((status) => (
                  <Figure key={status} name={t(`count.${status}`)} big>
                    <span data-testid={`count-${status}`}>{formatNumber(counts[status], language)}</span>
                  </Figure>
                ))}
              </dl>
            </Card>
            <NewestProposals />
          </>
        )}
        {rules && <RulesCard rules={rules} />}
        <CheckCard alliance={alliance} />
        {alliance.governor && <AddressesCard alliance={alliance} />}
      </div>
    </div>
  );
}
