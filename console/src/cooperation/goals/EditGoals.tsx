import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../operator/Copyable.tsx';
import { FormModal } from '../../operator/FormModal.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { type AchievementKind, achievementKinds } from '../api/achievements.ts';
import { type GoalSetting, getGoalsLine, type Progress, setGoals } from '../api/goals.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { parseYuan } from '../parts/money.ts';
import { useChange } from '../parts/useChange.ts';

interface Values {
  start: string;
  years: number;
  confirmationsNeeded: number;
  /** `target` in yuan for output. */
  goals: { id?: string; title: { zh: string; en: string }; counts: AchievementKind; target: string }[];
  decision?: string;
}

const toFen = (counts: AchievementKind, text: string) =>
  counts === 'output' ? parseYuan(text) : /^\s*[1-9][0-9]{0,8}\s*$/.test(text) ? text.trim() : null;

function toSetting({ start, years, confirmationsNeeded, goals }: Values): GoalSetting {
  return {
    start: start || null,
    years,
    confirmationsNeeded,
    goals: goals.map(({ id, title, counts, target }, at) => ({
      id: id ?? `goal-${at + 1}-${Math.random().toString(36).slice(2, 6)}`,
      title,
      counts,
      target: toFen(counts, target) ?? '0',
    })),
  };
}

/** Sets the goals; once there is an alliance, as a proposal decided that names exactly them. */
export function EditGoals({ progress, onClose }: { progress: Progress; onClose: () => void }) {
  const { t } = useTranslation(['goals', 'achievements', 'coop']);
  const [form] = Form.useForm<Values>();
  const [line, setLine] = useState<{ line: string; setting: GoalSetting } | null>(null);
  const { founded, setting } = progress;
  const save = useChange(
    async (values: Values) =>
      setGoals(line?.setting ?? toSetting(values), founded ? (values.decision ?? '').trim() : null),
    onClose,
  );
  const prepare = useChange(async () => {
    const wanted = toSetting(form.getFieldsValue(true));
    setLine({ line: await getGoalsLine(wanted), setting: wanted });
  });
  const initial: Values = {
    start: setting.start ?? '',
    years: setting.years,
    confirmationsNeeded: setting.confirmationsNeeded,
    goals: setting.goals.map((goal) => ({
      ...goal,
      target: goal.counts === 'output' ? (BigInt(goal.target) / 100n).toString() : goal.target,
    })),
  };
  const needed = [{ required: true, message: t('coop:form.needed') }];
  return (
    <FormModal<Values>
      form={form}
      title={t('change')}
      submit={t('coop:form.save')}
      initial={initial}
      error={save.error}
      pending={save.isPending}
      onSubmit={() => save.mutate(form.getFieldsValue(true))}
      onClose={onClose}
    >
      <div className="two-fields">
        <Form.Item name="start" label={t('start')} extra={t('startHint')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="years" label={t('years')} rules={needed}>
          <InputNumber min={1} max={30} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="confirmationsNeeded" label={t('needed')} rules={needed}>
        <InputNumber min={1} max={20} precision={0} />
      </Form.Item>
      <Form.List name="goals">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="result">
                <LocalTextFields
                  name={[name, 'title']}
                  path={['goals', name, 'title']}
                  label={t('goalTitle')}
                  max={120}
                  required
                />
                <div className="two-fields">
                  <Form.Item name={[name, 'counts']} label={t('counts')} rules={needed}>
                    <Select
                      options={achievementKinds.map((value) => ({ value, label: t(`achievements:kind.${value}`) }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'target']}
                    label={t('target')}
                    extra={t('targetHint')}
                    rules={[
                      ({ getFieldValue }) => ({
                        validator: async (_, text: string = '') => {
                          if (toFen(getFieldValue(['goals', name, 'counts']), text) === null)
                            throw new Error(t('badTarget'));
                        },
                      }),
                    ]}
                  >
                    <Input inputMode="decimal" />
                  </Form.Item>
                </div>
                {fields.length > 1 && (
                  <Button size="small" danger icon={<DeleteOutlined />} onClick={() => remove(name)}>
                    {t('removeGoal')}
                  </Button>
                )}
              </fieldset>
            ))}
            {fields.length < 12 && (
              <Button
                type="dashed"
                icon={<PlusOutlined />}
                onClick={() => add({ title: { zh: '', en: '' }, counts: 'application', target: '' })}
              >
                {t('addGoal')}
              </Button>
            )}
          </>
        )}
      </Form.List>
      {founded && (
        <Alert
          type="info"
          showIcon
          className="goal-decision"
          title={t('voteNeeded')}
          description={
            <>
              <p>{t('voteHow')}</p>
              {line ? (
                <Copyable text={line.line} full />
              ) : (
                <Button onClick={() => prepare.mutate()}>{t('makeLine')}</Button>
              )}
              {prepare.error && <Problem error={prepare.error} />}
              <Form.Item name="decision" label={t('proposal')} rules={needed}>
                <Input maxLength={100} spellCheck={false} className="mono" />
              </Form.Item>
            </>
          }
        />
      )}
    </FormModal>
  );
}
