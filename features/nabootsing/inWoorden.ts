import { type Datum, isDatum, plusDagen } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Blok } from './nabootsing.schema.ts';
import type { DuoPersoon, EenPersoon, KortePersoon } from './simulatoren.ts';

const LEERROUTES: Record<string, string> = {
  B: 'B1-route',
  O: 'onderwijsroute',
  Z: 'zelfredzaamheidsroute',
};
const ONDERDELEN: Record<string, string> = {
  LE: 'lezen',
  LU: 'luisteren',
  SC: 'schrijven',
  SP: 'spreken',
  KNM: 'kennis van de Nederlandse maatschappij',
};
const BESLUITEN: Record<string, string> = {
  GeheleVrijstelling: 'Gehele vrijstelling',
  TijdelijkeVrijstelling: 'Tijdelijke vrijstelling',
  GedeeltelijkeVrijstelling: 'Gedeeltelijke vrijstelling',
  GeheleOntheffing: 'Gehele ontheffing',
  GedeeltelijkeOntheffing: 'Gedeeltelijke ontheffing',
};
const BEOORDELING: Record<string, string> = {
  Toegekend: 'toegekend',
  Afgewezen: 'afgewezen',
  InBehandeling: 'in behandeling',
};

/** Namen van gemeenten bij hun code. */
export type Gemeentenamen = ReadonlyMap<string, string>;

type Regel = [naam: string, waarde: string | undefined];

const dag = (iso: string | undefined) =>
  iso !== undefined && isDatum(iso) ? inWoorden(iso) : undefined;

/** De laatste dag die meetelt, bij een einde dat zelf niet meetelt. */
const totEnMet = (iso: string | undefined) =>
  iso !== undefined && isDatum(iso) ? inWoorden(plusDagen(iso as Datum, -1)) : undefined;

function blok(titel: string, regels: Regel[]): Blok[] {
  const gevuld = regels.flatMap(([naam, waarde]) => (waarde ? [{ naam, waarde }] : []));
  return gevuld.length > 0 ? [{ titel, regels: gevuld }] : [];
}

/** In een paar woorden waar iemand bij DUO staat. */
export function staatVan(p: KortePersoon): string {
  if (p.plichtig === false) return 'niet (meer) plichtig';
  if (p.leerroute) return LEERROUTES[p.leerroute] ?? p.leerroute;
  return p.plichtig ? 'plichtig, nog geen PIP' : 'nog geen plicht';
}

/** Alles wat DUO van iemand weet; een onderwerp zonder gegevens is er niet. */
function blokken(een: EenPersoon, gemeenten: Gemeentenamen): Blok[] {
  const { persoon: p, contactpersoon } = een;
  return [
    ...plicht(p),
    ...waar(p, een.kort, gemeenten),
    ...pip(p, gemeenten),
    ...blok('Inburgeringstermijn', [
      ['Begint', dag(p.termijn?.startdatum)],
      ['Tot en met', totEnMet(p.termijn?.einddatum)],
    ]),
    ...blok('Contactpersoon', [['Naam', contactpersoon?.gegevens.naam]]),
    ...aanbod(p),
    ...uren(p),
    ...examens(p),
    ...blok('Afronding', [
      ['Eindgesprek MAP', dag(p.map?.datumEindgesprekMap)],
      ['Participatieverklaring', dag(p.pvt?.datumOndertekeningPvt)],
      ['Z-route afgerond', dag(p.zroute?.datumAfrondingZroute)],
    ]),
    ...besluiten(p),
  ];
}

function plicht({ plicht: p, doelgroep }: DuoPersoon): Blok[] {
  return blok('Inburgeringsplicht', [
    ['Plichtig', p && (p.indicatorInburgeringsplicht ? 'ja' : 'nee')],
    ['Sinds', dag(p?.begindatum)],
    ['Tot en met', dag(p?.einddatum)],
    ['Waarom niet', p?.redenGeenInburgeringsplicht],
    ['Kennisgeving', dag(p?.datumKennisgevingInburgeringsplicht)],
    ['Doelgroep', doelgroep?.gedetailleerdeDoelgroep ?? doelgroep?.indeling],
    ['Doelgroep sinds', dag(doelgroep?.begindatum)],
  ]);
}

function waar(p: DuoPersoon, kort: KortePersoon, gemeenten: Gemeentenamen): Blok[] {
  const gemeente = gemeenten.get(kort.gemeentecode ?? '') ?? kort.gemeentecode;
  return blok('Gemeente', [
    [p.gekoppeldAan ? 'Gekoppeld door COA' : 'Woont in', gemeente],
    ['Sinds', p.gekoppeldAan ? undefined : dag(p.vestigingsdatum)],
  ]);
}

function pip({ pips }: DuoPersoon, gemeenten: Gemeentenamen): Blok[] {
  const laatste = pips.at(-1);
  if (!laatste) return [];
  const { dagtekeningPip, leerroute, niveau } = laatste.pip;
  return blok('PIP', [
    ['Leerroute', [LEERROUTES[leerroute] ?? leerroute, niveau].filter(Boolean).join(', ')],
    ['Dagtekening', dag(dagtekeningPip)],
    ['Van', gemeenten.get(laatste.gemeentecode) ?? laatste.gemeentecode],
    ['Eerdere PIP’s', pips.length > 1 ? String(pips.length - 1) : undefined],
  ]);
}

