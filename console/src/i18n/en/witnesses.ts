import type { witnesses as zh } from '../zh-CN/witnesses.ts';

export const witnesses: typeof zh = {
  title: 'Witnesses',
  lead: 'Witnesses check that the history of the log was not rewritten and sign every checkpoint. The contract takes anchors with enough of their signatures only.',
  voted:
    'The members of the alliance decide by vote who the witnesses are; the operator of the platform cannot change them.',
  votedHow: 'Propose other witnesses',
  matrix: 'Who cosigned which checkpoint',
  matrixHint:
    'The last checkpoints, a cell for each witness: how long after the checkpoint was made it signed, or that it should have and did not.',
  matrixEmpty: 'No checkpoints yet',
  checkpoint: 'Checkpoint',
  past: 'no longer',
  signedOf: '{{signed}} of {{total}} signed',
  nobodyAsked: 'no witnesses then',
  waiting: 'too few yet',
  missing: 'missing',
  notThen: 'Was no witness then',
  after: 'after {{seconds}} s',
  anchor: 'On the chain',
  noAnchor: 'not by itself',
  level: { none: 'waiting', packed: 'packed', executed: 'executed', confirmed: 'confirmed', finalized: 'finalized' },
  run: 'Run a witness of your own',
  runLead:
    'Witnesses should belong to institutions that have no stake in the platform. It is a small program; it needs no node.',
  runStart: 'Start the witness, with your own domain as --name. It prints its keys and its account on the chain:',
  runTell: 'Give the submission address and the keys it prints to the operator of the platform, who adds them.',
  runRegister:
    'Sign with your member key that the account it prints (eSpace address) goes into your organisation’s entry in the registry:',
  runPublish: 'Publish where the witness is, with its keys, so that the log can ask it and anybody can check it:',
  runSignIn: 'Sign in as an administrator or operator of a member to publish it here.',
  runElect:
    'Propose other witnesses; once the vote has passed and is executed, it cosigns from the next checkpoint on.',
  publish: 'Publish',
  profilePublished: 'The witness “{{name}}” is published; its account on the chain:',
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
