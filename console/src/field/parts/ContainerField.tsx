/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { isInstance } from '../events/identifiers.ts';
import { Scanner } from '../scan/Scanner.tsx';
import { useTexts } from '../texts/texts.ts';
import { useNames } from '../useNames.ts';

/** The case or pallet that things were packed into; one without a code gets a name of its own. */
export function ContainerField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTexts();
  const { nameThing } = useNames();
  const [scanning, setScanning] = useState(false);
  return (
    <div class="chooser stacked">
      {value !== '' && (
        <p class="chosen" data-testid="container">
          {value === 'new' ? t.form.noLabelChosen : nameThing(value)}
        </p>
      )}
      <div class="pair">
        <button type="button" class="second" data-testid="container-scan" onClick={() => setScanning(true)}>
          {t.form.scan}
        </button>
        <button
          type="button"
          class="second"
          data-testid="container-new"
          aria-pressed={value === 'new'}
          onClick={() => onChange('new')}
        >
          {t.form.noLabel}
        </button>
      </div>
      {scanning && (
        <Scanner
          onClose={() => setScanning(false)}
          onCode={(code) => {
            // A lot is no container: many cases have the same.
            if (code.kind !== 'thing' || !isInstance(code.id)) return t.scan.notHere;
            onChange(code.id);
            setScanning(false);
            return null;
          }}
        />
      )}
    </div>
  );
}
