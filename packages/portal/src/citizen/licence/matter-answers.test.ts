import { describe, expect, it } from 'vitest';
import { type ChangeAnswers, changeProblem, changeSent } from './change-answers.ts';
import { type CloseAnswers, closeProblems, closeWay } from './close-answers.ts';
import type { HeldLicence } from './held-licence.ts';

const fields = { composition: 'personal', 'premises-kind': 'address', premises: '示范路1号' };
const licence: HeldLicence['licence'] = {
  ...{ organ: 'office', service: 's', status: 'valid', tradeName: '清风茶馆', scope: ['6233'], region: '110105' },
  ...{ since: 0, fields },
};
const held = { number: '92', licence };
const empty: ChangeAnswers = {
  ...{ kind: undefined, tradeName: '清风茶馆', scope: ['6233'], region: '110105', premises: '', residence: '' },
  ...{ happenedOn: '', successor: '', path: undefined },
};

describe('a change', () => {
  it('asks who decides after what changes, and nobody of whom only another key is named', () => {
    expect(changeProblem({ ...empty, kind: 'name' }, held)).toBe('change-name');
    expect(changeProblem({ ...empty, kind: 'name', tradeName: '明月茶馆' }, held)).toBe('matter-path');
    expect(changeProblem({ ...empty, kind: 'name', tradeName: '明月茶馆', path: 'auto' }, held)).toBeUndefined();
    expect(changeProblem({ ...empty, kind: 'enterprise' }, held)).toBeUndefined();
  });

  it('says that a person is to decide only where that was chosen', () => {
    const named = { ...empty, kind: 'name', tradeName: '明月茶馆' } as const;
    expect(changeSent({ ...named, path: 'auto' }, held).body).toEqual({ number: '92', tradeName: '明月茶馆' });
    expect(changeSent({ ...named, path: 'manual' }, held).body).toMatchObject({ manual: true });
  });

  it('of premises changes what stands on the licence, and goes to the file sealed', () => {
    const moved = { ...empty, kind: 'premises', premises: ' 新路 2 号 ', path: 'auto' } as const;
    expect(changeSent(moved, held)).toEqual({
      body: { number: '92', fields: { 'premises-kind': 'address', premises: '新路 2 号' }, particulars: ['premises'] },
      sealed: { premises: ' 新路 2 号 ' },
    });
    const { fields: _fields, ...older } = licence;
    expect(changeSent(moved, { ...held, licence: older }).body).not.toHaveProperty('fields');
  });
});

describe('a closing', () => {
  const answers: CloseAnswers = { debts: undefined, barred: undefined, clearance: '', approval: '', path: undefined };
  const short = { ...answers, debts: 'none', barred: 'none' };

  it('is short where nothing was ever owed or all is settled, and the shop is not looked into', () => {
    expect(closeWay(short, licence)).toBe('short');
    expect(closeWay({ ...short, debts: 'settled' }, licence)).toBe('short');
    expect(closeWay({ ...short, debts: 'open' }, licence)).toBe('ordinary');
    expect(closeWay(short, { ...licence, investigations: 1 })).toBe('ordinary');
    expect(closeWay({ ...short, barred: undefined }, licence)).toBeUndefined();
  });

  it('asks for no paper where the tax office speaks for itself, and for its number where it does not', () => {
    const ordinary = { ...short, barred: 'some' };
    expect(closeProblems(ordinary, licence, true)).toEqual(['matter-path']);
    expect(closeProblems({ ...ordinary, path: 'auto' }, licence, true)).toEqual([]);
    expect(closeProblems(ordinary, licence, false)).toEqual(['close-clearance']);
  });
});
