import { Link } from '@tanstack/react-router';
import { Alert, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import type { CatalogEntry } from '../api/catalogue.ts';
import type { Matter } from '../api/matters.ts';
import { Card } from '../parts/Card.tsx';
import { questionPrefix } from '../parts/itemNames.ts';
import { readLimits } from '../parts/offerLimits.ts';
import { useJoin } from '../queries.ts';
import { type ApplyValues, questionsFor } from './formValues.ts';

interface MatterFieldsProps {
  department: string;
  entry: CatalogEntry;
  matters: Matter[];
}

/** The purpose: choosing a matter fills in its legal basis and what it needs. */
export function MatterFields({ department, entry, matters }: MatterFieldsProps) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const text = useText();
  const join = useJoin();
  const form = Form.useFormInstance<ApplyValues>();
  const [ticked, setTicked] = useState(false);
  const chosen = Form.useWatch('matter', form);
  const { purposes } = readLimits(entry.offers[0]);
  const optional = entry.terms.sharing === 'unconditional';
  const needed = [{ required: true, whitespace: true, message: t('exchange:form.needed') }];
  const choose = (code: string) => {
    const matter = matters.find((one) => one.code === code);
    if (!matter) return;
    const need = matter.needs.find(({ provider, dataset }) => provider === department && dataset === entry.id);
    form.setFieldValue('legalBasis', matter.legalBasis);
    const items = need?.items ?? [];
    const questions = items.filter((item) => item.startsWith(questionPrefix));
    setTicked(items.length > 0);
    if (items.length === 0) return;
    const rows = items.filter((item) => !item.startsWith(questionPrefix));
    form.setFieldsValue({
      items: rows,
      questions,
      ways: [
        ...(rows.length > 0 ? (['rows'] as const) : []),
        ...(['answer', 'match'] as const).filter((way) =>
          questionsFor([way], entry).some(({ id }) => questions.includes(`${questionPrefix}${id}`)),
        ),
      ],
    });
  };
  return (
    <Card title={t('form.why')}>
      {matters.length === 0 && (
        <Alert
          type="warning"
          showIcon
          className="in-card"
          title={t('form.noMatters')}
          action={<Link to="/exchange/matters">{t('form.addMatter')}</Link>}
        />
      )}
      <Form.Item name="matter" label={t('form.matter')} extra={t('form.matterHint')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          disabled={matters.length === 0}
          data-testid="matter"
          options={matters.map(({ code, name }) => ({ value: code, label: `${text(name)} · ${code}` }))}
          onChange={choose}
        />
      </Form.Item>
      {ticked && <Alert type="success" showIcon className="in-card" title={t('form.matterNeeds')} />}
      {chosen && purposes.length > 0 && !purposes.includes(chosen) && (
        <Alert
          type="error"
          showIcon
          className="in-card"
          title={t('form.outsidePurposes', { matters: join(purposes) })}
        />
      )}
      <Form.Item name="legalBasis" label={t('form.legalBasis')} extra={t('form.legalBasisHint')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} data-testid="legal-basis" />
      </Form.Item>
      <Form.Item
        name="caseSystem"
        label={t('form.caseSystem')}
        extra={`${t('form.caseSystemHint')}${optional ? t('form.caseSystemOptional') : ''}`}
        rules={optional ? [] : needed}
      >
        <Input maxLength={200} data-testid="case-system" />
      </Form.Item>
      <Form.Item name="reason" label={t('form.reason')} extra={t('form.reasonHint')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4_000} data-testid="why" />
      </Form.Item>
    </Card>
  );
}
