import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Person, setRoles } from '../../api/organisation.ts';
import type { Role } from '../../api/session.ts';
import { Problem } from '../Problem.tsx';
import { RolesField } from './RolesField.tsx';

/** Sets the roles of a person. */
export function ChangeRoles({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ roles }: { roles: Role[] }) => setRoles(person?.id ?? '', roles),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['organisation', 'people'] });
      await client.invalidateQueries({ queryKey: ['session'] });
    },
  });
  return (
    <Modal
      open={person !== null}
      title={`${t('people.change')}: ${person?.name ?? ''}`}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: person?.roles ?? [] }}
        onFinish={(values: { roles: Role[] }) => change.mutate(values)}
      >
        <RolesField />
        {change.error && <Problem error={change.error} />}
        <div className="form-end">
          <Button onClick={onClose}>{t('invite.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={change.isPending} data-testid="roles-submit">
            {t('people.save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
