import { expect, test } from 'vitest';
import { defineErrors, XiangyuError } from './errors.ts';

const errors = defineErrors('engine', {
  portInUse: {
    status: 500,
    retryable: false,
    cause: 'Port {port} is taken.',
    next: 'Choose another with --{flag}.',
  },
});

test('an error names its cause and the next step, with a stable code', () => {
  const error = errors.portInUse({ port: 8545, flag: 'espace-port' });
  expect(error).toBeInstanceOf(XiangyuError);
  expect(error.code).toBe('ENGINE_PORT_IN_USE');
  expect(error.message).toBe('Port 8545 is taken. Choose another with --espace-port.');
});

test('the catalogue lists every entry under its code', () => {
  expect([...errors.catalogue.keys()]).toEqual(['ENGINE_PORT_IN_USE']);
});

test('an error survives the border between two processes', () => {
  const error = errors.portInUse({ port: 1, flag: 'port' });
  const revived = XiangyuError.revive(JSON.parse(JSON.stringify(error.serialize())));
  expect(revived).toEqual(error);
});
