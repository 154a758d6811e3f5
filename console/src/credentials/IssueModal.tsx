import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, InputNumber, Modal, Radio, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Problem } from '../operator/Problem.tsx';
import { type ClaimSchema, type CredentialFormat, issueCredential } from './api.ts';
import { useClaimName } from './parts.tsx';
import { typesQuery } from './queries.ts';

interface Values {
  type: string;
  subject: string;
  format: CredentialFormat;
  claims?: Record<string, unknown>;
  until?: { endOf(unit: 'day'): { toISOString(): string } } | null;
}

const formats = ['data-integrity', 'vc+jwt', 'dc+sd-jwt'] as const;
/** Issued by the alliance itself. */
const reserved = ['MembershipCredential', 'ProvisionalMembershipCredential', 'AccreditationCredential'];
/** The platform fills this in. */
const filledIn = ['organisation'];

const isText = ({ type }: ClaimSchema) => type === 'string';
const isList = ({ type, items }: ClaimSchema) => type === 'array' && items?.type === 'string';
const isNumber = ({ type }: ClaimSchema) => type === 'number' || type === 'integer';
const isPlain = (schema: ClaimSchema) =>
  isText(schema) || isList(schema) || isNumber(schema) || schema.type === 'boolean';

function ClaimField({ schema, ...rest }: { schema: ClaimSchema }) {
  const { t } = useTranslation('credentials');
  if (schema.type === 'boolean') return <Switch {...rest} />;
  if (isNumber(schema)) return <InputNumber {...rest} />;
  if (isList(schema))
    return <Select {...rest} mode="tags" open={false} suffixIcon={null} placeholder={t('form.listHint')} />;
  return isText(schema) ? (
    <Input {...rest} maxLength={2_000} />
  ) : (
    <Input.TextArea {...rest} rows={3} placeholder="{ }" />
  );
}

/** Claims as the form has them: what it cannot ask for was given as JSON. */
function readClaims(given: Record<string, unknown>, properties: Record<string, ClaimSchema>): Record<string, unknown> {
  const filled = Object.entries(given).filter(([, value]) => value !== undefined && value !== '' && value !== null);
  return Object.fromEntries(
    filled.map(([name, value]) => [
      name,
      isPlain(properties[name] ?? {}) ? value : (JSON.parse(String(value)) as unknown),
    ]),
  );
}

/** Signs a credential; what is asked for follows from its type. */
export function IssueModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('credentials');
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { data: types = [] } = useQuery({ ...typesQuery, enabled: open });
  const claimName = useClaimName();
  const chosen = Form.useWatch('type', form);
  const type = types.find(({ name }) => name === chosen);
  const properties = type?.schema.properties ?? {};
  const issue = useMutation({
    mutationFn: issueCredential,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['credentials'] });
      void message.success(t('form.done'));
      close();
    },
  });
  const close = () => {
    issue.reset();
    onClose();
  };
  const finish = ({ until, claims = {}, ...rest }: Values) =>
    issue.mutate({
      ...rest,
      claims: readClaims(claims, properties),
      ...(until ? { validUntil: until.endOf('day').toISOString() } : {}),
    });
  const checkJson = async (_: unknown, value: unknown) => {
    if (typeof value === 'string' && value !== '') JSON.parse(value);
  };
  return (
    <Modal open={open} title={t('issue')} onCancel={close} destroyOnHidden footer={null} width={640}>
      <Form<Values> form={form} layout="vertical" initialValues={{ format: 'data-integrity' }} onFinish={finish}>
        <Form.Item
          name="type"
          label={t('form.type')}
          extra={type?.accredited ? t('form.accredited') : undefined}
          rules={[{ required: true, message: t('form.typeRequired') }]}
        >
          <Select
            data-testid="credential-type"
            options={types
              .filter(({ name }) => !reserved.includes(name))
              .map(({ name, title }) => ({ value: name, label: pickText(title, language) ?? name }))}
          />
        </Form.Item>
        <Form.Item
          name="subject"
          label={t('form.subject')}
          extra={t('form.subjectHint')}
          rules={[{ required: true, whitespace: true, message: t('form.subjectRequired') }]}
        >
          <Input maxLength={400} data-testid="credential-subject" />
        </Form.Item>
        {Object.entries(properties)
          .filter(([name]) => !filledIn.includes(name))
          .map(([name, schema]) => (
            <Form.Item
              key={`${chosen}.${name}`}
              name={['claims', name]}
              label={claimName(chosen ?? '', name)}
              rules={[
                { required: type?.schema.required?.includes(name) ?? false, message: t('form.required') },
                ...(isPlain(schema) ? [] : [{ validator: checkJson, message: t('form.jsonWrong') }]),
              ]}
            >
              <ClaimField schema={schema} />
            </Form.Item>
          ))}
        <Form.Item name="until" label={t('form.until')} extra={t('form.untilHint')}>
          <DatePicker disabledDate={(day) => day.endOf('day').valueOf() <= Date.now()} />
        </Form.Item>
        <Form.Item name="format" label={t('form.format')}>
          <Radio.Group
            vertical
            options={formats.map((value) => ({
              value,
              label: (
                <>
                  {t(`format.${value}`)} <span className="muted">{t(`formatHint.${value}`)}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
        {issue.error && <Problem error={issue.error} />}
        <div className="form-end">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={issue.isPending} data-testid="credential-submit">
            {t('form.submit')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
