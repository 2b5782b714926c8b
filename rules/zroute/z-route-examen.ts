import { EXAMENONDERDELEN } from '../leerroute/velden.ts';
import type { OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld, oordeelVeld } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';

/** Of KNM in de Z-route als examen kan: sinds 2023 (Stb. 2022, 489). De taalonderdelen konden altijd. */
const KNM_KAN: readonly Versie<boolean>[] = [
  { vanaf: datum('2022-01-01'), waarde: false },
  { vanaf: datum('2023-01-01'), waarde: true },
];

const velden = {
  onderdeel: keuzeVeld('Examenonderdeel', EXAMENONDERDELEN, {
    hulp: 'Taalonderdelen op niveau A2.',
  }),
  wens: jaNeeVeld('De persoon wil dit examen doen'),
  inStaat: oordeelVeld('Het college acht de persoon daartoe in staat', [
    'het taalniveau en de voortgang volgens de school',
    'de uitslag van oefenexamens',
    'of het examen de rest van de Z-route niet in de weg zit',
  ]),
  staatInPip: jaNeeVeld('Het staat in het PIP'),
  dagtekeningPip: datumVeld('Dagtekening van het PIP waarin het staat'),
};

export type ZrouteExamenFeiten = Invoer<typeof velden>;

const TITEL = 'Examen in de Z-route';
const LID7 = grondslag('z-route-examen', 'besluit', 'art. 3.14 lid 7');
const KNM_GROND = grondslag('z-route-examen', 'besluit', 'art. 3.14 lid 7', {
  geldigVanaf: datum('2023-01-01'),
});

/**
 * `z-route-examen`: of iemand in de Z-route een onderdeel van het examen mag doen.
 *
 * Besluit inburgering 2021 art. 3.14 lid 7 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): een
 * taalonderdeel op A2, en sinds 2023 ook KNM, als de persoon het wil, het college hem ertoe in staat acht
 * en het in het PIP staat. Verplicht is het nooit.
 */
export function zrouteExamen(f: ZrouteExamenFeiten, herkomst: Herkomst = {}): Oordeel {
  const nodig = ['onderdeel', 'wens', 'inStaat', 'staatInPip'] as const;
  const namen: (keyof ZrouteExamenFeiten & string)[] = nodig.filter((n) => f[n] === undefined);
  if (f.onderdeel === 'KNM' && !f.dagtekeningPip) namen.push('dagtekeningPip');
  return oordeel({
    titel: TITEL,
    grondslag: LID7,
    redenen: redenenTegen(f),
    ontbreekt: namen.map((naam): OntbrekendFeit => ontbrekendFeit(velden, naam)),
    goed: `de persoon mag het examen ${f.onderdeel} doen`,
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [{ titel: 'Verplicht is dit examen in de Z-route nooit' }],
    zouWijzigenAls: ['de persoon het examen niet meer wil', 'het PIP wordt gewijzigd'],
  });
}

function redenenTegen(f: ZrouteExamenFeiten): Reden[] {
  const redenen: Reden[] = [];
  const voeg = (veld: keyof ZrouteExamenFeiten, tekst: string, g = LID7) =>
    redenen.push({ code: `z-route-examen-${veld}`, tekst, veld, grondslag: g });
  if (f.wens === false) voeg('wens', 'De persoon wil dit examen niet; het is vrijwillig.');
  if (f.inStaat === false) voeg('inStaat', 'Het college acht de persoon er niet toe in staat.');
  if (f.staatInPip === false) voeg('staatInPip', 'Het examen staat niet in het PIP.');
  const pip = f.dagtekeningPip;
  if (f.onderdeel === 'KNM' && pip && !versieOp(KNM_KAN, pip)?.waarde) {
    voeg('onderdeel', 'KNM kon vóór 2023 niet als examen in de Z-route.', KNM_GROND);
  }
  return redenen;
}

export const zrouteExamenRegel = maakRegel({
  id: 'z-route-examen',
  titel: 'Vrijwillig examen in de Z-route',
  vraag: 'Mag iemand in de Z-route een onderdeel van het examen doen?',
  beschrijving:
    'De Z-route kent geen verplicht examen. Wie het wil en er volgens het college toe in staat is, mag een of meer taalonderdelen op A2 doen, en sinds 2023 ook KNM. Het college legt dat vast in het PIP.',
  rijen: ['E17'],
  artikelen: [LID7, KNM_GROND],
  versieVolgt: 'De dagtekening van het PIP waarin het examen staat.',
  velden,
  voorbeelden: [
    {
      naam: 'Lezen op A2, vastgelegd in het PIP',
      invoer: { onderdeel: 'lezen', wens: true, inStaat: true, staatInPip: true },
    },
    {
      naam: 'KNM in een PIP van 2022',
      invoer: {
        onderdeel: 'KNM',
        wens: true,
        inStaat: true,
        staatInPip: true,
        dagtekeningPip: '2022-12-31',
      },
    },
    { naam: 'Het oordeel ontbreekt', invoer: { onderdeel: 'spreken', wens: true } },
  ],
  vindplaats: {
    bestand: 'rules/zroute/z-route-examen.ts',
    test: 'rules/zroute/z-route-examen.test.ts',
  },
  bepaal: zrouteExamen,
});
