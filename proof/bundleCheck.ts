/** One answer of `verifyBundle`; `ok` is null where there was nothing to check it with. */
export interface BundleCheck {
  id: 'format' | 'payload' | 'event' | 'inclusion' | 'checkpoint' | 'anchor';
  ok: boolean | null;
  detail: string;
}
