/** @jsxImportSource preact */
import { inLanguage } from '../../i18n/language.ts';
import { isInstance, lotOf } from '../events/identifiers.ts';
import { changeEntry, removeEntry } from '../store/entries.ts';
import type { Entry } from '../store/openFieldStore.ts';
import { fill, useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { useNames } from '../useNames.ts';
import { go } from '../useRoute.ts';
import { ActionIcon } from './ActionIcon.tsx';
import { explainRefusal } from './explainRefusal.ts';

/** The lots that an entry is about, as its event names them. */
function lotsOf({ event }: Entry): string[] {
  const lists = [event.outputQuantityList, event.quantityList, event.childQuantityList];
  return lists.flatMap((list) =>
    Array.isArray(list) ? list.map(({ epcClass }: { epcClass: string }) => epcClass) : [],
  );
}

function ProductLink({ entry }: { entry: Entry }) {
  const { t } = useTexts();
  const lot = lotsOf(entry)
    .map(lotOf)
    .find((found) => found !== null);
  const path = lot ? `/01/${lot.gtin}/10/${encodeURIComponent(lot.lot)}` : `/events/${encodeURIComponent(entry.id)}`;
  return (
    <a class="button quiet" data-testid="entry-link" href={path} target="_blank" rel="noreferrer">
      {lot ? t.list.product : t.list.event} ↗
    </a>
  );
}

function RefusedPart({ entry }: { entry: Entry }) {
  const { t, language } = useTexts();
  const { reload, send } = useField();
  const { refusal } = entry;
  if (!refusal) return null;
  const { detail, nextStep } = inLanguage(refusal, language);
  const again = async () => {
    await changeEntry(entry.id, (now) => ({ ...now, state: 'waiting', refusal: null }));
    await reload();
    await send();
  };
  const remove = async () => {
    if (!window.confirm(t.list.removeWithdraw)) return;
    await removeEntry(entry.id);
    await reload();
  };
  return (
    <div class="refusal">
      <p data-testid="refusal">
        <b>{t.list.reason}</b> {explainRefusal(refusal, t)}
      </p>
      <details>
        <summary>{t.list.technical}</summary>
        <p>{detail}</p>
        {refusal.faults
          .map((fault) => inLanguage(fault, language))
          .map(({ field, problem, expected }) => (
            <p key={field}>
              <code>{field}</code> {problem} {expected && `→ ${expected}`}
            </p>
          ))}
        {nextStep && <p>{nextStep}</p>}
      </details>
      <button
        type="button"
        class="first"
        data-testid="correct"
        onClick={() => go(`/correct/${encodeURIComponent(entry.id)}`)}
      >
        {t.list.correct}
      </button>
      <div class="pair">
        <button type="button" class="quiet" data-testid="again" onClick={again}>
          {t.list.again}
        </button>
        <button type="button" class="quiet danger" onClick={remove}>
          {t.remove}
        </button>
      </div>
    </div>
  );
}

/** One record: what, when, how far it has come, and what to do about it. */
export function EntryCard({ entry }: { entry: Entry }) {
  const { t, language } = useTexts();
  const { reload } = useField();
  const { nameThing } = useNames();
  const { state, action, event, attempts, photosWaiting, photosRefused } = entry;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(String(event.eventTime)),
  );
  const about = [...new Set([...lotsOf(entry), ...(Array.isArray(event.epcList) ? (event.epcList as string[]) : [])])];
  const shown = about.filter((id) => isInstance(id) || id.includes('/01/')).slice(0, 3);
  const remove = async () => {
    if (!window.confirm(t.list.removeConfirm)) return;
    await removeEntry(entry.id);
    await reload();
  };
  return (
    <li class={`entry ${state}`} data-testid="entry" data-state={state} data-id={entry.id} data-action={action}>
      <div class="entry-head">
        <ActionIcon action={action} />
        <b>{t.action[action]}</b>
        <span class={`chip ${state}`}>{t.list[state]}</span>
      </div>
      {shown.map((id) => (
        <p key={id} class="about">
          {nameThing(id)}
        </p>
      ))}
      <p class="hint">{when}</p>
      {photosWaiting.length > 0 && <p class="hint">{fill(t.list.photosWaiting, { count: photosWaiting.length })}</p>}
      {photosRefused.length > 0 && <p class="fault">{fill(t.list.photosRefused, { count: photosRefused.length })}</p>}
      {state === 'refused' && <RefusedPart entry={entry} />}
      {state === 'sent' && <ProductLink entry={entry} />}
      {state === 'waiting' && attempts > 0 && <p class="hint">{t.list.mayBeThere}</p>}
      {state === 'waiting' && attempts === 0 && (
        <div class="pair">
          <button
            type="button"
            class="quiet"
            data-testid="edit"
            onClick={() => go(`/correct/${encodeURIComponent(entry.id)}`)}
          >
            {t.list.correct}
          </button>
          <button type="button" class="quiet danger" onClick={remove}>
            {t.remove}
          </button>
        </div>
      )}
    </li>
  );
}
