import { expect, test } from 'vitest';
import type { RegelKop } from '../regels.schema.ts';
import { perGroep, zoekRegels } from './zoeken.ts';

function regel(id: string, groep: string, titel: string, artikel: string): RegelKop {
  const grondslag = { regel: id, link: '', geldigVanaf: '2022-01-01', zekerheid: 'vast' as const };
  const artikelen = [{ ...grondslag, artikel }];
  return { id, groep, titel, vraag: `Hoe zit het met ${id}?`, beschrijving: '', artikelen };
}

const REGELS = [
  regel('pip-termijn', 'PIP', 'Tien weken', 'Besluit inburgering 2021 art. 5.3 lid 1'),
  regel('boete', 'Handhaving', 'Één boete', 'Wet inburgering 2021 art. 23'),
  regel('pip-inhoud', 'PIP', 'Inhoud', 'Wet inburgering 2021 art. 15'),
];
const gevonden = (tekst: string) => zoekRegels(REGELS, tekst).map(({ id }) => id);

test.each([
  ['', ['pip-termijn', 'boete', 'pip-inhoud']],
  ['een BOETE', ['boete']],
  ['ééN', ['boete']],
  ['art. 5.3', ['pip-termijn']],
  ['wi2021', ['boete', 'pip-inhoud']],
  ['pip termijn', ['pip-termijn']],
  ['handhaving', ['boete']],
  ['zit met pip', ['pip-termijn', 'pip-inhoud']],
  ['geldautomaat', []],
])('zoeken op %j', (tekst, ids) => {
  expect(gevonden(tekst)).toEqual(ids);
});

test('een onderwerp staat er één keer, waar de eerste regel staat', () => {
  const groepen = perGroep(REGELS);
  expect(groepen.map((g) => [g.naam, g.anker, g.regels.length])).toEqual([
    ['PIP', 'pip', 2],
    ['Handhaving', 'handhaving', 1],
  ]);
});
