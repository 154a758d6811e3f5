import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalType } from '../../api/proposals.ts';
import type { MemberStatus } from '../../api/types.ts';
import { memberKinds } from '../../sign/memberIds.ts';
import { DigestField } from './DigestField.tsx';
import { MemberSelect } from './MemberSelect.tsx';
import { WitnessFields } from './WitnessFields.tsx';

/** Where a member has to stand for a proposal about it. */
const standing: Partial<Record<ProposalType, MemberStatus[]>> = {
  admit: ['applied', 'left'],
  suspend: ['admitted'],
  reinstate: ['suspended'],
  expel: ['admitted', 'suspended'],
  replaceKey: ['admitted', 'suspended'],
};

const rules = [
  'quorumPercent',
  'passPercent',
  'votingDelaySeconds',
  'votingPeriodSeconds',
  'proposalThreshold',
  'kindWeight',
] as const;
const address = /^\s*0x[0-9a-fA-F]{40}\s*$/;

/** The fields of a type of proposal. */
export function ParameterFields({ type }: { type: ProposalType }) {
  const { t } = useTranslation('governance');
  const required = { required: true, message: t('required') };
  const isAddress = { pattern: address, message: t('create.noAddress') };
  const about = standing[type];
  return (
    <>
      {about && (
        <Form.Item name="member" label={t('create.member')} rules={[required]}>
          <MemberSelect standing={about} />
        </Form.Item>
      )}
      {type === 'replaceKey' && (
        <Form.Item name="key" label={t('create.newKey')} extra={t('create.newKeyHint')} rules={[required, isAddress]}>
          <Input className="mono" placeholder="0x…" spellCheck={false} />
        </Form.Item>
      )}
      {type === 'changeRule' && <RuleFields />}
      {type === 'setWitnesses' && <WitnessFields />}
      {type === 'publishScenario' && (
        <>
          <Form.Item
            name="id"
            label={t('create.scenarioId')}
            extra={t('create.scenarioIdHint')}
            rules={[required, { pattern: /^[a-z0-9][a-z0-9-]{0,62}$/, message: t('create.noSlug') }]}
          >
            <Input placeholder="tea-traceability" spellCheck={false} />
          </Form.Item>
          <Form.Item name="uri" label={t('create.scenarioUri')} rules={[required]}>
            <Input maxLength={500} placeholder="https://…" spellCheck={false} />
          </Form.Item>
          <DigestField />
        </>
      )}
      {type === 'spend' && (
        <>
          <Form.Item name="to" label={t('create.to')} rules={[required, isAddress]}>
            <Input className="mono" placeholder="0x…" spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="amount"
            label={t('create.amount')}
            rules={[required, { pattern: /^\d{1,12}(\.\d{1,18})?$/, message: t('create.noAmount') }]}
          >
            <Input inputMode="decimal" suffix="CFX" />
          </Form.Item>
        </>
      )}
    </>
  );
}

function RuleFields() {
  const { t } = useTranslation('governance');
  const rule = Form.useWatch<string | undefined>('rule');
  const isTime = rule === 'votingDelaySeconds' || rule === 'votingPeriodSeconds';
  const isPercent = rule === 'quorumPercent' || rule === 'passPercent';
  const required = { required: true, message: t('required') };
  const unit = (
    <Form.Item name="unit" noStyle initialValue="hours">
      <Select
        aria-label={t('create.unit')}
        style={{ width: 110 }}
        options={(['minutes', 'hours', 'days'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
      />
    </Form.Item>
  );
  return (
    <>
      <Form.Item name="rule" label={t('create.rule')} rules={[required]}>
        <Select options={rules.map((value) => ({ value, label: t(`rule.${value}`) }))} data-testid="rule" />
      </Form.Item>
      {rule === 'kindWeight' && (
        <Form.Item name="kind" label={t('create.kind')} rules={[required]}>
          <Select options={memberKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
      )}
      {rule && (
        <Form.Item label={t('create.value')} required>
          <div className="value-line">
            <Form.Item name="value" noStyle rules={[required]}>
              <InputNumber
                min={0}
                {...(isPercent ? { max: 100 } : {})}
                {...(isTime ? {} : { precision: 0 })}
                aria-label={t('create.value')}
                data-testid="rule-value"
              />
            </Form.Item>
            {isTime ? unit : isPercent ? '%' : null}
          </div>
        </Form.Item>
      )}
    </>
  );
}
