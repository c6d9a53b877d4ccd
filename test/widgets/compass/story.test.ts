import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { driver, round } from '../../model/made';
import { compassEn } from '../../../src/locales/compass.en';
import { compassNl } from '../../../src/locales/compass.nl';
import type { CompassMessages } from '../../../src/locales/compass.nl';
import type { DriverResult } from '../../../src/model/types';
import type { Petal } from '../../../src/widgets/compass/rose';
import { storyOf } from '../../../src/widgets/compass/story';
import type { CompassTerm, Shown } from '../../../src/widgets/compass/story';

const sayIn =
  (messages: CompassMessages): CompassTerm =>
  (key, ...args) => {
    const said: unknown = messages[key];
    return typeof said === 'function' ? (said as (...all: unknown[]) => string)(...args) : String(said);
  };
const nl = sayIn(compassNl);

/** Three drivers with how many of ten said "good" now, and before if there was a round before. */
function petals(now: readonly (number | undefined)[], before: readonly number[] = []): Petal[] {
  return ['De inwoner eerst', 'Samen eigenaar', 'Open en eerlijk'].map((name, index) => {
    const [good, was] = [now[index], before[index]];
    return {
      driver: { ...driver(`d-${String(index + 1)}`), name },
      ...(good === undefined ? {} : { share: good / 10 }),
      ...(was === undefined ? {} : { was: was / 10 }),
    };
  });
}

const counted = (good: number, index: number): DriverResult => ({
  driverId: `d-${String(index + 1)}`,
  good,
  couldBeBetter: 10 - good,
  notWorking: 0,
});
const tenSaid = (now: readonly number[]): Shown => ({ respondents: 10, answers: now.map(counted) });
const ROUND = round({ number: 3, closedOn: '2026-03-15' });

describe('what the compass says of a round', () => {
  it('calls the first round the first, and what is weakest for attention', () => {
    const { headline, text } = storyOf(round({ number: 1 }), tenSaid([7, 3, 5]), petals([7, 3, 5]), nl);
    assert.equal(headline, 'Dit is onze eerste ronde. Samen eigenaar vraagt nog aandacht.');
    assert.equal(
      text,
      '10 mensen deden mee aan ronde 1. De inwoner eerst staat het sterkst: 7 van de 10 zeggen ‘goed’. Bij Samen eigenaar zijn dat er 3.',
    );
  });

  it('says that everything went up only when every driver did', () => {
    const { headline } = storyOf(ROUND, tenSaid([7, 3, 5]), petals([7, 3, 5], [6, 2, 4]), nl);
    assert.equal(headline, 'Alles ging vooruit. Samen eigenaar vraagt nog aandacht.');
  });

  it('counts the drivers that went up, also when none did', () => {
    const saidOf = (before: number[]) => storyOf(ROUND, tenSaid([7, 3, 5]), petals([7, 3, 5], before), nl).headline;
    assert.match(saidOf([6, 3, 6]), /^1 van de 3 drijfveren gingen vooruit\./);
    assert.match(saidOf([7, 3, 5]), /^0 van de 3 drijfveren gingen vooruit\./);
  });

  it('compares only drivers that were there in both rounds', () => {
    const two = petals([7, 3, 5], [6, 2]);
    assert.match(storyOf(ROUND, tenSaid([7, 3, 5]), two, nl).headline, /^Alles ging vooruit\./);
  });

  it('does not call a later round the first when there is nothing to compare it with', () => {
    const { headline } = storyOf(ROUND, tenSaid([7, 3, 5]), petals([7, 3, 5]), nl);
    assert.equal(headline, 'Samen eigenaar vraagt nog aandacht.');
  });

  it('says that there were too few, and nothing else', () => {
    assert.deepEqual(storyOf(ROUND, undefined, petals([undefined, undefined, undefined]), nl), {
      headline: '',
      text: 'Er deden te weinig mensen mee om iets te laten zien. Zo blijft ieder antwoord privé.',
    });
  });

  it('gives no number of a driver of which the release says "most of them"', () => {
    const shown: Shown = {
      respondents: 10,
      answers: [{ driverId: 'd-1', mostly: 'good' }, { driverId: 'd-2', mostly: 'notWorking' }, counted(5, 2)],
    };
    const { headline, text } = storyOf(ROUND, shown, petals([10, 0, 5]), nl);
    assert.equal(headline, 'Samen eigenaar vraagt nog aandacht.');
    assert.equal(text, '10 mensen deden mee aan ronde 3.');
  });

  it('says no number of the weakest either, when that of the strongest it goes on from is not said', () => {
    const shown: Shown = {
      respondents: 10,
      answers: [{ driverId: 'd-1', mostly: 'good' }, counted(3, 1), counted(5, 2)],
    };
    assert.equal(storyOf(ROUND, shown, petals([10, 3, 5]), nl).text, '10 mensen deden mee aan ronde 3.');
  });

  it('asks no attention for the only driver there are figures of', () => {
    const { headline, text } = storyOf(round({ number: 1 }), tenSaid([7]), petals([7]), nl);
    assert.equal(headline, 'Dit is onze eerste ronde.');
    assert.equal(
      text,
      '10 mensen deden mee aan ronde 1. De inwoner eerst staat het sterkst: 7 van de 10 zeggen ‘goed’.',
    );
  });

  it('says the same in English', () => {
    const { headline, text } = storyOf(ROUND, tenSaid([7, 3, 5]), petals([7, 3, 5], [6, 2, 4]), sayIn(compassEn));
    assert.equal(headline, 'Everything went up. Samen eigenaar still needs attention.');
    assert.equal(
      text,
      '10 people took part in round 3. De inwoner eerst is strongest: 7 of 10 say “good”. For Samen eigenaar that is 3.',
    );
  });
});
