import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { FormModal } from '../../operator/FormModal.tsx';
import { ways } from '../api/applications.ts';
import { listCatalogue } from '../api/catalogue.ts';
import { makeRule, type StandingRuleText } from '../api/matters.ts';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';
import { chinaToday, endOf } from '../parts/days.ts';
import { useItemOptions } from '../parts/itemOptions.ts';
import { useChange } from '../parts/useChange.ts';
import { useOwnDepartment } from '../queries.ts';

interface Values extends Omit<StandingRuleText, 'until'> {
  untilDay?: string;
}

/** Makes a standing rule for a matter of another department. */
export function RuleModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const text = useText();
  const own = useOwnDepartment() ?? '';
  const [form] = Form.useForm<Values>();
  const dataset = Form.useWatch('dataset', form);
  const { data } = useQuery({
    queryKey: ['exchange', 'offered', own],
    queryFn: ({ signal }) => listCatalogue(own, { perPage: 100 }, signal),
  });
  const entry = data?.items.find(({ id }) => id === dataset);
  const options = useItemOptions(entry?.terms.items, entry?.terms.questions);
  const change = useChange(
    ({ untilDay, matter, ...values }: Values) =>
      makeRule({ ...values, matter: matter.trim(), until: untilDay ? endOf(untilDay) : null }),
    onClose,
  );
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  return (
    <FormModal<Values>
      title={t('rules.add')}
      submit={t('rules.add')}
      form={form}
      initial={{ ways: ['rows'], perDay: 100, longestDays: 90 }}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <div className="x-grid">
        <Form.Item name="consumer" label={t('rules.consumer')} rules={needed}>
          <DepartmentSelect except={own} />
        </Form.Item>
        <Form.Item
          name="matter"
          label={t('rules.matter')}
          rules={[...needed, { pattern: /^\S+$/, message: t('matters.codeHint') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="dataset" label={t('rules.dataset')} rules={needed}>
        <Select
          options={(data?.items ?? [])
            .filter(({ offers }) => offers.length > 0)
            .map(({ id, title }) => ({ value: id, label: text(title) || id }))}
          onChange={() => form.setFieldValue('items', [])}
        />
      </Form.Item>
      <Form.Item name="items" label={t('rules.items')} extra={t('rules.itemsHint')} rules={needed}>
        <Select mode="multiple" disabled={!entry} options={options} />
      </Form.Item>
      <Form.Item name="ways" label={t('rules.ways')} rules={needed}>
        <Checkbox.Group
          className="x-choice"
          options={ways.map((value) => ({ value, label: t(`exchange:way.${value}`) }))}
        />
      </Form.Item>
      <div className="x-grid">
        <Form.Item name="perDay" label={t('rules.perDay')} rules={needed}>
          <InputNumber min={1} max={1_000_000_000} precision={0} />
        </Form.Item>
        <Form.Item name="longestDays" label={t('rules.longestDays')} rules={needed}>
          <InputNumber min={1} max={3_660} precision={0} />
        </Form.Item>
        <Form.Item name="untilDay" label={t('rules.until')} extra={t('rules.untilHint')}>
          <Input type="date" min={chinaToday()} />
        </Form.Item>
      </div>
    </FormModal>
  );
}
