/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { OwnName } from '../events/composeDocument.ts';
import { readCode, readLocationNumber } from '../scan/readCode.ts';
import { Scanner } from '../scan/Scanner.tsx';
import { useTexts } from '../texts/texts.ts';
import { useNames } from '../useNames.ts';
import { AddName } from './AddName.tsx';
import { Picker } from './Picker.tsx';

export interface ChoiceFieldProps {
  id: string;
  kind: OwnName['kind'];
  title: string;
  value: string;
  onChange: (id: string) => void;
}

/** One product, place or partner: scanned, chosen from the list, or added. */
export function ChoiceField({ id, kind, title, value, onChange }: ChoiceFieldProps) {
  const { t } = useTexts();
  const { nameThing, choicesOf } = useNames();
  const [open, setOpen] = useState<'list' | 'scan' | null>(null);
  const pick = (chosen: string) => {
    onChange(chosen);
    setOpen(null);
  };
  /** The bar code of a lot or an item names its product too. */
  const productOf = (link: string) => /^.*\/01\/\d{14}/.exec(link)?.[0];
  const ai = kind === 'place' ? '414' : '417';
  return (
    <div class="chooser">
      <button
        type="button"
        class={`chosen ${value === '' ? 'none' : ''}`}
        data-testid={`${id}-choose`}
        onClick={() => setOpen('list')}
      >
        {value === '' ? t.form.choose : nameThing(value)}
        <span aria-hidden="true">›</span>
      </button>
      <button type="button" class="second" data-testid={`${id}-scan`} onClick={() => setOpen('scan')}>
        {t.form.scan}
      </button>
      {open === 'list' && (
        <Picker
          title={title}
          choices={choicesOf(kind)}
          {...(kind === 'product' && { empty: t.pick.noProducts })}
          onPick={pick}
          onClose={() => setOpen(null)}
        >
          <AddName kind={kind} onAdded={pick} />
        </Picker>
      )}
      {open === 'scan' && (
        <Scanner
          read={(text) => (kind === 'product' ? readCode(text) : readLocationNumber(text, ai))}
          onClose={() => setOpen(null)}
          onCode={(code) => {
            const product = kind === 'product' && code.kind === 'thing' ? productOf(code.id) : undefined;
            if (code.kind !== kind && product === undefined) return t.scan.notHere;
            pick(product ?? ('id' in code ? code.id : ''));
            return null;
          }}
        />
      )}
    </div>
  );
}
