import '../alliance.css';
import '../../explorer/explorer.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Copyable } from '../../operator/Copyable.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { type FoundingTask, getFoundingTask, sendFoundingSignature } from '../api/alliance.ts';
import { KindTags } from '../parts/tags.tsx';
import { allianceQuery, refreshAlliance, useAlliancePlace } from '../queries.ts';
import { memberIdOf } from '../sign/memberIds.ts';
import { refuseUnlessSame } from '../sign/refuseUnlessSame.ts';
import { SignDialog, type SigningRequest } from '../sign/SignDialog.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { buildTypedData } from '../sign/typedData.ts';
import { CharterCard } from './CharterCard.tsx';

/** Where a founder signs the charter, with its own key in its own browser. */
export function FounderPage() {
  const { t } = useTranslation('governance');
  const { slug } = useParams({ from: '/alliance/founding/$slug' });
  const task = useQuery({
    queryKey: ['alliance', 'founder', slug],
    queryFn: ({ signal }) => getFoundingTask(slug, signal),
    refetchInterval: 3_000,
  });
  return (
    <>
      <Link to="/alliance/founding" className="back">
        ← {t('founding.title')}
      </Link>
      <PageHead title={t('founding.signTitle')} lead={t('founding.signLead')} />
      <Loaded query={task}>{(found) => <Sign task={found} />}</Loaded>
    </>
  );
}

function Sign({ task: { founder, charterHash, typedData: given } }: { task: FoundingTask }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const client = useQueryClient();
  const place = useAlliancePlace();
  const { data: alliance } = useQuery(allianceQuery);
  const [request, setRequest] = useState<SigningRequest | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const name = pickText(founder.name, language) ?? founder.slug;
  const ask = () => {
    if (!place) return;
    setRefusal(null);
    try {
      const typedData = buildTypedData(place, 'Founding', { charter: charterHash, member: memberIdOf(founder.slug) });
      refuseUnlessSame(typedData, given);
      setRequest({
        title: t('founding.signTitle'),
        rows: [
          [t('founding.founder'), name],
          [t('founding.alliance'), pickText(alliance?.name, language) ?? ''],
          [t('addresses.charter'), <Copyable key="charter" text={charterHash} full />],
        ],
        typedData,
        place,
        signer: founder.key,
        confirm: t('founding.sign'),
        send: async (signature) => {
          await sendFoundingSignature({ founder: founder.slug, signature });
          await refreshAlliance(client);
          return undefined;
        },
      });
    } catch (error) {
      setRefusal(error);
    }
  };
  return (
    <div className="stack">
      <Card>
        <Facts
          rows={[
            [t('founding.founder'), <b key="name">{name}</b>],
            [t('member.kinds'), <KindTags key="kinds" kinds={founder.kinds} />],
            ['DID', <code key="did">{founder.did}</code>],
            [t('member.key'), <Copyable key="key" text={founder.key} full />],
            [t('addresses.charter'), <Copyable key="charter" text={charterHash} full />],
          ]}
        />
        {founder.signedAt ? (
          <Alert
            type="success"
            showIcon
            data-testid="founder-signed"
            title={founder.enrolledAt ? t('founding.enrolledText') : t('founding.signedText')}
          />
        ) : (
          <div className="stack">
            <Alert type="info" showIcon title={t('founding.readFirst')} />
            {refusal !== null && <SigningProblem error={refusal} />}
            <div className="actions">
              <Button type="primary" size="large" onClick={ask} disabled={!place} data-testid="founder-sign">
                {t('founding.sign')}
              </Button>
              <Link to="/alliance/key">
                <Button size="large" tabIndex={-1}>
                  {t('founding.toKey')}
                </Button>
              </Link>
            </div>
          </div>
        )}
      </Card>
      <CharterCard digest={charterHash} />
      {request && <SignDialog request={request} onClose={(next) => setRequest(next ?? null)} />}
    </div>
  );
}
