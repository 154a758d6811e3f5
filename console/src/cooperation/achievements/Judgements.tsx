import { Alert, Button, Card, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Achievement, type Judgement, judge, withdrawJudgement } from '../api/achievements.ts';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useChange } from '../parts/useChange.ts';
import { useSession } from '../parts/useSession.ts';

/** What others say of the present version, and the way to say something. */
export function Judgements({ achievement }: { achievement: Achievement }) {
  const { t } = useTranslation('achievements');
  const { member: own, may } = useSession();
  const [verdict, setVerdict] = useState<Judgement['verdict'] | null>(null);
  const { id, member, version, judgements, withdrawn } = achievement;
  const mine = judgements.find((one) => one.member === own);
  const judges = own !== null && own !== member && !withdrawn && may('cooperation:judge');
  return (
    <Card
      title={t('judgements')}
      extra={
        judges && (
          <Space wrap>
            <Button type="primary" onClick={() => setVerdict('confirmed')} data-testid="confirm-claim">
              {t('confirm')}
            </Button>
            <Button danger onClick={() => setVerdict('disputed')} data-testid="dispute-claim">
              {t('dispute')}
            </Button>
          </Space>
        )
      }
    >
      {own === member && <Alert type="info" showIcon className="in-card" title={t('ownClaim')} />}
      {judgements.length === 0 && <p className="muted">{t('onlyClaimed')}</p>}
      <ul className="lines">
        {judgements.map((one) => (
          <li key={one.id}>
            <JudgementLine judgement={one}>
              {one === mine && judges && (
                <ConfirmButton
                  room="cooperation"
                  size="small"
                  ask={t('confirmTakeBack')}
                  run={() => withdrawJudgement(id)}
                >
                  {t('takeBack')}
                </ConfirmButton>
              )}
            </JudgementLine>
          </li>
        ))}
      </ul>
      {verdict && <JudgeModal id={id} version={version} verdict={verdict} onClose={() => setVerdict(null)} />}
    </Card>
  );
}

/** What one organisation says. */
export function JudgementLine({ judgement, children }: { judgement: Judgement; children?: React.ReactNode }) {
  const { t } = useTranslation('achievements');
  const language = useLanguage();
  const { member, verdict, reason, createdAt, replacedAt, version } = judgement;
  return (
    <div className="line">
      <div className="line-main">
        <p className="entry-meta">
          <span className={`chip chip-${replacedAt ? 'past' : verdict}`}>{t(`verdict.${verdict}`)}</span>
          <MemberLink slug={member} />
          <time dateTime={createdAt}>{formatDate(createdAt, language)}</time>
          {replacedAt && <span>{t('replaced', { version })}</span>}
        </p>
        <p className="reason">{reason}</p>
      </div>
      {children}
    </div>
  );
}

interface JudgeModalProps {
  id: string;
  version: number;
  verdict: Judgement['verdict'];
  onClose: () => void;
}

function JudgeModal({ id, version, verdict, onClose }: JudgeModalProps) {
  const { t } = useTranslation(['achievements', 'coop']);
  const say = useChange((reason: string) => judge(id, { version, verdict, reason }), onClose);
  const action = verdict === 'confirmed' ? 'confirm' : 'dispute';
  return (
    <FormModal<{ reason: string }>
      title={t(action)}
      submit={t(action)}
      danger={verdict === 'disputed'}
      initial={{ reason: '' }}
      error={say.error}
      pending={say.isPending}
      onSubmit={({ reason }) => say.mutate(reason)}
      onClose={onClose}
    >
      <p className="muted">{t('judgeHint')}</p>
      <Form.Item
        name="reason"
        label={t(`reasonOf.${verdict}`)}
        rules={[{ required: true, whitespace: true, message: t('coop:form.needed') }]}
      >
        <Input.TextArea rows={4} maxLength={4000} data-testid="reason" />
      </Form.Item>
    </FormModal>
  );
}
