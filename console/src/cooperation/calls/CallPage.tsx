import '../cooperation.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Card, Space, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Call, callStates, closeCall, getCall } from '../api/calls.ts';
import { Back } from '../parts/Back.tsx';
import { Markdown } from '../parts/Markdown.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useSession } from '../parts/useSession.ts';
import { useText } from '../parts/useText.ts';
import { Applications } from './Applications.tsx';
import { EditCall } from './EditCall.tsx';
import { FinishCall } from './FinishCall.tsx';

/** One call with its steps, and the applications that the reader may see. */
export function CallPage() {
  const { id } = useParams({ from: '/cooperation/calls/$id' });
  const query = useQuery({
    queryKey: ['cooperation', 'call', id],
    queryFn: ({ signal }) => getCall(id, signal),
  });
  return <Loaded query={query}>{(call) => <View call={call} />}</Loaded>;
}

function View({ call }: { call: Call }) {
  const { t } = useTranslation('calls');
  const language = useLanguage();
  const text = useText();
  const { member: own, may } = useSession();
  const [open, setOpen] = useState<'change' | 'finish' | null>(null);
  const { id, member, title, body, state, deadline, decision, outcome, accepted, applications } = call;
  const isOwn = own === member;
  return (
    <>
      <Back to="/cooperation/calls" text={t('title')} />
      <PageHead
        title={text(title)}
        actions={
          isOwn &&
          may('cooperation:decide-call') && (
            <Space wrap>
              {state === 'open' && <Button onClick={() => setOpen('change')}>{t('change')}</Button>}
              {state === 'open' && (
                <ConfirmButton room="cooperation" ask={t('confirmClose')} run={() => closeCall(id)}>
                  {t('close')}
                </ConfirmButton>
              )}
              {state === 'decided' && (
                <Button type="primary" onClick={() => setOpen('finish')} data-testid="finish-call">
                  {t('finish')}
                </Button>
              )}
            </Space>
          )
        }
      />
      <div className="stack">
        <Card>
          <Steps
            size="small"
            className="call-steps"
            current={callStates.indexOf(state)}
            items={callStates.map((value) => ({ title: t(`state.${value}`) }))}
          />
          <p className="entry-meta">
            <MemberLink slug={member} />
            <b>{t(state === 'open' ? 'deadlineAt' : 'deadlineWas', { at: formatDateTime(deadline, language) })}</b>
            <span>{t('applied', { count: applications })}</span>
          </p>
          <Markdown text={text(body)} />
        </Card>
        {decision && (
          <Card title={t('decision')}>
            <Markdown text={text(decision)} />
            <p className="entry-meta">
              <b>{t('accepted')}</b>
              {accepted.length === 0 ? (
                <span>{t('nobody')}</span>
              ) : (
                accepted.map((slug) => <MemberLink key={slug} slug={slug} />)
              )}
            </p>
          </Card>
        )}
        {outcome && (
          <Card title={t('outcome')}>
            <Markdown text={text(outcome)} />
          </Card>
        )}
        <Applications call={call} />
      </div>
      {open === 'change' && <EditCall call={call} onClose={() => setOpen(null)} />}
      {open === 'finish' && <FinishCall id={id} onClose={() => setOpen(null)} />}
    </>
  );
}
