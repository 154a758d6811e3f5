/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ActionId, FieldId } from '../events/actions.ts';
import type { Fault } from '../events/checkValues.ts';
import { proposeLot } from '../events/identifiers.ts';
import { type FormValues, type MethodId, methodIds } from '../events/values.ts';
import { useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { useNames } from '../useNames.ts';
import { AmountInput } from './AmountInput.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ContainerField } from './ContainerField.tsx';
import { FieldBox } from './FieldBox.tsx';
import { Picker } from './Picker.tsx';
import { ThingList } from './ThingList.tsx';

export interface FormFieldProps {
  action: ActionId;
  field: FieldId;
  optional: boolean;
  values: FormValues;
  fault: Fault | undefined;
  onChange: (part: Partial<FormValues>) => void;
}

/** A field's name in the words of the action that it is asked for. */
function useLabel(action: ActionId, field: FieldId): string {
  const { t } = useTexts();
  const own = { partner: t.partner, things: t.things, product: t.productFor, amount: t.amountFor }[field as 'things'];
  return (own as Partial<Record<ActionId, string>> | undefined)?.[action] ?? t.field[field];
}

/** One field of a form. */
export function FormField(props: FormFieldProps) {
  const { action, field, optional, values, fault, onChange } = props;
  const { t } = useTexts();
  const { kit } = useField();
  const label = useLabel(action, field);
  // Who has no certificate is not asked for one.
  if (field === 'certificate' && (kit?.certificates.length ?? 0) === 0) return null;
  const hint = field === 'lot' ? t.form.lotHint : undefined;
  return (
    <FieldBox id={field} label={label} optional={optional} fault={fault} {...(hint !== undefined && { hint })}>
      <Input label={label} field={field} values={values} onChange={onChange} />
    </FieldBox>
  );
}

type InputProps = Pick<FormFieldProps, 'field' | 'values' | 'onChange'> & { label: string };

function Input({ field, label, values, onChange }: InputProps) {
  const { t } = useTexts();
  switch (field) {
    case 'product':
      return (
        <ChoiceField
          id={field}
          kind="product"
          title={t.pick.product}
          value={values.product}
          onChange={(product) => onChange({ product })}
        />
      );
    case 'partner':
      return (
        <ChoiceField
          id={field}
          kind="party"
          title={t.pick.partner}
          value={values.partner}
          onChange={(partner) => onChange({ partner })}
        />
      );
    case 'things':
      return <ThingList things={values.things} onChange={(things) => onChange({ things })} />;
    case 'container':
      return <ContainerField value={values.container} onChange={(container) => onChange({ container })} />;
    case 'crop':
      return <CropInput crop={values.crop} onChange={onChange} />;
    case 'certificate':
      return <CertificateInput certificate={values.certificate} onChange={onChange} />;
    case 'amount':
      return (
        <AmountInput id="amount" label={label} quantity={values.quantity} unit={values.unit} onChange={onChange} />
      );
    case 'area':
      return (
        <div class="amount">
          <input
            inputMode="decimal"
            maxLength={16}
            aria-label={label}
            data-testid="area"
            value={values.area}
            onInput={({ currentTarget }) => onChange({ area: currentTarget.value })}
          />
          <select
            aria-label={label}
            value={values.areaUnit}
            onChange={({ currentTarget }) => onChange({ areaUnit: currentTarget.value as FormValues['areaUnit'] })}
          >
            <option value="mu">{t.areaUnit.mu}</option>
            <option value="hectare">{t.areaUnit.hectare}</option>
          </select>
        </div>
      );
    case 'lot':
      return (
        <div class="chooser">
          <TextInput field="lot" label={label} values={values} onChange={onChange} maxLength={20} />
          <button type="button" class="second" onClick={() => onChange({ lot: proposeLot(new Date()) })}>
            {t.form.newLot}
          </button>
        </div>
      );
    case 'method':
      return (
        <select
          aria-label={label}
          data-testid="method"
          value={values.method}
          onChange={({ currentTarget }) => onChange({ method: currentTarget.value as MethodId })}
        >
          {methodIds.map((method) => (
            <option key={method} value={method}>
              {t.method[method]}
            </option>
          ))}
        </select>
      );
    case 'bestBefore':
      return (
        <input
          type="date"
          aria-label={label}
          value={values.bestBefore}
          onInput={({ currentTarget }) => onChange({ bestBefore: currentTarget.value })}
        />
      );
    default:
      return <TextInput field={field} label={label} values={values} onChange={onChange} maxLength={80} />;
  }
}

interface TextInputProps {
  field: 'lot' | 'cultivar' | 'material' | 'paper';
  label: string;
  values: FormValues;
  maxLength: number;
  onChange: (part: Partial<FormValues>) => void;
}

function TextInput({ field, label, values, maxLength, onChange }: TextInputProps) {
  return (
    <input
      aria-label={label}
      autocomplete="off"
      maxLength={maxLength}
      data-testid={field}
      value={values[field]}
      onInput={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
    />
  );
}

function CropInput({ crop, onChange }: { crop: string; onChange: FormFieldProps['onChange'] }) {
  const { t } = useTexts();
  const { nameThing, lotChoices } = useNames();
  const [open, setOpen] = useState(false);
  return (
    <div class="chooser">
      <button
        type="button"
        class={`chosen ${crop === '' ? 'none' : ''}`}
        data-testid="crop-choose"
        onClick={() => setOpen(true)}
      >
        {crop === '' ? t.form.choose : nameThing(crop)}
        <span aria-hidden="true">›</span>
      </button>
      {crop !== '' && (
        <button type="button" class="second" onClick={() => onChange({ crop: '' })}>
          {t.remove}
        </button>
      )}
      {open && (
        <Picker
          title={t.pick.crop}
          choices={lotChoices().filter(({ id }) => id.includes('/10/'))}
          onPick={(id) => {
            onChange({ crop: id });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function CertificateInput({ certificate, onChange }: { certificate: string; onChange: FormFieldProps['onChange'] }) {
  const { t } = useTexts();
  const { kit } = useField();
  const { nameThing } = useNames();
  return (
    <select
      aria-label={t.field.certificate}
      data-testid="certificate"
      value={certificate}
      onChange={({ currentTarget }) => onChange({ certificate: currentTarget.value })}
    >
      <option value="">{t.form.noCertificate}</option>
      {kit?.certificates.map(({ id }) => (
        <option key={id} value={id}>
          {nameThing(id)}
        </option>
      ))}
    </select>
  );
}
