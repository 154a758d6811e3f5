/** @jsxImportSource preact */
import { fill, useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';

/** A clock that is wrong by more than this is worth a word. */
const tolerableMs = 2 * 60_000;

/** Warns when the phone's clock is not the platform's: the time of an event is evidence. */
export function ClockWarning() {
  const { t } = useTexts();
  const { clockAhead } = useField();
  const size = Math.abs(clockAhead);
  if (size < tolerableMs) return null;
  const minutes = Math.round(size / 60_000);
  const time =
    minutes < 120
      ? fill(t.clock.minutes, { count: minutes })
      : fill(t.clock.hours, { count: Math.round(minutes / 60) });
  return (
    <p class="strip warning" role="alert" data-testid="clock-warning">
      {fill(clockAhead > 0 ? t.clock.ahead : t.clock.behind, { time })}
    </p>
  );
}
