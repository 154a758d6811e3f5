import type { NewTransaction, TransactionBody } from '../../../api/transactions.ts';
import type { AbiItem } from '../../../explorer/api/contracts.ts';
import { readArguments } from '../../../explorer/contracts/ArgumentInputs.tsx';
import { signatureOf } from '../../../explorer/contracts/abiKinds.ts';
import { parseSignature } from './parseSignature.ts';
import { readArtifact } from './readArtifact.ts';
import { parseUnits } from './units.ts';

/** What the form holds; the arguments of a function lie under their numbers. */
export interface FormValues extends Record<string, string | undefined> {
  kind?: TransactionBody['kind'];
  signer?: string;
  to?: string;
  /** In whole coins. */
  amount?: string;
  /** How the function is named: by a signature, or by its place in `abi`. */
  by?: 'signature' | 'abi';
  signature?: string;
  abi?: string;
  /** Canonical signature of the function that was chosen in the ABI. */
  chosen?: string | undefined;
  bytecode?: string;
  data?: string;
  gas?: string;
  feeBudget?: string;
}

/** The function that a call means; null while nothing usable was given. */
export function findFunction({ by, signature, abi, chosen }: FormValues): AbiItem | null {
  if (by !== 'abi') return parseSignature(signature ?? '');
  return listFunctions(abi).find((item) => signatureOf(item) === chosen) ?? null;
}

/** The functions of an ABI that change state. */
export function listFunctions(abi: string | undefined): AbiItem[] {
  const items = readArtifact(abi ?? '')?.abi ?? [];
  return items.filter(
    ({ type, stateMutability }) => type === 'function' && stateMutability !== 'view' && stateMutability !== 'pure',
  );
}

/** The constructor of the contract that is deployed; null when it takes nothing. */
export function findConstructor({ bytecode, abi }: FormValues): AbiItem | null {
  const items = readArtifact(bytecode ?? '')?.abi ?? readArtifact(abi ?? '')?.abi ?? [];
  const item = items.find(({ type }) => type === 'constructor');
  return item && (item.inputs ?? []).length > 0 ? item : null;
}

/** The transaction of a form whose fields were checked. */
export function readTransaction(values: FormValues): NewTransaction {
  const { signer = '', gas, feeBudget } = values;
  return {
    ...readBody(values),
    signer,
    ...(gas?.trim() ? { gas: gas.trim() } : {}),
    ...(feeBudget?.trim() ? { feeBudget: parseUnits(feeBudget, 18) ?? '' } : {}),
  };
}

/** What the transaction of a form shall do. */
export function readBody(values: FormValues): TransactionBody {
  const value = parseUnits(values.amount?.trim() || '0', 18) ?? '';
  const to = values.to?.trim() ?? '';
  if (values.kind === 'call') {
    const item = findFunction(values);
    const abi = values.by === 'abi' ? readArtifact(values.abi ?? '')?.abi : null;
    return {
      kind: 'call',
      to,
      function: item ? signatureOf(item) : '',
      args: readArguments(item?.inputs ?? [], values),
      ...(abi ? { abi } : {}),
      value,
    };
  }
  if (values.kind === 'deploy') {
    const bytecode = readArtifact(values.bytecode ?? '')?.bytecode ?? '';
    const maker = findConstructor(values);
    return {
      kind: 'deploy',
      bytecode,
      ...(maker ? { abi: [maker] } : {}),
      args: readArguments(maker?.inputs ?? [], values),
      value,
    };
  }
  if (values.kind === 'raw') return { kind: 'raw', to: to || null, data: values.data?.trim() || '0x', value };
  return { kind: 'transfer', to, value };
}
