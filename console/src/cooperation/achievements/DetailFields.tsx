import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AchievementKind } from '../api/achievements.ts';
import { today } from '../parts/localTime.ts';
import { parseYuan } from '../parts/money.ts';
import { HashField } from './HashField.tsx';

/** What a kind asks for. */
export function DetailFields({ kind }: { kind: AchievementKind }) {
  const { t } = useTranslation(['achievements', 'coop']);
  const needed = [{ required: true, whitespace: true, message: t('coop:form.needed') }];
  const link = (
    <Form.Item
      name="link"
      label={t('link')}
      rules={[{ pattern: /^\s*(https?:\/\/\S+)?\s*$/i, message: t('coop:form.badUrl') }]}
    >
      <Input type="url" maxLength={1000} spellCheck={false} placeholder="https://" />
    </Form.Item>
  );
  switch (kind) {
    case 'application':
      return link;
    case 'standard':
      return (
        <>
          <div className="two-fields">
            <Form.Item name="number" label={t('standardNumber')} rules={needed}>
              <Input maxLength={100} placeholder="GB/T 12345-2026" />
            </Form.Item>
            <Form.Item name="issuer" label={t('issuer')} rules={needed}>
              <Input maxLength={200} />
            </Form.Item>
          </div>
          <Form.Item name="stage" label={t('stage')} initialValue="published">
            <Radio.Group
              options={[
                { value: 'draft', label: t('stages.draft') },
                { value: 'published', label: t('stages.published') },
              ]}
            />
          </Form.Item>
          {link}
        </>
      );
    case 'patent':
      return (
        <>
          <div className="two-fields">
            <Form.Item name="filingNumber" label={t('filingNumber')} rules={needed}>
              <Input maxLength={60} placeholder="CN202610000001.2" spellCheck={false} />
            </Form.Item>
            <Form.Item name="office" label={t('office')} rules={needed}>
              <Input maxLength={100} />
            </Form.Item>
          </div>
          <Form.Item name="disclosure" label={t('disclosure')} extra={t('disclosureHint')}>
            <HashField choose={t('chooseDisclosure')} testId="disclosure" />
          </Form.Item>
        </>
      );
    case 'output':
      return (
        <div className="two-fields">
          <Form.Item
            name="yuan"
            label={t('amount')}
            rules={[
              {
                validator: async (_, text: string = '') => {
                  if (parseYuan(text) === null) throw new Error(t('badAmount'));
                },
              },
            ]}
          >
            <Input inputMode="decimal" addonAfter={t('yuanUnit')} placeholder="1,200,000.00" />
          </Form.Item>
          <Form.Item name="from" label={t('from')} rules={needed}>
            <Input type="date" max={today()} />
          </Form.Item>
        </div>
      );
  }
}
