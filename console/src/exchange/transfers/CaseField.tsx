import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Grant } from '../api/grants.ts';
import { readLimits } from '../parts/offerLimits.ts';
import { useEntry } from '../parts/useEntry.ts';

/** The case that data are used for; it has to be there where the offer of the dataset demands it. */
export function CaseField({ grant, testId }: { grant: Grant; testId: string }) {
  const { t } = useTranslation(['xTransfers', 'exchange']);
  const entry = useEntry(grant.providerSlug, grant.dataset);
  const required = readLimits(entry?.offers[0]).caseNumber;
  return (
    <Form.Item
      name="caseNumber"
      label={t('start.caseNumber')}
      extra={t('start.caseHint')}
      rules={required ? [{ required: true, whitespace: true, message: t('exchange:form.needed') }] : []}
    >
      <Input maxLength={200} data-testid={testId} />
    </Form.Item>
  );
}
