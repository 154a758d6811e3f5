import type { witnesses as zh } from '../zh-CN/witnesses.ts';

export const witnesses: typeof zh = {
  title: 'Witnesses',
  lead: 'Witnesses check that the history of the log was not rewritten and sign every checkpoint. The contract takes anchors with enough of their signatures only.',
  present: 'Present witnesses',
  remove: 'Remove',
  confirm: 'Remove “{{name}}”? It is not asked for later checkpoints.',
  threshold: 'Quorum',
  thresholdHint:
    'How many witnesses have to sign a checkpoint before it is published and anchored; 0 asks for none. Not more than there are.',
  set: 'Set',
  add: 'Add a witness',
  addHint: 'Another institution runs the witness; it prints both of these when it starts:',
  url: 'Submission address',
  vkeys: 'Keys',
  vkeysHint: 'One a line, three at most; one for the chain lets it vouch for anchors.',
  required: 'Please fill this in.',
};
