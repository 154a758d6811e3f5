/** @jsxImportSource preact */
import { type UnitId, unitIds } from '../events/units.ts';
import { useTexts } from '../texts/texts.ts';

export interface AmountInputProps {
  id: string;
  label: string;
  quantity: string;
  unit: UnitId;
  onChange: (amount: { quantity: string; unit: UnitId }) => void;
}

/** A number and its unit. */
export function AmountInput({ id, label, quantity, unit, onChange }: AmountInputProps) {
  const { t } = useTexts();
  return (
    <div class="amount">
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        maxLength={16}
        aria-label={label}
        data-testid={`${id}-quantity`}
        value={quantity}
        onInput={({ currentTarget }) => onChange({ quantity: currentTarget.value, unit })}
      />
      <select
        aria-label={label}
        data-testid={`${id}-unit`}
        value={unit}
        onChange={({ currentTarget }) => onChange({ quantity, unit: currentTarget.value as UnitId })}
      >
        {unitIds.map((one) => (
          <option key={one} value={one}>
            {t.unit[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
