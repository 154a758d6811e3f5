import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Call, type CallText, saveCall } from '../api/calls.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { fromLocalInput, toLocalInput } from '../parts/localTime.ts';
import { useChange } from '../parts/useChange.ts';

interface EditCallProps {
  call?: Call;
  onClose: () => void;
  onSaved?: (id: string) => void;
}

const usualDays = 30;

/** Opens a call, or changes an open one. */
export function EditCall({ call, onClose, onSaved }: EditCallProps) {
  const { t } = useTranslation(['calls', 'coop']);
  const save = useChange(
    ({ title, body, deadline }: CallText) =>
      saveCall({ title, body, deadline: fromLocalInput(deadline) ?? deadline }, call?.id),
    (id) => {
      onClose();
      onSaved?.(id);
    },
  );
  const empty = { zh: '', en: '' };
  const usual = new Date(Date.now() + usualDays * 86_400_000).toISOString();
  return (
    <FormModal<CallText>
      title={t(call ? 'change' : 'open')}
      submit={t(call ? 'coop:form.save' : 'open')}
      initial={{
        title: call?.title ?? empty,
        body: call?.body ?? empty,
        deadline: toLocalInput(call?.deadline ?? usual),
      }}
      error={save.error}
      pending={save.isPending}
      onSubmit={(text) => save.mutate(text)}
      onClose={onClose}
    >
      <LocalTextFields name="title" label={t('titleField')} max={200} required />
      <LocalTextFields name="body" label={t('text')} max={20000} rows={9} required markdown hint={t('textHint')} />
      <Form.Item
        name="deadline"
        label={t('deadline')}
        extra={t('deadlineHint')}
        rules={[{ required: true, message: t('coop:form.needed') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </FormModal>
  );
}
