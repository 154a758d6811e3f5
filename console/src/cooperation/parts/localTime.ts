const pad = (value: number) => String(value).padStart(2, '0');

/** An instant as a field of type `datetime-local` takes it, in the reader's own time; empty for none. */
export function toLocalInput(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** What such a field holds, as ISO 8601 in UTC; null for nothing. */
export function fromLocalInput(text: string | undefined): string | null {
  if (!text) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Today as `YYYY-MM-DD` in the reader's own time. */
export function today(): string {
  return toLocalInput(new Date().toISOString()).slice(0, 10);
}
