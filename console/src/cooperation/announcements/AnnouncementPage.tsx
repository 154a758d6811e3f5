import '../cooperation.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatDate, formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Announcement, getAnnouncement, withdrawAnnouncement } from '../api/announcements.ts';
import { Back } from '../parts/Back.tsx';
import { Markdown } from '../parts/Markdown.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useSession } from '../parts/useSession.ts';
import { useText } from '../parts/useText.ts';
import { EditAnnouncement } from './EditAnnouncement.tsx';

/** One announcement. */
export function AnnouncementPage() {
  const { id } = useParams({ from: '/cooperation/announcements/$id' });
  const query = useQuery({
    queryKey: ['cooperation', 'announcement', id],
    queryFn: ({ signal }) => getAnnouncement(id, signal),
  });
  return <Loaded query={query}>{(announcement) => <View announcement={announcement} />}</Loaded>;
}

function View({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation('bulletin');
  const language = useLanguage();
  const text = useText();
  const navigate = useNavigate();
  const { member: own, may } = useSession();
  const [writing, setWriting] = useState(false);
  const { id, member, title, body, createdAt, updatedAt, expiresAt, expired, audience } = announcement;
  return (
    <>
      <Back to="/cooperation/announcements" text={t('title')} />
      <PageHead
        title={text(title)}
        actions={
          own === member &&
          may('cooperation:publish') && (
            <Space wrap>
              <Button onClick={() => setWriting(true)}>{t('change')}</Button>
              <ConfirmButton
                room="cooperation"
                danger
                ask={t('confirmWithdraw')}
                run={() => withdrawAnnouncement(id)}
                onDone={() => navigate({ to: '/cooperation/announcements' })}
              >
                {t('withdraw')}
              </ConfirmButton>
            </Space>
          )
        }
      />
      <Card>
        <p className="entry-meta">
          <MemberLink slug={member} />
          <time dateTime={createdAt}>{formatDate(createdAt, language)}</time>
          {updatedAt !== createdAt && <span>{t('updated', { at: formatDateTime(updatedAt, language) })}</span>}
          {expiresAt && !expired && <span>{t('until', { at: formatDateTime(expiresAt, language) })}</span>}
          {audience === 'members' && <span className="chip chip-anchored">{t('forMembers')}</span>}
        </p>
        {expired && <Alert type="warning" showIcon className="in-card" title={t('expired')} />}
        <Markdown text={text(body)} />
      </Card>
      {writing && <EditAnnouncement announcement={announcement} onClose={() => setWriting(false)} />}
    </>
  );
}
