/** @jsxImportSource preact */
import { type ActionId, actionIds, fieldsOf } from '../events/actions.ts';
import type { Thing } from '../events/values.ts';
import { ActionIcon } from '../parts/ActionIcon.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useTexts } from '../texts/texts.ts';
import { useNames } from '../useNames.ts';
import { go } from '../useRoute.ts';

/** Whether a form has a place for what was scanned. */
function takes(action: ActionId, { id }: Thing): boolean {
  const wanted = fieldsOf(action).map((field) => field.id);
  if (/\/01\/\d{14}$/.test(id)) return wanted.includes('product') || wanted.includes('things');
  return wanted.includes('things') || (wanted.includes('crop') && id.includes('/10/'));
}

/** What was done to the thing that was scanned. */
export function WhatScreen({ thing }: { thing: Thing }) {
  const { t } = useTexts();
  const { nameThing } = useNames();
  return (
    <main class="screen">
      <TopBar title={t.home.what} />
      <p class="found" data-testid="scanned" data-id={thing.id}>
        <small>{t.scan.found}</small>
        <b>{nameThing(thing.id)}</b>
      </p>
      <ul class="actions">
        {actionIds
          .filter((action) => takes(action, thing))
          .map((action) => (
            <li key={action}>
              <button type="button" data-testid={`do-${action}`} onClick={() => go(`/do/${action}`)}>
                <ActionIcon action={action} />
                {t.action[action]}
              </button>
            </li>
          ))}
      </ul>
    </main>
  );
}
