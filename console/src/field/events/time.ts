const two = (value: number) => String(value).padStart(2, '0');

/** The offset of the phone's zone at a moment, such as +08:00. */
export function zoneOffset(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The calendar day of a moment in the phone's zone, YYYY-MM-DD. */
export function localDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What a field for date and time shows for a moment: `YYYY-MM-DDTHH:MM` in the phone's zone. */
export function localMinute(date: Date): string {
  return `${localDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A moment as an event has it: the phone's own clock with its offset, to the millisecond. */
export function localTime(date: Date): string {
  const milliseconds = String(date.getMilliseconds()).padStart(3, '0');
  return `${localMinute(date)}:${two(date.getSeconds())}.${milliseconds}${zoneOffset(date)}`;
}
