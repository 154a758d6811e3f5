import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { lookAtCounter, makeCode, type Person } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { useChange } from '../parts/useChange.ts';
import { useOwnDepartment } from '../queries.ts';
import { PersonFields } from './PersonFields.tsx';
import { UsesList } from './UsesList.tsx';

/** Makes a code for the person at the counter, or looks with them. */
export function CounterCard() {
  const { t } = useTranslation('xCitizens');
  const own = useOwnDepartment();
  const [form] = Form.useForm<Person>();
  const code = useChange(makeCode);
  const look = useChange(lookAtCounter);
  const withPerson = (act: (person: Person) => void) => () => void form.validateFields().then(act, () => undefined);
  const address = `${window.location.origin}/citizen?department=${own ?? ''}`;
  return (
    <Card title={t('counter.title')}>
      <p className="muted">{t('counter.explain')}</p>
      <Form<Person> form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'citizenNumber' }}>
        <PersonFields />
      </Form>
      <div className="x-actions">
        <Button
          type="primary"
          loading={code.isPending}
          onClick={withPerson((person) => code.mutate(person))}
          data-testid="make-code"
        >
          {t('counter.makeCode')}
        </Button>
        <Button loading={look.isPending} onClick={withPerson((person) => look.mutate(person))} data-testid="look">
          {t('counter.look')}
        </Button>
      </div>
      {code.error && <Problem error={code.error} />}
      {look.error && <Problem error={look.error} />}
      {code.data && (
        <Alert
          type="success"
          className="in-card"
          title={
            <span className="x-big" data-testid="code">
              {code.data.code}
            </span>
          }
          description={
            <>
              {t('counter.until')} <Time at={code.data.expiresAt} />
              <p>
                {t('counter.address')} <code className="x-pre">{address}</code>
              </p>
            </>
          }
        />
      )}
      {look.data && <UsesList view={look.data} />}
    </Card>
  );
}
