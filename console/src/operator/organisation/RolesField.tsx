import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/session.ts';

const roles: readonly Role[] = ['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer'];

/** The roles, each with what it lets a person do. */
export function RolesField() {
  const { t } = useTranslation('organisation');
  return (
    <Form.Item name="roles" label={t('invite.roles')} rules={[{ required: true, message: t('people.rolesNeeded') }]}>
      <Checkbox.Group className="role-choices">
        {roles.map((role) => (
          <Checkbox key={role} value={role} data-testid={`role-${role}`}>
            <b>{t(`roles.${role}.name`)}</b>
            <span className="muted">{t(`roles.${role}.text`)}</span>
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  );
}
