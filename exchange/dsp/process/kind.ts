import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import type { InnerState, Role } from '../dsp.ts';
import type { Machine } from '../machines/machine.ts';
import type { WireStep } from '../machines/negotiationMachine.ts';
import type { SchemaName } from '../messages/checkMessage.ts';
import type { KindName } from '../store/processes.ts';
import type { Patch, ProcessRow } from '../store/rows.ts';

/** A step that one side took, with its message. */
export interface Taken {
  step: string;
  by: Role;
  message: JsonObject;
}

/** What is to be done next: nothing but waiting, or a step with what its message says. */
export type Next = { wait: 'person' | 'chain' } | { step: string; payload: JsonObject };

/** What tells negotiations and transfers apart; everything else is the same for both. */
export interface Kind<Row extends ProcessRow = ProcessRow> {
  name: KindName;
  machine: Machine<string, string>;
  wire: Readonly<Record<string, WireStep>>;
  /** First part of its paths. */
  path: 'negotiations' | 'transfers';
  answerType: SchemaName;
  errorType: SchemaName;
  /** What a step changes besides the state. */
  factsOf(row: Row, taken: Taken): Patch;
  /**
   * Refuses what is wrong in a message of the other side that is legal by itself. `offered` tells of an offer in it whether
   * the catalogue has it.
   */
  checkContent(context: DspContext, tx: Tx, p: { row: Row; taken: Taken; offered: boolean }): Promise<void>;
  /** Tells the hooks, and gives what they or the protocol's own habits want next. */
  decideNext(context: DspContext, tx: Tx, p: { row: Row; taken: Taken }): Promise<Next | null>;
  /** What this side is at when nothing of it is on its way. */
  restingAt(row: Row): InnerState;
}

/** The side that is not this one. */
export function otherRole(role: Role): Role {
  return role === 'provider' ? 'consumer' : 'provider';
}

/** The name that the other side gave to a process; null until it did. */
export function otherPid(row: ProcessRow): string | null {
  return row.role === 'provider' ? row.consumer_pid : row.provider_pid;
}
