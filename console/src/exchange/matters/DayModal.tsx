import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { type CalendarDay, setDay } from '../api/limits.ts';
import { useChange } from '../parts/useChange.ts';
import { WordsField } from '../parts/WordsField.tsx';

/** Says whether a day is worked in the own department. */
export function DayModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['xMatters', 'exchange']);
  const change = useChange((day: CalendarDay) => setDay(day), onClose);
  return (
    <FormModal<CalendarDay>
      title={t('calendar.add')}
      submit={t('exchange:form.save')}
      initial={{ working: false, name: { zh: '', en: '' } }}
      error={change.error}
      pending={change.isPending}
      onSubmit={(values) => change.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="day" label={t('calendar.day')} rules={[{ required: true, message: t('exchange:form.needed') }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="working">
        <Radio.Group
          options={[
            { value: false, label: t('calendar.off') },
            { value: true, label: t('calendar.working') },
          ]}
        />
      </Form.Item>
      <WordsField name={['name']} label={t('calendar.name')} max={200} required />
    </FormModal>
  );
}
