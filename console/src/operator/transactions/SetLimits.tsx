import '../keys/keys.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listMembers } from '../../api/listMembers.ts';
import { setLimits } from '../../api/transactions.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { parseUnits } from './form/units.ts';
import { limitsQuery } from './queries.ts';

interface LimitValues {
  member: string;
  queue: 'keep' | 'none' | 'set';
  maxQueued?: number | null;
  spending: 'keep' | 'none' | 'set';
  cap?: string;
  hours?: number | null;
  feeBudget?: string;
}

/** For operators: how much of a member may wait, and what it may spend in a period. What is kept stays as it is. */
export function SetLimits({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('outgoing');
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<LimitValues>();
  const queue = Form.useWatch('queue', form);
  const spending = Form.useWatch('spending', form);
  const { data: session } = useQuery(sessionQuery);
  const { data: members } = useQuery({
    queryKey: ['memberNames'],
    queryFn: ({ signal }) => listMembers(null, signal),
    staleTime: 300_000,
  });
  const set = useMutation({
    mutationFn: ({ member, queue, maxQueued, spending, cap, hours, feeBudget }: LimitValues) =>
      setLimits(member, {
        ...(queue === 'keep' ? {} : { maxQueued: queue === 'none' ? null : (maxQueued ?? 0) }),
        ...(spending === 'keep' ? {} : { cap: spending === 'none' ? null : parseUnits(cap ?? '', 18) }),
        ...(spending === 'set' && hours ? { periodSeconds: Math.round(hours * 3_600) } : {}),
        ...(feeBudget?.trim() ? { feeBudget: parseUnits(feeBudget, 18) ?? '' } : {}),
      }),
    onSuccess: () => {
      void message.success(t('limitsSet'));
      void client.invalidateQueries({ queryKey: limitsQuery.queryKey });
      onClose();
    },
  });
  const choices = (['keep', 'none', 'set'] as const).map((value) => ({ value, label: t(`limitChoice.${value}`) }));
  const amount = {
    validateTrigger: 'onBlur',
    rules: [
      {
        validator: async (_: unknown, typed: string | undefined) => {
          if (typed?.trim() && parseUnits(typed, 18) === null) throw new Error(t('badAmount'));
        },
      },
    ],
  };
  const required = { required: true, message: t('required') };
  return (
    <Modal open title={t('setLimits')} onCancel={onClose} footer={null} destroyOnHidden>
      <Form<LimitValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ member: session?.principal?.member ?? '', queue: 'keep', spending: 'keep', hours: 24 }}
        onFinish={(values) => set.mutate(values)}
      >
        <Form.Item name="member" label={t('member')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={
              members?.items.map(({ slug, name }) => ({
                value: slug,
                label: `${pickText(name, language) ?? slug} · ${slug}`,
              })) ?? []
            }
          />
        </Form.Item>
        <Form.Item name="queue" label={t('maxQueued')}>
          <Select options={choices} />
        </Form.Item>
        {queue === 'set' && (
          <Form.Item name="maxQueued" rules={[required]}>
            <InputNumber min={0} precision={0} className="full" aria-label={t('maxQueued')} placeholder="1000" />
          </Form.Item>
        )}
        <Form.Item name="spending" label={t('cap')}>
          <Select options={choices} />
        </Form.Item>
        {spending === 'set' && (
          <div className="form-row">
            <Form.Item name="cap" label={t('amount')} {...amount} rules={[required, ...amount.rules]}>
              <Input inputMode="decimal" suffix="CFX" placeholder="10" />
            </Form.Item>
            <Form.Item name="hours" label={t('periodHours')} rules={[required]}>
              <InputNumber min={1} max={8_760} className="full" />
            </Form.Item>
          </div>
        )}
        <Form.Item name="feeBudget" label={t('feeBudget')} extra={t('feeBudgetKeep')} {...amount}>
          <Input inputMode="decimal" suffix="CFX" />
        </Form.Item>
        <Alert type="info" showIcon className="in-card" title={t('limitsHint')} />
        {set.error && <Problem error={set.error} />}
        <div className="form-end">
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {t('setLimits')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
