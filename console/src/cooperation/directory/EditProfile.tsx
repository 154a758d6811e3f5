import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { changeProfile, type Profile } from '../api/directory.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { useChange } from '../parts/useChange.ts';

/** What the own organisation says of itself. */
export function EditProfile({ slug, profile, onClose }: { slug: string; profile: Profile; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'coop']);
  const save = useChange((given: Profile) => changeProfile(slug, given), onClose);
  return (
    <FormModal<Profile>
      title={t('edit')}
      submit={t('coop:form.save')}
      initial={{ ...profile, contact: profile.contact ?? '' }}
      error={save.error}
      pending={save.isPending}
      onSubmit={(given) => save.mutate(given)}
      onClose={onClose}
    >
      <LocalTextFields name="summary" label={t('summary')} max={300} hint={t('summaryHint')} />
      <LocalTextFields name="offers" label={t('offers')} max={5000} rows={5} markdown />
      <LocalTextFields name="seeks" label={t('seeks')} max={5000} rows={5} markdown />
      <LocalTextFields name="about" label={t('about')} max={10000} rows={6} markdown />
      <Form.Item
        name="tags"
        label={t('tags')}
        extra={t('tagsHint')}
        rules={[
          { type: 'array', max: 20, message: t('tooManyTags') },
          {
            validator: async (_, tags: string[] = []) => {
              if (tags.some((tag) => tag.length > 40)) throw new Error(t('longTag'));
            },
          },
        ]}
      >
        <Select mode="tags" tokenSeparators={[',', '，', '、']} open={false} suffixIcon={null} />
      </Form.Item>
      <LocalTextFields name="place" label={t('place')} max={200} />
      <Form.Item
        name="website"
        label={t('website')}
        rules={[{ pattern: /^\s*(https?:\/\/\S+)?\s*$/i, message: t('coop:form.badUrl') }]}
      >
        <Input type="url" placeholder="https://www.example.org/" maxLength={500} spellCheck={false} />
      </Form.Item>
      <Form.Item name="contact" label={t('contact')} extra={t('contactHint')}>
        <Input maxLength={500} />
      </Form.Item>
    </FormModal>
  );
}