function aanbod({ aanbod: lijst = [] }: DuoPersoon): Blok[] {
  return lijst.flatMap((a) =>
    blok(`Aanbod bij instelling ${a.instellingsnummer}`, [
      ['Aanbod', dag(a.datumInburgeringsaanbod) ?? 'zonder datum'],
      ['Start', dag(a.verwachteStartdatumOpleiding)],
      ['Tot en met', totEnMet(a.verwachteEinddatumOpleiding)],
    ]),
  );
}

function uren({ uren: lijst = [] }: DuoPersoon): Blok[] {
  const regels = lijst.flatMap((u): Regel[] => {
    const bij = `tot ${dag(u.bekendTot) ?? u.bekendTot}`;
    const tekst = (aantal: number | undefined) =>
      aantal === undefined ? undefined : `${aantal} uur, ${bij}`;
    return [
      ['Taalles in de brede intake', tekst(u.TaallesEnKnmBredeIntake?.uren)],
      ['Participatieactiviteiten', tekst(u.ParticipatieactiviteitenBredeIntake?.uren)],
      ['Participatie als taalles', tekst(u.ParticipatieAlsTaalles?.uren)],
      [
        `Taalles bij ${u.TaallesEnKnmInstelling?.instellingsnummer}`,
        tekst(u.TaallesEnKnmInstelling?.uren),
      ],
    ];
  });
  return blok('Gevolgde uren', regels);
}

const onderdeel = (code: string) => ONDERDELEN[code] ?? code;

function examens({ lbt, examens: lijst = [], gratisPogingen = [] }: DuoPersoon): Blok[] {
  return [
    ...blok('Leerbaarheidstoets', [
      ['Examennummer', lbt?.examennummer],
      ...(lbt?.resultaten ?? []).map(
        (r): Regel => [
          dag(r.datumAfname) ?? 'Uitslag',
          `${r.resultaat} (score ${r.behaaldeScore})`,
        ],
      ),
    ]),
    ...blok('Examens', [
      ...lijst.map(
        (e): Regel => [
          dag(e.examendatum) ?? e.examendatum,
          `${onderdeel(e.onderdeel)}: ${e.resultaat.toLowerCase()}`,
        ],
      ),
      ...gratisPogingen.map(
        (g): Regel => [`Gratis pogingen ${onderdeel(g.onderdeel)}`, String(g.gratisPogingenTegoed)],
      ),
    ]),
  ];
}

function besluiten(p: DuoPersoon): Blok[] {
  const over = (lijst: DuoPersoon['vrijstellingen'] = []) =>
    lijst.flatMap((wat) =>
      Object.entries(wat).map(
        ([soort, b]): Regel => [
          BESLUITEN[soort] ?? soort,
          [b.oordeel.toLowerCase(), dag(b.datumOordeel)].filter(Boolean).join(', '),
        ],
      ),
    );
  return blok('Besluiten van DUO', [
    ...over(p.vrijstellingen),
    ...over(p.ontheffingen),
    ...(p.verlengingen ?? []).map(
      (v): Regel => [
        'Verlenging',
        `${BEOORDELING[v.beoordelingAanvraag] ?? v.beoordelingAanvraag}, gevraagd op ${dag(v.ontvangstdatum)}`,
      ],
    ),
    ...(p.boetes ?? []).map((b): Regel => ['Boete', `€ ${b.bedrag}, ${dag(b.datum)}`]),
  ]);
}

const MELDINGEN: [patroon: RegExp, wat: string][] = [
  [/PIP$/, 'PIP'],
  [/Inburgeringsaanbod/, 'Inburgeringsaanbod'],
  [/map$/, 'MAP'],
  [/pvt$/, 'Participatieverklaring'],
  [/zroute$/, 'Z-route'],
  [/examennummer$/, 'Examennummer leerbaarheidstoets'],
  [/contactpersonen/, 'Contactpersoon'],
  [/uren/, 'Uren'],
];

/** Wat een melding aan DUO was: 'PIP', 'Uren', en of het een intrekking was. */
function meldingInWoorden({ methode, pad }: { methode: string; pad: string }): string {
  const wat = MELDINGEN.find(([patroon]) => patroon.test(pad))?.[1] ?? 'Melding';
  return methode === 'DELETE' ? `${wat} ingetrokken` : wat;
}

/** Hoeveel berichten er hoogstens te zien zijn. */
const LAATSTE = 10;

/** Alles over iemand behalve de naam, die van de BRP komt. */
export function detailVan(een: EenPersoon, gemeenten: Gemeentenamen) {
  const { kort } = een;
  return {
    id: kort.id,
    bsn: kort.bsn ?? null,
    vNummer: kort.vNummer ?? null,
    gemeente: gemeenten.get(kort.gemeentecode ?? '') ?? null,
    blokken: blokken(een, gemeenten),
    meldingen: een.meldingen
      .slice(-LAATSTE)
      .reverse()
      .map((m) => ({
        wat: meldingInWoorden(m),
        op: m.op ?? null,
        aangenomen: m.status < 300,
        foutteksten: m.foutteksten,
      })),
    berichten: een.notificaties
      .slice(-LAATSTE)
      .reverse()
      .map(({ berichtId, stand, notificatie }) => ({
        id: berichtId,
        gebeurtenisId: notificatie.gebeurtenisId,
        omschrijving: omschrijving(een, notificatie.gebeurtenisId),
        op: notificatie.registratieDatumTijd.slice(0, 10),
        stand,
      })),
  };
}

const omschrijving = ({ persoon }: EenPersoon, id: string) =>
  persoon.gebeurtenissen.findLast((g) => g.id === id)?.omschrijving ??
  'Melding zonder omschrijving';
