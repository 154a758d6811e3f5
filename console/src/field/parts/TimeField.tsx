/** @jsxImportSource preact */
import { localMinute } from '../events/time.ts';
import { useTexts } from '../texts/texts.ts';

/** When it happened: now, unless somebody says otherwise. */
export function TimeField({ time, onChange }: { time: string; onChange: (time: string) => void }) {
  const { t } = useTexts();
  if (time === '') {
    return (
      <div class="chooser">
        <p class="chosen">{t.form.now}</p>
        <button
          type="button"
          class="second"
          data-testid="time-change"
          onClick={() => onChange(localMinute(new Date()))}
        >
          {t.form.changeTime}
        </button>
      </div>
    );
  }
  return (
    <>
      <input
        type="datetime-local"
        aria-label={t.field.time}
        data-testid="time"
        value={time}
        max={localMinute(new Date())}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <button type="button" class="quiet" onClick={() => onChange('')}>
        {t.form.useNow}
      </button>
    </>
  );
}
