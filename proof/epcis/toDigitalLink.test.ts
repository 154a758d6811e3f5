import { expect, it } from 'vitest';
import { toDigitalLink } from './toDigitalLink.ts';

it.each([
  ['urn:epc:id:sgtin:6901234.056789.A-1', 'https://id.gs1.org/01/06901234567892/21/A-1'],
  ['urn:epc:class:lgtin:6901234.056789.%E5', null],
  ['urn:epc:class:lgtin:6901234.056789.L%2f1', 'https://id.gs1.org/01/06901234567892/10/L%2F1'],
  ['urn:epc:class:lgtin:6901234.056789.L%411', 'https://id.gs1.org/01/06901234567892/10/LA1'],
  ['urn:epc:id:sgln:6901234.00001.0', 'https://id.gs1.org/414/6901234000016'],
  ['urn:epc:id:sgln:6901234.00001.01', 'https://id.gs1.org/414/6901234000016/254/01'],
  ['urn:epc:id:sscc:6901234.0000000001', 'https://id.gs1.org/00/069012340000000016'],
  ['urn:epc:id:grai:690123456789..S1', 'https://id.gs1.org/8003/06901234567892S1'],
  ['urn:epc:id:sgcn:6901234.56789.12', 'https://id.gs1.org/255/690123456789212'],
  ['urn:epc:id:sgtin:6901234.56789.A', null],
  ['urn:epc:id:sgtin:6901234.056789.', null],
  ['urn:epc:id:sgtin:6901234.056789.123456789012345678901', null],
  ['urn:epc:id:sgtin:6901234.056789', null],
  ['urn:epc:id:sgtin:12345.05678901.A', null],
  ['urn:epc:id:sscc:6901234.01', null],
  ['urn:epc:id:sgcn:6901234.56789.12a', null],
  ['urn:epc:id:itip:6901234.056789.1.02.A', null],
  ['urn:epc:id:gid:1.2.3', null],
  ['urn:epc:', null],
  ['urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6', null],
  ['https://shop.example/01/06901234567892/10/A%2FB?linkType=all#x', 'https://id.gs1.org/01/06901234567892/10/A%2FB'],
  ['https://shop.example/a/01/06901234567892/', 'https://id.gs1.org/01/06901234567892'],
  ['https://shop.example/01/6901234567892/10/A/21/7', 'https://id.gs1.org/01/06901234567892/21/7'],
  ['https://shop.example/01/06901234567892/21/7/10/A', null],
  ['https://shop.example/01/06901234567892/10/A/235/7', null],
  ['https://shop.example/01/06901234567892/10/%zz', null],
  ['https://shop.example/01/06901234567892/10/', null],
  ['https://shop.example/8017/690123456789012345/8019/4', 'https://id.gs1.org/8017/690123456789012345'],
  ['https://shop.example', null],
  ['geo:47.5,11.1', null],
])('%s becomes %s', (uri, link) => {
  expect(toDigitalLink(uri)).toBe(link);
});

it('leaves a canonical link as it is', () => {
  const link = 'https://id.gs1.org/01/06901234567892/235/a%28b%29';
  expect(toDigitalLink(link)).toBe(link);
});
