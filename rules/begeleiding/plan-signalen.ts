import { plusDagen } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Signaal } from '../stand/stand.ts';

const ANTWOORD = { 'lukt-niet': 'Het lukt niet', vraag: 'Er is een vraag' } as const;

/**
 * Wat in het levende plan aandacht vraagt: een partner die antwoordde dat iets niet lukt of iets vroeg, en afspraken
 * waarvan de dag voorbij is. De wet stelt hier geen termijn; het zijn de afspraken van het plan zelf. Een antwoord
 * 'gedaan' vraagt niets en geeft dus geen signaal.
 */
export function planSignalen({ g, klok }: Lezing): Signaal[] {
  const open = g
    .perSleutel('plan-afspraak', (i) => i.planId)
    .filter((f) => f.inhoud.staat === 'open');
  const antwoorden = open.flatMap(({ inhoud: { wie, wat, antwoord } }) =>
    antwoord && antwoord.uitkomst !== 'gedaan'
      ? [`${wie.naam}: ${ANTWOORD[antwoord.uitkomst].toLowerCase()} bij “${wat}”.`]
      : [],
  );
  const voorbij = open.filter(
    ({ inhoud }) => inhoud.uiterlijk && klok.bereikt(plusDagen(inhoud.uiterlijk, 1)),
  );
  const eerste = voorbij.map((f) => f.inhoud).toSorted((a, b) => dag(a).localeCompare(dag(b)))[0];
  const meer = voorbij.length > 1 ? ` En nog ${voorbij.length - 1}.` : '';
  return [
    ...(antwoorden.length > 0
      ? [{ id: 'partner-antwoord', ernst: 'let-op' as const, tekst: antwoorden.join(' ') }]
      : []),
    ...(eerste?.uiterlijk
      ? [
          {
            id: 'plan-afspraak-voorbij',
            ernst: 'let-op' as const,
            tekst: `De afspraak “${eerste.wat}” (${eerste.wie.naam}) had klaar moeten zijn op ${inWoorden(eerste.uiterlijk)}.${meer}`,
          },
        ]
      : []),
  ];
}

const dag = (i: { uiterlijk?: string }) => i.uiterlijk ?? '';
