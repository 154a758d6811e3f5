import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Application, approve, type Terms } from '../api/applications.ts';
import { readTerms, TermsFields, type TermsValues, toTermsValues } from '../parts/TermsFields.tsx';
import { useChange } from '../parts/useChange.ts';
import { useEntry } from '../parts/useEntry.ts';
import { useOwnDepartment } from '../queries.ts';

interface Values extends TermsValues {
  reason: string;
}

/** Only what is less than was asked for. */
function pickChanges(terms: Terms, asked: Terms): Partial<Terms> {
  const names = ['items', 'from', 'to', 'maxCount', 'frequency', 'place', 'rows'] as const;
  const changed = names.filter((name) => JSON.stringify(terms[name]) !== JSON.stringify(asked[name]));
  return Object.fromEntries(changed.map((name) => [name, terms[name]]));
}

/** Approves a part of an application, with a reason. */
export function NarrowModal({ application, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const own = useOwnDepartment() ?? '';
  const { id, form: asked, dataset } = application;
  const known = useEntry(own, dataset)?.terms.items ?? [];
  const change = useChange(
    ({ reason, ...values }: Values) =>
      approve(id, { narrow: { ...pickChanges(readTerms(values, asked, known), asked), reason: reason.trim() } }),
    onClose,
  );
  return (
    <FormModal<Values>
      title={t('act.narrow')}
      submit={t('act.narrow')}
      initial={toTermsValues(asked)}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Alert type="info" title={t('act.narrowText')} className="in-card" />
      <TermsFields asked={asked} department={own} dataset={dataset} />
      <Form.Item
        name="reason"
        label={t('act.narrowReason')}
        rules={[{ required: true, whitespace: true, min: 5, message: t('exchange:form.reasonLeast') }]}
      >
        <Input.TextArea rows={3} maxLength={4_000} data-testid="reason" />
      </Form.Item>
    </FormModal>
  );
}
