import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { listCatalogue } from '../api/catalogue.ts';
import { DepartmentSelect } from '../parts/DepartmentSelect.tsx';
import { useItemOptions } from '../parts/itemOptions.ts';
import { useOwnDepartment } from '../queries.ts';

/** One dataset of another department that a matter needs, with its items. */
export function NeedFields({ name, onRemove }: { name: number; onRemove: () => void }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const text = useText();
  const own = useOwnDepartment();
  const form = Form.useFormInstance();
  const provider = Form.useWatch(['needs', name, 'provider'], form) as string | undefined;
  const dataset = Form.useWatch(['needs', name, 'dataset'], form) as string | undefined;
  const { data, error, isFetching } = useQuery({
    queryKey: ['exchange', 'offered', provider],
    queryFn: ({ signal }) => listCatalogue(provider ?? '', { perPage: 100 }, signal),
    enabled: Boolean(provider),
    staleTime: 60_000,
  });
  const entry = data?.items.find(({ id }) => id === dataset);
  const options = useItemOptions(entry?.terms.items, entry?.terms.questions);
  const needed = [{ required: true, message: t('exchange:form.needed') }];
  return (
    <div className="x-item">
      <Form.Item name={[name, 'provider']} label={t('matters.provider')} rules={needed}>
        <DepartmentSelect except={own} />
      </Form.Item>
      {error && <Problem error={error} />}
      <Form.Item name={[name, 'dataset']} label={t('matters.dataset')} rules={needed}>
        <Select
          loading={isFetching}
          disabled={!provider}
          options={(data?.items ?? [])
            .filter(({ offers }) => offers.length > 0)
            .map(({ id, title }) => ({ value: id, label: text(title) || id }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'items']} label={t('matters.items')} rules={needed}>
        <Select mode="multiple" disabled={!entry} options={options} />
      </Form.Item>
      <div className="x-item-head">
        <span />
        <Button size="small" danger onClick={onRemove}>
          {t('exchange:form.remove')}
        </Button>
      </div>
    </div>
  );
}
