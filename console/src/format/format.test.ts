import { describe, expect, it } from 'vitest';
import { detectLanguage, pickText } from '../i18n/language.ts';
import { formatBytes, formatCoins, formatNumber } from './formatNumber.ts';
import { formatClock, formatDate, formatDateTime } from './formatTime.ts';
import { hashHex, shorten, shortenIdentifier } from './shorten.ts';

describe('numbers', () => {
  it('groups, and shows a dash for what is not known', () => {
    expect(formatNumber(1234567, 'en')).toBe('1,234,567');
    expect(formatNumber(null, 'zh-CN')).toBe('—');
    expect(formatNumber(2.345, 'en', 2)).toBe('2.35');
  });

  it('chooses the unit of bytes', () => {
    expect(formatBytes(0, 'en')).toBe('0 B');
    expect(formatBytes(1536, 'en')).toBe('2 KiB');
    expect(formatBytes(1.5 * 1024 ** 3, 'en')).toBe('1.5 GiB');
    expect(formatBytes(null, 'en')).toBe('—');
  });

  it('writes coins without rounding errors', () => {
    expect(formatCoins('9999123450000000000000', 'en')).toBe('9,999.1234');
    expect(formatCoins('0', 'en')).toBe('0');
    expect(formatCoins('1000000000000000000', 'zh-CN')).toBe('1');
    expect(formatCoins('-1', 'en')).toBe('—');
  });
});

describe('times', () => {
  it('shows the local time of the place where it happened', () => {
    expect(formatClock('2026-04-02T22:30:00.000Z', 'en', '+08:00')).toBe('06:30');
    expect(formatDate('2026-04-02T22:30:00.000Z', 'zh-CN', '+08:00')).toBe('2026年4月3日');
    expect(formatDateTime('2026-04-02T22:30:00.000Z', 'en', '+08:00')).toContain('Apr 3, 2026');
  });

  it('gives back what is not a time', () => {
    expect(formatDate('soon', 'en')).toBe('soon');
  });
});

describe('identifiers', () => {
  it('shortens', () => {
    expect(shorten('0x1234')).toBe('0x1234');
    expect(shorten(`0x${'ab'.repeat(32)}`)).toBe('0xababab…ababab');
    expect(hashHex(`ni:///sha-256;${'0f'.repeat(32)}?ver=CBV2.0`)).toBe('0f'.repeat(32));
    expect(shortenIdentifier('https://id.gs1.org/01/06901234567892/10/A%2FB')).toBe('01/06901234567892/10/A/B');
    expect(shortenIdentifier('urn:epc:id:sgtin:0614141.107346.1')).toBe('sgtin:0614141.107346.1');
  });
});

describe('language', () => {
  it('prefers the stored choice, then the browser', () => {
    expect(detectLanguage('en', ['zh-CN'])).toBe('en');
    expect(detectLanguage(null, ['fr', 'zh-Hans-CN', 'en'])).toBe('zh-CN');
    expect(detectLanguage('xx', ['en-GB'])).toBe('en');
    expect(detectLanguage(null, [])).toBe('en');
  });

  it('falls back to the other language', () => {
    expect(pickText({ zh: '茶', en: 'tea' }, 'zh-CN')).toBe('茶');
    expect(pickText({ zh: '茶', en: '' }, 'en')).toBe('茶');
    expect(pickText(null, 'en')).toBeNull();
  });
});
