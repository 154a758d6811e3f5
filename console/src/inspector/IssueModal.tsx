import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { type CertificateType, certificateTypes, issueCertificate } from './api.ts';
import { ProductFields, SiteFields } from './ScopeFields.tsx';

interface Day {
  startOf(unit: 'day'): { toISOString(): string };
  endOf(unit: 'day'): { toISOString(): string };
}

interface Values {
  type: CertificateType;
  number: string;
  standard: string;
  operator: string;
  period: [Day, Day];
  activities?: string[];
  sites?: { place: string; crop?: string; areaHectares?: number | null }[];
  products?: { item: string; crop?: string }[];
}

const given = (crop: string | undefined) => (crop === undefined || crop === '' ? {} : { crop });

/** Issues a certificate: for whom, for which land and products, and for how long. */
export function IssueModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('inspector');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const issue = useMutation({
    mutationFn: ({ period: [from, until], sites = [], products = [], activities = [], ...rest }: Values) =>
      issueCertificate({
        ...rest,
        validFrom: from.startOf('day').toISOString(),
        validUntil: until.endOf('day').toISOString(),
        scope: {
          activities,
          sites: sites.map(({ place, crop, areaHectares }) => ({
            place,
            ...given(crop),
            ...(areaHectares ? { areaHectares } : {}),
          })),
          products: products.map(({ item, crop }) => ({ item, ...given(crop) })),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['certificates'] });
      void message.success(t('issue.done'));
      close();
    },
  });
  const close = () => {
    issue.reset();
    onClose();
  };
  const required = [{ required: true, message: t('issue.required') }];
  return (
    <Modal open={open} title={t('certificates.issue')} onCancel={close} destroyOnHidden footer={null} width={720}>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ type: certificateTypes[0], standard: 'GB/T 19630', activities: ['growing'] }}
        onFinish={(values) => issue.mutate(values)}
      >
        <Form.Item name="type" label={t('issue.type')} rules={required}>
          <Select options={certificateTypes.map((value) => ({ value, label: t(`certificateType.${value}`) }))} />
        </Form.Item>
        <Form.Item name="number" label={t('issue.number')} rules={required}>
          <Input maxLength={200} data-testid="certificate-number" />
        </Form.Item>
        <Form.Item name="standard" label={t('issue.standard')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="operator" label={t('issue.operator')} extra={t('issue.operatorHint')} rules={required}>
          <Input maxLength={63} data-testid="certificate-operator" />
        </Form.Item>
        <Form.Item name="period" label={t('issue.period')} rules={required}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="activities" label={t('issue.activities')}>
          <Select
            mode="multiple"
            options={(['growing', 'handling', 'trading'] as const).map((value) => ({
              value,
              label: t(`activity.${value}`),
            }))}
          />
        </Form.Item>
        <SiteFields />
        <ProductFields />
        {issue.error && <Problem error={issue.error} />}
        <div className="inspector-form-end">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={issue.isPending} data-testid="certificate-submit">
            {t('certificates.issue')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
