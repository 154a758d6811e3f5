import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Group, type GroupText, saveGroup } from '../api/groups.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { useChange } from '../parts/useChange.ts';

interface EditGroupProps {
  group?: Group;
  onClose: () => void;
  onSaved?: (id: string) => void;
}

/** Founds a working group, or changes what it says of itself. */
export function EditGroup({ group, onClose, onSaved }: EditGroupProps) {
  const { t } = useTranslation(['groups', 'coop']);
  const save = useChange(
    ({ name, summary, joining }: GroupText) => saveGroup({ name, summary, joining }, group?.id),
    (id) => {
      onClose();
      onSaved?.(id);
    },
  );
  const empty = { zh: '', en: '' };
  return (
    <FormModal<GroupText>
      title={t(group ? 'change' : 'found')}
      submit={t(group ? 'coop:form.save' : 'found')}
      initial={group ?? { name: empty, summary: empty, joining: 'request' }}
      error={save.error}
      pending={save.isPending}
      onSubmit={(text) => save.mutate(text)}
      onClose={onClose}
    >
      <LocalTextFields name="name" label={t('name')} max={120} required />
      <LocalTextFields
        name="summary"
        label={t('summary')}
        max={4000}
        rows={5}
        required
        markdown
        hint={t('summaryHint')}
      />
      <Form.Item name="joining" label={t('howToJoin')}>
        <Radio.Group
          options={[
            { value: 'request', label: t('joinByRequest') },
            { value: 'open', label: t('joinOpen') },
          ]}
        />
      </Form.Item>
    </FormModal>
  );
}
