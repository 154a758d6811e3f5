import { describe, expect, it } from 'vitest';
import type { Principal } from '../principal.ts';
import { testPerson } from '../testing.ts';
import { type Action, actions } from './actions.ts';
import { type DecideParameters, decide } from './decide.ts';
import { openRights } from './openRights.ts';
import { rememberDecisions } from './remember.ts';

const rights = openRights({ isFounded: () => false });
const founded = openRights({ isFounded: () => true });
const every = Object.keys(actions) as Action[];
const key = (changes: Partial<Principal>) => testPerson({ kind: 'key', roles: [], ...changes });

describe('deciding', () => {
  it('refuses a visitor everything, and a person without a role all but reading', () => {
    expect(rights.permissionsOf(null)).toEqual([]);
    expect(rights.decide({ principal: null, action: 'session:use' })).toMatchObject({
      allowed: false,
      reason: { code: 'sign-in-needed' },
    });
    expect(rights.permissionsOf(testPerson({ roles: [] }))).not.toContain('epcis:capture');
  });

  it('lets nobody act on what is of another organisation', () => {
    const principal = testPerson({ roles: ['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer'] });
    const own = { type: 'ApiKey', id: '1', member: 'farm' };
    expect(rights.decide({ principal, action: 'keys:revoke', resource: own }).allowed).toBe(true);
    for (const member of ['shop', '', undefined]) {
      const resource = { type: 'ApiKey', id: '1', ...(member === undefined ? {} : { member }) };
      for (const action of ['keys:read', 'keys:create', 'keys:revoke', 'people:set-roles', 'acts:read'] as const) {
        expect(rights.decide({ principal, action, resource }).allowed, `${action} of ${member}`).toBe(false);
      }
    }
  });

  it('gives the platform no right over organisations that have people, nor in the alliance', () => {
    const principal = testPerson({ member: 'operator', roles: ['admin', 'operator'] });
    const resource = { type: 'Organisation', id: 'shop', member: 'shop' };
    const custodian = ['epcis:read-jobs', 'evidence:read', 'evidence:erase'];
    const reaching = every.filter(
      (action) => actions[action].group === 'acting' && rights.decide({ principal, action, resource }).allowed,
    );
    const others = reaching.filter((action) => !custodian.includes(action));
    for (const action of others) expect(action).toMatch(/^(contract|proposal|cooperation|group)/);
    const unattended = { type: 'ApiKey', id: '', member: 'shop', attributes: { unattended: true, scopes: ['read'] } };
    expect(rights.decide({ principal, action: 'keys:create', resource: unattended }).allowed).toBe(true);
  });

  it.each(['suspended', 'left'] as const)('refuses an organisation that is %s', (standing) => {
    for (const principal of [
      testPerson({ standing, roles: ['admin', 'operator', 'developer', 'steward'] }),
      key({
        standing,
        scopes: ['read', 'capture', 'transact', 'govern', 'credentials', 'publish', 'nodes', 'operate'],
      }),
    ]) {
      const still = ['session:use', 'account:read', 'account:change', 'organisation:read', 'alliance:apply'];
      const kept = founded.permissionsOf(principal);
      // Who left may come back; whoever is suspended waits.
      expect(kept.filter((action) => standing === 'suspended' || !still.includes(action))).toEqual([]);
      expect(kept.includes('alliance:apply')).toBe(standing === 'left');
      const { reason, policies } = founded.decide({ principal, action: 'epcis:capture' });
      expect({ code: reason.code, policies }).toEqual({ code: 'forbidden', policies: [`standing.${standing}`] });
    }
  });

  it('lets a guest do everything until the alliance is founded, then only read and apply', () => {
    const principal = testPerson({ roles: ['admin', 'operator'] });
    expect(rights.permissionsOf(principal)).toContain('epcis:capture');
    const left = founded.permissionsOf(principal);
    expect(left.filter((action) => actions[action].group === 'acting')).toEqual([]);
    expect(left).toContain('organisation:read');
    expect(founded.permissionsOf({ ...principal, demo: true })).toContain('epcis:capture');
    expect(founded.permissionsOf({ ...principal, standing: 'admitted' })).toContain('epcis:capture');
  });

  it('lets the platform keep its own house in order as a guest, and no more', () => {
    const principal = testPerson({ member: 'operator', roles: ['admin', 'operator'] });
    const acting = founded.permissionsOf(principal).filter((action) => actions[action].group === 'acting');
    expect(acting.sort()).toEqual(['keys:create', 'organisation:set-sign-in']);
  });

  it('lets a person without the second factor that its organisation wants see to the own account only', () => {
    const principal = testPerson({ roles: ['admin'], secondFactorNeeded: true });
    expect(rights.permissionsOf(principal).sort()).toEqual(['account:change', 'account:read', 'session:use']);
    expect(rights.permissionsOf({ ...principal, secondFactor: true })).toContain('people:invite');
  });

  it('gives a key no scope that its maker does not have', () => {
    const make = (principal: Principal, scopes: string[]) => {
      const resource = { type: 'ApiKey', id: '', member: 'farm', attributes: { scopes } };
      return rights.decide({ principal, action: 'keys:create', resource }).allowed;
    };
    const developer = testPerson({ roles: ['developer'] });
    expect([make(developer, ['read', 'transact']), make(developer, ['read', 'capture'])]).toEqual([true, false]);
    expect(make(testPerson({ roles: ['admin'] }), ['operate'])).toBe(false);
  });
});

