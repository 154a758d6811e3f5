import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const kinds = ['enterprise', 'government', 'research', 'certifier', 'nodeOperator', 'witness'] as const;

/** What a new organisation is called and what it is. */
export function OrganisationFields() {
  const { t } = useTranslation('organisation');
  const required = { required: true, whitespace: true, message: t('invite.required') };
  return (
    <>
      <Form.Item name="zh" label={t('invite.nameZh')} rules={[required]}>
        <Input maxLength={100} data-testid="invite-zh" />
      </Form.Item>
      <Form.Item name="en" label={t('invite.nameEn')} rules={[required]}>
        <Input maxLength={100} data-testid="invite-en" />
      </Form.Item>
      <Form.Item
        name="slug"
        label={t('invite.slug')}
        extra={t('invite.slugHint')}
        validateTrigger="onBlur"
        rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{0,62}$/, message: t('invite.slugInvalid') }]}
      >
        <Input maxLength={63} autoCapitalize="none" spellCheck={false} data-testid="invite-slug" />
      </Form.Item>
      <Form.Item name="kinds" label={t('invite.kinds')} rules={[{ required: true, message: t('invite.required') }]}>
        <Checkbox.Group options={kinds.map((value) => ({ value, label: t(`invite.kind.${value}`) }))} />
      </Form.Item>
    </>
  );
}
