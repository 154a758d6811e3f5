import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { DepartmentSelect } from '../../parts/DepartmentSelect.tsx';
import { useOwnDepartment } from '../../queries.ts';
import type { DraftValues } from './draftValues.ts';

/** What the offer demands of everybody; what is shared without conditions has no restrictions. */
export function LimitFields() {
  const { t } = useTranslation('xDatasets');
  const form = Form.useFormInstance<DraftValues>();
  const own = useOwnDepartment();
  const sharing = Form.useWatch('sharing', form);
  if (sharing === 'none') return null;
  return (
    <Card title={t('editor.terms')}>
      {sharing === 'conditional' && (
        <>
          <Form.Item name={['terms', 'purposes']} label={t('editor.purposes')} extra={t('editor.purposesHint')}>
            <Select mode="tags" open={false} />
          </Form.Item>
          <Form.Item name={['terms', 'recipients']} label={t('editor.recipients')} extra={t('editor.recipientsHint')}>
            <DepartmentSelect mode="multiple" except={own} />
          </Form.Item>
          <Form.Item name={['terms', 'regions']} label={t('editor.regions')}>
            <Select mode="tags" open={false} />
          </Form.Item>
        </>
      )}
      <div className="x-grid">
        <Form.Item name={['terms', 'longestDays']} label={t('editor.longestDays')}>
          <InputNumber min={1} max={3_660} precision={0} />
        </Form.Item>
        <Form.Item name={['terms', 'mostRequests']} label={t('editor.mostRequests')}>
          <InputNumber min={1} max={1_000_000_000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name={['terms', 'deletion']} valuePropName="checked" noStyle>
        <Checkbox>{t('editor.deletion')}</Checkbox>
      </Form.Item>
    </Card>
  );
}