describe('explaining', () => {
  it('says who may, in both languages, and names the policies', () => {
    const { reason, policies } = rights.decide({ principal: testPerson(), action: 'people:invite' });
    expect(reason).toEqual({
      code: 'right-missing',
      zh: '只有本组织的管理员可以邀请人员',
      en: 'only administrators of the organisation may invite people',
    });
    expect(policies).toEqual(['organisation.admins']);
  });

  it('refuses with what, why and the policies', () => {
    const principal = key({ scopes: ['read'], name: 'ERP' });
    const refuse = () => rights.require({ principal, action: 'epcis:capture' });
    expect(refuse).toThrow(
      expect.objectContaining({
        code: 'RIGHTS_REFUSED',
        reason:
          'ERP may not capture events; refused because only API keys with the scope capture, or API keys with the scope field may capture events.',
        zh: {
          reason:
            'ERP不能登记追溯事件：只有具有“登记”权限的 API 密钥，或具有“手机登记”权限的 API 密钥可以登记追溯事件。',
          nextStep: expect.stringContaining('本单位管理员'),
        },
        details: expect.objectContaining({
          action: 'epcis:capture',
          resource: { type: 'Organisation', id: 'farm' },
          policies: ['capture.keys', 'field.keys'],
        }),
      }),
    );
    expect(() => rights.require({ principal: null, action: 'epcis:capture' })).toThrow(
      expect.objectContaining({ code: 'RIGHTS_SIGN_IN_NEEDED' }),
    );
  });
});

describe('remembering', () => {
  it('asks again when any input differs, and only then', () => {
    let asked = 0;
    const remembered = rememberDecisions((parameters, now) => {
      asked += 1;
      return decide(parameters, now);
    });
    const resource = { type: 'ApiKey', id: '1', member: 'farm', attributes: { scopes: ['read'] } };
    const base: DecideParameters = { principal: testPerson({ roles: ['admin'] }), action: 'keys:create', resource };
    const person = testPerson({ roles: ['admin'] });
    const others: DecideParameters[] = [
      { ...base, action: 'keys:revoke' },
      { ...base, resource: undefined },
      { ...base, resource: { ...resource, type: 'Organisation' } },
      { ...base, resource: { ...resource, id: '2' } },
      { ...base, resource: { ...resource, member: 'shop' } },
      { ...base, resource: { ...resource, attributes: { scopes: ['operate'] } } },
      ...(
        [
          { kind: 'key' },
          { id: 'person-2' },
          { member: 'shop' },
          { roles: ['viewer'] },
          { scopes: ['read'] },
          { standing: 'suspended' },
          { platform: true },
          { secondFactor: true },
          { secondFactorNeeded: true },
          { demo: true },
        ] as Partial<Principal>[]
      ).map((changes) => ({ ...base, principal: { ...person, ...changes } })),
    ];
    remembered(base, false);
    for (const other of others) {
      const before = asked;
      expect(remembered(other, false)).toEqual(decide(other, false));
      expect(asked, JSON.stringify(other)).toBe(before + 1);
    }
    const before = asked;
    expect(remembered(base, true)).toEqual(decide(base, true));
    expect(asked).toBe(before + 1);
    remembered({ ...base, principal: { ...person, name: 'another name' } }, false);
    expect(asked).toBe(before + 1);
  });

  it('keeps a bounded number', () => {
    let asked = 0;
    const remembered = rememberDecisions((parameters, now) => {
      asked += 1;
      return decide(parameters, now);
    }, 4);
    const ask = (id: string) => remembered({ principal: testPerson({ id }), action: 'session:use' }, false);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'a']) ask(id);
    expect(asked).toBe(7);
    ask('a');
    expect(asked).toBe(7);
  });
});
