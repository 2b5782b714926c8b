import { expect, it } from 'vitest';
import { datum } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { bereikbaar } from './persoonsbericht.ts';

const DAG = datum('2026-11-21');

function post(antwoorden: Record<string, string | string[]>) {
  const feiten = Object.entries(antwoorden).map(
    ([vraag, waarde]): Feit => ({
      id: vraag,
      soort: 'intake-antwoord',
      inhoud: { onderdeel: 'digitale-vaardigheden', vraag, waarde },
      geldigOp: DAG,
      vastgelegdOp: `${DAG}T10:00:00Z`,
      bron: 'medewerker',
    }),
  );
  return bereikbaar(feiten, kiesGeldend(feiten, klokOp(DAG))).post;
}

it.each([
  [{}, 'papier'],
  [{ 'digitaal-post': 'digitaal' }, 'digitaal'],
  [{ 'digitaal-post': 'op papier en digitaal' }, 'beide'],
  [{ 'digitaal-post': 'digitaal', 'taal-schrift': 'nee' }, 'papier'],
  [{ 'digitaal-post': 'digitaal', 'digitaal-apparaat': ['geen'] }, 'papier'],
  [{ 'digitaal-post': 'digitaal', 'digitaal-kunnen': 'met hulp' }, 'beide'],
])('bij %j gaat post naar %s', (antwoorden, verwacht) => {
  expect(post(antwoorden as Record<string, string | string[]>)).toBe(verwacht);
});
