import { describe, expect, it } from 'vitest';
import type { AnnulmentRecord } from '../../server/annulment.ts';
import { type StepAnswers, stepBody, stepProblem, stepsFor } from './annulment-steps.ts';

const record = (status: string, more: Partial<AnnulmentRecord> = {}): AnnulmentRecord => ({
  ...{ licence: '92', organ: 'office', ground: 'false-papers', askedAt: 0, dueAt: 1 },
  status,
  ...more,
});
const own = { isHead: false, isOwn: true };
const above = { isHead: false, isOwn: false };
const answers: StepAnswers = { reason: undefined, words: '', tradeName: '', particulars: [], idNumber: '' };

describe('the steps of an investigation', () => {
  it('of the organ above are to undo and to lift a bar, once it is annulled, and nothing before', () => {
    expect(stepsFor(record('investigated'), above)).toEqual([]);
    expect(stepsFor(record('asked'), above)).toEqual([]);
    expect(stepsFor(record('annulled'), above)).toEqual(['undo']);
    expect(stepsFor(record('annulled', { barred: ['k'] }), above)).toEqual(['undo', 'lift-bar']);
  });

  it('of the organ itself are to bar whoever is responsible, and to undo; three more months are the head’s', () => {
    expect(stepsFor(record('annulled'), own)).toEqual(['bar', 'undo']);
    expect(stepsFor(record('annulled', { barred: ['k'] }), own)).toEqual(['bar', 'lift-bar', 'undo']);
    expect(stepsFor(record('investigated'), own)).not.toContain('extend');
    expect(stepsFor(record('investigated'), { ...own, isHead: true })).toContain('extend');
  });

  it('about a person want the number on the document, and put the blind key alone on the chain', () => {
    expect(stepProblem('bar', answers)).toBe('step-id-number');
    expect(stepProblem('bar', { ...answers, idNumber: '99010119880412900' })).toBe('step-id-number');
    const filled = { ...answers, idNumber: '99010119880412900x' };
    expect(stepProblem('bar', filled)).toBeUndefined();
    expect(stepProblem('lift-bar', filled)).toBe('step-reason');
    expect(stepBody('bar', 'a', { ...filled, person: 'k' })).toEqual({ annulment: 'a', person: 'k' });
    expect(stepBody('lift-bar', 'a', { ...filled, reason: 'reconsidered', person: 'k' })).toEqual({
      ...{ annulment: 'a', person: 'k' },
      reason: 'reconsidered',
    });
  });
});
