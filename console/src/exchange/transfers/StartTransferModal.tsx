import { useNavigate } from '@tanstack/react-router';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Grant, isForQuestions } from '../api/grants.ts';
import { type Format, startTransfer } from '../api/transfers.ts';
import { MatterName } from '../parts/MatterName.tsx';
import { useChange } from '../parts/useChange.ts';
import { useEntry } from '../parts/useEntry.ts';
import { CaseField } from './CaseField.tsx';
import { DestinationFields } from './DestinationFields.tsx';
import { type DestinationValues, toDestination } from './destination.ts';
import { formatKey } from './useFormatName.ts';

interface Values extends DestinationValues {
  format: Format;
  caseNumber?: string;
}

const ofRows: Format[] = ['xy:pull-csv', 'xy:pull-parquet', 'xy:query', 'xy:stream', 'xy:push', 'xy:pull-file'];
const asked: readonly Format[] = ['xy:query', 'xy:answer', 'xy:match'];

/** Begins to use a grant: how, for which case, where to. */
export function StartTransferModal({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation('xTransfers');
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const entry = useEntry(grant.providerSlug, grant.dataset);
  const questions = isForQuestions(grant);
  const matches =
    entry?.terms.questions?.filter(({ kind }) => kind === 'match').map(({ id }) => `question:${id}`) ?? [];
  const all = grant.items.length > 0 && grant.items.every((item) => matches.includes(item));
  const some = grant.items.some((item) => matches.includes(item));
  const offered = entry?.formats ?? [];
  const rows = ofRows.filter((one) => offered.length === 0 || offered.includes(one));
  const choices: Format[] = questions ? (all ? ['xy:match'] : some ? ['xy:answer', 'xy:match'] : ['xy:answer']) : rows;
  const first = choices[0] ?? 'xy:query';
  const format = Form.useWatch('format', form) ?? first;
  const change = useChange(
    (values: Values) =>
      startTransfer({
        agreement: grant.agreement,
        format: values.format ?? first,
        purpose: grant.purpose,
        caseNumber: values.caseNumber?.trim() || null,
        ...(asked.includes(values.format ?? first) ? {} : { destination: toDestination(values) }),
      }),
    ({ transfer }) =>
      transfer === null
        ? navigate({ to: '/exchange/transfers', search: { agreement: grant.agreement } })
        : navigate({ to: '/exchange/transfers/$id', params: { id: transfer } }),
  );
  return (
    <FormModal<Values>
      form={form}
      title={t('start.title')}
      submit={t('start.submit')}
      initial={{ kind: 'file', format: first }}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <p>
        {t('start.purpose')} <MatterName code={grant.purpose} />
      </p>
      <p className="muted">{t('start.purposeHint')}</p>
      <Form.Item name="format" label={t('start.format')}>
        <Radio.Group className="x-choice">
          {choices.map((one) => (
            <Radio key={one} value={one}>
              {t(`format.${formatKey(one)}`)}
              <span className="x-hint">{t(`formatHint.${formatKey(one)}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <CaseField grant={grant} testId="case-number" />
      {!asked.includes(format) && <DestinationFields format={format} />}
    </FormModal>
  );
}
