import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Announcement, type AnnouncementText, saveAnnouncement } from '../api/announcements.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { fromLocalInput, toLocalInput } from '../parts/localTime.ts';
import { useChange } from '../parts/useChange.ts';

interface Values extends Omit<AnnouncementText, 'expiresAt'> {
  expires: string;
}

interface EditAnnouncementProps {
  announcement?: Announcement;
  onClose: () => void;
  onSaved?: (id: string) => void;
}

/** Writes a new announcement, or changes one. */
export function EditAnnouncement({ announcement, onClose, onSaved }: EditAnnouncementProps) {
  const { t } = useTranslation(['bulletin', 'coop']);
  const save = useChange(
    ({ expires, ...text }: Values) =>
      saveAnnouncement({ ...text, expiresAt: fromLocalInput(expires) }, announcement?.id),
    (id) => {
      onClose();
      onSaved?.(id);
    },
  );
  const empty = { zh: '', en: '' };
  const initial = announcement
    ? { ...announcement, expires: toLocalInput(announcement.expiresAt) }
    : { title: empty, body: empty, audience: 'public', pinned: false, expires: '' };
  return (
    <FormModal<Values>
      title={t(announcement ? 'change' : 'publish')}
      submit={t(announcement ? 'coop:form.save' : 'publish')}
      initial={initial}
      error={save.error}
      pending={save.isPending}
      onSubmit={(values) => save.mutate(values)}
      onClose={onClose}
    >
      <LocalTextFields name="title" label={t('titleField')} max={200} required />
      <LocalTextFields name="body" label={t('text')} max={20000} rows={9} required markdown />
      <Form.Item name="audience" label={t('audience')}>
        <Radio.Group
          options={[
            { value: 'public', label: t('forAll') },
            { value: 'members', label: t('forMembers') },
          ]}
        />
      </Form.Item>
      <Form.Item name="expires" label={t('expires')} extra={t('expiresHint')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="pinned" valuePropName="checked">
        <Checkbox>{t('pin')}</Checkbox>
      </Form.Item>
    </FormModal>
  );
}
