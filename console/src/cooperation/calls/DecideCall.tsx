import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '../../i18n/language.ts';
import { FormModal } from '../../operator/FormModal.tsx';
import { type Application, decideCall } from '../api/calls.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { useChange } from '../parts/useChange.ts';
import { useNames } from '../parts/useNames.ts';

interface Values {
  decision: LocalText;
  results?: Record<string, { result: 'accepted' | 'declined'; reason?: string }>;
}

interface DecideCallProps {
  id: string;
  applications: Application[];
  onClose: () => void;
}

/** Accepts or declines every application of a closed call. */
export function DecideCall({ id, applications, onClose }: DecideCallProps) {
  const { t } = useTranslation(['calls', 'coop']);
  const name = useNames();
  const decide = useChange(
    ({ decision, results = {} }: Values) =>
      decideCall(id, {
        decision,
        results: applications.map((application) => {
          const { result = 'declined', reason = '' } = results[application.id] ?? {};
          return { application: application.id, result, reason };
        }),
      }),
    onClose,
  );
  return (
    <FormModal<Values>
      title={t('decide')}
      submit={t('publishDecision')}
      initial={{ decision: { zh: '', en: '' } }}
      error={decide.error}
      pending={decide.isPending}
      onSubmit={(values) => decide.mutate(values)}
      onClose={onClose}
    >
      {applications.map((application) => (
        <fieldset key={application.id} className="result">
          <legend>
            <b>{name(application.member)}</b> · {application.title}
          </legend>
          <Form.Item
            name={['results', application.id, 'result']}
            rules={[{ required: true, message: t('coop:form.needed') }]}
          >
            <Radio.Group
              aria-label={application.title}
              options={[
                { value: 'accepted', label: t('result.accepted') },
                { value: 'declined', label: t('result.declined') },
              ]}
            />
          </Form.Item>
          <Form.Item name={['results', application.id, 'reason']} label={t('reason')}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        </fieldset>
      ))}
      <LocalTextFields
        name="decision"
        label={t('decisionText')}
        max={10000}
        rows={5}
        required
        markdown
        hint={t('decisionHint')}
      />
    </FormModal>
  );
}
