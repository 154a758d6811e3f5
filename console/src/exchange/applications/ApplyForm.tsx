import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { type Application, amend, apply, forecast } from '../api/applications.ts';
import type { CatalogEntry } from '../api/catalogue.ts';
import { shortId } from '../api/common.ts';
import type { Matter } from '../api/matters.ts';
import { Card } from '../parts/Card.tsx';
import { LevelTag, SharingTag } from '../parts/tags.tsx';
import { useChange } from '../parts/useChange.ts';
import { useDepartments } from '../queries.ts';
import { ContactFields } from './ContactFields.tsx';
import { EmergencyFields } from './EmergencyFields.tsx';
import { ForecastCard } from './ForecastCard.tsx';
import { type ApplyValues, startValues, toForm } from './formValues.ts';
import { HowMuchFields } from './HowMuchFields.tsx';
import { ItemFields } from './ItemFields.tsx';
import { MatterFields } from './MatterFields.tsx';

interface ApplyFormProps {
  department: string;
  entry: CatalogEntry;
  matters: Matter[];
  person: string;
  /** The application that is handed in again. */
  before?: Application | undefined;
}

/** The application: filled in, tried, handed in. */
export function ApplyForm({ department, entry, matters, person, before }: ApplyFormProps) {
  const { t } = useTranslation('xAsking');
  const text = useText();
  const nameOf = useDepartments();
  const navigate = useNavigate();
  const [form] = Form.useForm<ApplyValues>();
  const [key] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState<string | null>(null);
  const [now, setNow] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const bodyOf = (values: ApplyValues) => ({ provider: department, dataset: entry.id, form: toForm(values, entry) });
  const look = useChange((values: ApplyValues) => forecast(bodyOf(values)));
  const hand = useChange(
    (values: ApplyValues) => (before ? amend(before.id, toForm(values, entry)) : apply({ ...bodyOf(values), key })),
    ({ id }) => navigate({ to: '/exchange/applications/$id', params: { id } }),
  );
  const serialise = () => JSON.stringify(toForm(form.getFieldsValue(true) as ApplyValues, entry));
  const fresh = look.data !== undefined && tried === now;
  return (
    <Form<ApplyValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={startValues(entry, person, before)}
      onValuesChange={() => {
        setIncomplete(false);
        setNow(serialise());
      }}
      onFinishFailed={() => setIncomplete(true)}
      onFinish={() => {
        const values = form.getFieldsValue(true) as ApplyValues;
        setTried(serialise());
        setNow(serialise());
        look.mutate(values);
      }}
    >
      <div className="x-sides">
        <div className="stack">
          <Card title={t('form.what')}>
            <h3>
              <Link
                to="/exchange/catalogue/$department/$id"
                params={{ department, id: shortId(entry.id) }}
                className="x-link"
              >
                {text(entry.title)}
              </Link>
            </h3>
            <div className="x-meta">
              <span>{nameOf(department)}</span>
              {entry.terms.sharing && <SharingTag sharing={entry.terms.sharing} />}
              {entry.terms.level && <LevelTag level={entry.terms.level} />}
            </div>
          </Card>
          <MatterFields department={department} entry={entry} matters={matters} />
          <ItemFields entry={entry} />
          <HowMuchFields entry={entry} />
          <ContactFields />
          <EmergencyFields />
        </div>
        <aside>
          <ForecastCard forecast={look.data} fresh={fresh} />
          {look.error && <Problem error={look.error} />}
          {hand.error && <Problem error={hand.error} />}
          {incomplete && <p className="bad">{t('form.wrongForm')}</p>}
          <Button
            block
            size="large"
            type={fresh ? 'default' : 'primary'}
            htmlType="submit"
            loading={look.isPending}
            data-testid="forecast"
          >
            {t('form.forecast')}
          </Button>
          <Button
            block
            size="large"
            type={fresh ? 'primary' : 'default'}
            disabled={!fresh || look.data?.outcome === 'refused'}
            loading={hand.isPending}
            data-testid="hand-in"
            onClick={() => hand.mutate(form.getFieldsValue(true) as ApplyValues)}
          >
            {t(before ? 'form.resubmit' : 'form.submit')}
          </Button>
        </aside>
      </div>
    </Form>
  );
}
