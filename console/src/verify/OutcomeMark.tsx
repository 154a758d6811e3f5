/** A check, a cross or a dash; colour is never the only sign. */
export function OutcomeMark({ ok, large = false }: { ok: boolean | null; large?: boolean }) {
  const kind = ok === true ? 'ok' : ok === false ? 'bad' : 'none';
  const size = large ? 44 : 18;
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} className={`mark mark-${kind}`} aria-hidden="true">
      <circle cx="12" cy="12" r="11" />
      {ok === true && <path d="M7 12.4l3.4 3.4L17.2 9" />}
      {ok === false && <path d="M8 8l8 8M16 8l-8 8" />}
      {ok === null && <path d="M7.5 12h9" />}
    </svg>
  );
}
