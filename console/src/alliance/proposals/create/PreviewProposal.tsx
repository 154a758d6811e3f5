import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import Markdown from 'react-markdown';
import { Facts } from '../../../explorer/parts/Facts.tsx';
import { pickText } from '../../../i18n/language.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Copyable } from '../../../operator/Copyable.tsx';
import { type PreparedProposal, sendProposal } from '../../api/proposals.ts';
import type { Hex } from '../../api/types.ts';
import { refreshAlliance } from '../../queries.ts';
import { refuseUnlessSame, wholeNumberOf } from '../../sign/refuseUnlessSame.ts';
import { SignDialog, type SigningRequest } from '../../sign/SignDialog.tsx';
import { SigningProblem } from '../../sign/SigningProblem.tsx';
import { type AlliancePlace, buildTypedData } from '../../sign/typedData.ts';
import { CallsCard } from '../CallsCard.tsx';

interface PreviewProps {
  prepared: PreparedProposal;
  place: AlliancePlace;
  /** Key of the member that proposes. */
  proposer: Hex;
  slug: string;
  onBack: () => void;
}

/** Everything that a proposal would say and do, before it is signed. */
export function PreviewProposal({ prepared, place, proposer, slug, onBack }: PreviewProps) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [request, setRequest] = useState<SigningRequest | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { id, document, description, digest, targets, values, calldatas, typedData: given } = prepared;
  const calls = targets.map((target, at) => ({ target, valueWei: values[at] ?? '0', data: calldatas[at] ?? '0x' }));
  const ask = () => {
    setRefusal(null);
    try {
      const nonce = wholeNumberOf(given, 'nonce');
      const message = { proposer, targets, values, calldatas, description, nonce };
      const typedData = buildTypedData(place, 'Proposal', message);
      refuseUnlessSame(typedData, given);
      setRequest({
        title: t('create.signTitle'),
        rows: [
          [t('vote.proposal'), pickText(document.title, language)],
          [t('proposal.type'), t(`type.${document.type}`)],
          [t('vote.member'), slug],
          [t('create.textDigest'), <code key="digest">{digest}</code>],
        ],
        typedData,
        place,
        signer: proposer,
        confirm: t('create.submit'),
        send: async (signature) => {
          await sendProposal({ document, member: slug, signature });
          await refreshAlliance(client);
          await navigate({ to: '/alliance/proposals/$id', params: { id } });
          return undefined;
        },
      });
    } catch (error) {
      setRefusal(error);
    }
  };
  return (
    <div className="stack">
      <Card title={t('proposal.text')}>
        <div className="bilingual">
          {(['zh', 'en'] as const).map((one) => (
            <div key={one} className="proposal-text">
              <h2>{document.title[one]}</h2>
              <Markdown>{document.text[one]}</Markdown>
            </div>
          ))}
        </div>
        <Facts
          rows={[
            [t('create.textDigest'), <Copyable key="digest" text={digest} full />],
            [t('vote.id'), <Copyable key="id" text={id} full />],
          ]}
        />
      </Card>
      <CallsCard calls={calls} />
      {refusal !== null && <SigningProblem error={refusal} />}
      <div className="form-end">
        <Button size="large" onClick={onBack}>
          {t('create.back')}
        </Button>
        <Button type="primary" size="large" onClick={ask} data-testid="sign-proposal">
          {t('create.sign')}
        </Button>
      </div>
      {request && <SignDialog request={request} onClose={(next) => setRequest(next ?? null)} />}
    </div>
  );
}
