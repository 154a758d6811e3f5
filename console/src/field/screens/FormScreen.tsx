/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ActionId, fieldsOf } from '../events/actions.ts';
import { type CheckedField, checkValues, type Fault } from '../events/checkValues.ts';
import { startValues } from '../events/startValues.ts';
import type { FormValues, Thing } from '../events/values.ts';
import { FieldBox } from '../parts/FieldBox.tsx';
import { FormField } from '../parts/FormField.tsx';
import { PhotoField } from '../parts/PhotoField.tsx';
import { PlaceField } from '../parts/PlaceField.tsx';
import { TimeField } from '../parts/TimeField.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { recordEntry } from '../recordEntry.ts';
import { type Entry, readSetting, writeSetting } from '../store/openFieldStore.ts';
import { useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { go } from '../useRoute.ts';

export interface FormScreenProps {
  action: ActionId;
  /** What was scanned before. */
  thing: Thing | null;
  /** A refused entry that is corrected. */
  entry?: Entry;
}

/** The short form of an action. What is typed is kept on the phone, so that a killed page loses nothing. */
export function FormScreen({ action, thing, entry }: FormScreenProps) {
  const { t } = useTexts();
  const field = useField();
  const correcting = entry?.id ?? null;
  const begin = (scanned: Thing | null) => {
    const certificates = field.kit?.certificates.map(({ id }) => id) ?? [];
    return startValues({ action, thing: scanned, last: field.last, certificates, now: new Date() });
  };
  const [values, setValues] = useState<FormValues>(() => entry?.values ?? begin(thing));
  const [faults, setFaults] = useState<Map<CheckedField, Fault>>(new Map());
  const [saved, setSaved] = useState(false);
  const touched = useRef(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (thing !== null) return;
    readSetting('draft').then((draft) => {
      const fits = draft?.action === action && draft.correcting === correcting;
      if (fits && !touched.current) setValues(draft.values);
    });
  }, [action, correcting, thing]);
  const change = (part: Partial<FormValues>) => {
    touched.current = true;
    // A position may come while somebody types.
    setValues((before) => ({ ...before, ...part }));
  };
  useEffect(() => {
    if (!touched.current) return;
    void writeSetting('draft', { action, values, correcting });
    setFaults((before) => (before.size > 0 ? checkValues(action, values, new Date()) : before));
  }, [action, values, correcting]);
  const save = async () => {
    const now = new Date();
    const found = checkValues(action, values, now);
    setFaults(found);
    if (found.size > 0) {
      const [first] = found.keys();
      if (first === 'time') form.current?.querySelector('details')?.setAttribute('open', '');
      form.current?.querySelector(`[data-field=${first}]`)?.scrollIntoView({ block: 'center' });
      return;
    }
    const isKept = await recordEntry({ action, values, now, correcting: entry ?? null });
    if (!isKept) window.alert(t.form.tooLate);
    await field.reload();
    void field.send();
    if (entry) go('/list');
    else setSaved(true);
  };
  const leave = () => {
    void writeSetting('draft', undefined);
    go(entry ? '/list' : '/');
  };
  if (saved) {
    return (
      <main class="screen">
        <TopBar title={t.action[action]} />
        <div class="saved" role="status" data-testid="saved">
          <svg viewBox="0 0 24 24" class="icon" aria-hidden="true">
            <path d="M4 12.500l5 5L20 6.500" />
          </svg>
          <b>{t.form.saved}</b>
          <p>{t.form.savedHint}</p>
        </div>
        <div class="stack">
          <button
            type="button"
            class="first"
            data-testid="another"
            onClick={() => {
              setValues(begin(null));
              setSaved(false);
            }}
          >
            {t.form.another}
          </button>
          <button type="button" class="second" data-testid="saved-list" onClick={() => go('/list')}>
            {t.form.toList}
          </button>
          <button type="button" class="quiet" data-testid="saved-home" onClick={() => go('/')}>
            {t.back}
          </button>
        </div>
      </main>
    );
  }
  const hasMore = values.note !== '' || values.photos.length > 0 || values.time !== '';
  return (
    <main class="screen">
      <TopBar title={t.action[action]} onBack={leave} />
      <form
        ref={form}
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fieldsOf(action).map(({ id, optional }) => (
          <FormField
            key={id}
            action={action}
            field={id}
            optional={optional}
            values={values}
            fault={faults.get(id)}
            onChange={change}
          />
        ))}
        <PlaceField values={values} fault={faults.get('place')} onChange={change} />
        <details class="more" open={hasMore || undefined}>
          <summary data-testid="more">{t.form.more}</summary>
          <FieldBox id="time" label={t.field.time} fault={faults.get('time')}>
            <TimeField time={values.time} onChange={(time) => change({ time })} />
          </FieldBox>
          <FieldBox id="photos" label={t.field.photos} optional fault={undefined}>
            <PhotoField photos={values.photos} onChange={(photos) => change({ photos })} />
          </FieldBox>
          <FieldBox id="note" label={t.field.note} optional fault={undefined}>
            <textarea
              rows={3}
              maxLength={500}
              aria-label={t.field.note}
              placeholder={t.form.notePlaceholder}
              data-testid="note"
              value={values.note}
              onInput={({ currentTarget }) => change({ note: currentTarget.value })}
            />
          </FieldBox>
        </details>
        {faults.size > 0 && (
          <p class="fault" role="alert">
            {t.fault.checkFirst}
          </p>
        )}
        <button type="submit" class="first save" data-testid="save">
          {entry ? t.form.saveCorrected : t.form.save}
        </button>
      </form>
    </main>
  );
}
