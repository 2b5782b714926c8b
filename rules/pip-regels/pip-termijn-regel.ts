import { doelgroepVeld } from '../leerroute/velden.ts';
import type { DerdeInformatie } from '../pip/derden.ts';
import { pipTermijn } from '../pip/pip-termijn.ts';
import type { PipTermijn, PipTermijnFeiten } from '../pip/pip-termijn-feiten.ts';
import type { Berekening, OntbrekendFeit } from '../shared/antwoord.ts';
import { type Datum, datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { type Herkomst, maakRegel, onbekend, ontbrekendFeit } from '../shared/regel.ts';
import {
  datumVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
  oordeelVeld,
} from '../shared/velden.ts';

const derdeVelden = {
  onmisbaar: oordeelVeld('Zonder deze inlichtingen kan het PIP redelijkerwijs niet', [
    'wat precies ontbreekt en voor welk onderdeel van het PIP',
    'of een PIP met een latere wijziging ook kan',
  ]),
  gevraagdOp: datumVeld('Gevraagd op'),
  ontvangenOp: datumVeld('Ontvangen op', 'Leeg zolang er niets is ontvangen.'),
};

const velden = {
  datumKennisgevingInburgeringsplicht: datumVeld('Dag van de schriftelijke kennisgeving door DUO'),
  datumInschrijvingGemeente: datumVeld(
    'Inschrijving in de BRP van deze gemeente',
    'De eerste inschrijving buiten een azc. Leeg zolang de persoon nog niet is ingeschreven.',
  ),
  doelgroep: doelgroepVeld(),
  gezinslidMetReguliereVergunning: jaNeeVeld(
    'Gezinslid met een reguliere vergunning bij een asielstatushouder',
    'Niet ingevuld telt als nee.',
  ),
  azc: jaNeeVeld(
    'De persoon woont in een azc, of woonde daar vóór de inschrijving',
    'Niet ingevuld telt als nee.',
  ),
  woningNaAzcInDezeGemeente: jaNeeVeld(
    'Het azc stond in deze gemeente; de inschrijving is die van de woning',
    'Niet ingevuld telt als nee.',
  ),
  verhuisd: keuzeVeld('Uit een andere gemeente hierheen verhuisd', ['zonder PIP', 'met PIP'], {
    hulp: 'Leeg als er geen verhuizing is.',
  }),
  inlichtingenVanDerden: lijstVeld('Inlichtingen van derden waarop is gewacht', derdeVelden),
  extraVrijeDagen: lijstVeld(
    'Door de regering gelijkgestelde dagen',
    { datum: datumVeld('Dag') },
    'Alleen als er een besluit over brugdagen is.',
  ),
};

export type PipTermijnInvoer = Invoer<typeof velden>;
type Derde = NonNullable<PipTermijnInvoer['inlichtingenVanDerden']>[number];

const NAMEN: Record<string, keyof PipTermijnInvoer & string> = {
  kennisgeving: 'datumKennisgevingInburgeringsplicht',
  inschrijving: 'datumInschrijvingGemeente',
  doelgroep: 'doelgroep',
};

const NIEUW = datum('2023-01-01');
const LID1 = grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 1', {
  geldigVanaf: NIEUW,
  zekerheid: 'afgeleid',
  toelichting: 'Dat deze tekst op 1 januari 2023 inging, is afgeleid uit Stb. 2022, 489.',
});
const LID1_OUD = grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 1 (oud)', {
  op: datum('2022-01-01'),
  geldigTot: NIEUW,
  zekerheid: 'ontwerp',
  toelichting: 'Gekozen: de tekst die gold op de dag waarop de termijn begon.',
});
const LID2 = grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 2', { geldigVanaf: NIEUW });
const LID3 = grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 3');
const W15 = grondslag('pip-termijn', 'wet', 'art. 15 lid 4');
const ATW = grondslag('pip-termijn', 'termijnenwet', 'art. 1 en 3');

/**
 * `pip-termijn` met gewone feiten: de laatste dag om het PIP vast te stellen.
 *
 * Besluit inburgering 2021 art. 5.3 lid 1–3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02). Ontbreekt
 * of inlichtingen onmisbaar zijn, of wanneer zij zijn gevraagd, dan is het antwoord onbekend als dat de dag
 * verandert.
 */
export function pipTermijnVraag(
  f: PipTermijnInvoer,
  herkomst: Herkomst = {},
): Berekening<PipTermijn> {
  const derden = f.inlichtingenVanDerden ?? [];
  const zeker = pipTermijn(termijnFeiten(f, derden.flatMap(zekereDerde), herkomst));
  if (zeker.uitkomst === 'onbekend') return onbekend(TITEL, zeker.ontbreekt.map(veldnaam), LID1);
  if (zeker.uitkomst !== 'bepaald') return zeker;
  const gunstig = derden.flatMap((d) => gunstigeDerde(d, zeker.waarde.na));
  const ruim = pipTermijn(termijnFeiten(f, gunstig, herkomst));
  if (ruim.uitkomst === 'bepaald' && ruim.waarde.laatsteDag !== zeker.waarde.laatsteDag) {
    return onbekend(TITEL, [openDerde(derden)], LID2);
  }
  return zeker;
}

const TITEL = 'Laatste dag om het PIP vast te stellen';

function veldnaam(o: OntbrekendFeit): OntbrekendFeit {
  const naam = NAMEN[o.feit];
  return naam ? ontbrekendFeit(velden, naam) : o;
}

/** Welk feit over inlichtingen ontbreekt: het oordeel gaat voor, anders de dag van de vraag. */
function openDerde(derden: readonly Derde[]): OntbrekendFeit {
  const naam = derden.some((d) => d.onmisbaar === undefined) ? 'onmisbaar' : 'gevraagdOp';
  return { ...ontbrekendFeit(derdeVelden, naam), feit: `inlichtingenVanDerden.${naam}` };
}

function maakDerde(d: Derde, gevraagdOp: Datum): DerdeInformatie {
  return {
    van: 'een derde',
    onmisbaar: d.onmisbaar !== false,
    gevraagdOp: { waarde: gevraagdOp, bron: 'ingevoerd' },
    ...(d.ontvangenOp ? { ontvangenOp: d.ontvangenOp } : {}),
  };
}

const zekereDerde = (d: Derde): DerdeInformatie[] =>
  d.onmisbaar === undefined || !d.gevraagdOp ? [] : [maakDerde(d, d.gevraagdOp)];

const gunstigeDerde = (d: Derde, na: Datum): DerdeInformatie[] => [
  maakDerde(d, d.gevraagdOp ?? na),
];

const DOELGROEP = {
  Asielstatushouder: 'asielstatushouder',
  'Gezinsmigrant en overige migrant': 'gezins-en-overige-migrant',
} as const;

function termijnFeiten(
  f: PipTermijnInvoer,
  derden: DerdeInformatie[],
  herkomst: Herkomst,
): PipTermijnFeiten {
  const gegeven = (naam: 'datumKennisgevingInburgeringsplicht' | 'datumInschrijvingGemeente') => {
    const waarde = f[naam];
    return waarde ? { waarde, ...(herkomst[naam] ?? { bron: 'ingevoerd' }) } : undefined;
  };
  const kennisgeving = gegeven('datumKennisgevingInburgeringsplicht');
  const inschrijving = gegeven('datumInschrijvingGemeente');
  return {
    ...(kennisgeving ? { kennisgeving } : {}),
    ...(inschrijving ? { inschrijving } : {}),
    doelgroep: f.doelgroep ? DOELGROEP[f.doelgroep] : 'onbekend',
    gezinslid: f.gezinslidMetReguliereVergunning === true,
    inAzc: f.azc === true,
    woningNaAzc: f.woningNaAzcInDezeGemeente === true,
    ...(f.verhuisd ? { verhuisd: f.verhuisd === 'met PIP' ? 'met-pip' : 'zonder-pip' } : {}),
    derden,
    extraVrijeDagen: (f.extraVrijeDagen ?? []).flatMap((d) => (d.datum ? [d.datum] : [])),
  };
}

export const pipTermijnRegel = maakRegel({
  id: 'pip-termijn',
  titel: 'Tien weken voor het PIP',
  vraag: 'Voor welke dag moet het PIP zijn vastgesteld?',
  beschrijving:
    'Het college stelt het PIP vast binnen tien weken na de dag van de kennisgeving door DUO. Wie dan nog niet is ingeschreven in de gemeente die huisvest, krijgt tien weken vanaf de inschrijving in de BRP. Komt de kennisgeving veel later dan de vergunning, dan telt toch de kennisgeving. Tot 2023 telde voor iedereen de inschrijving.\n\nValt de laatste dag in het weekend of op een feestdag, dan schuift hij door. Zijn inlichtingen van een derde onmisbaar, dan is het PIP er binnen twee weken na ontvangst; dat verkort de tien weken nooit. Na een verhuizing heeft de nieuwe gemeente haar eigen tien weken.',
  rijen: ['D5', 'D6', 'D7', 'D11', 'D12', 'A23', 'B2', 'C4', 'C10'],
  artikelen: [LID1, LID1_OUD, LID2, LID3, W15, ATW],
  versieVolgt: 'De dag waarop de tien weken zouden beginnen.',
  velden,
  waarde: {
    na: datumVeld('Dag waarna wordt geteld'),
    begin: datumVeld('Eerste dag die meetelt'),
    laatsteDag: datumVeld('Laatste dag, tot en met'),
    laatsteDagZonderVerschuiving: datumVeld('Laatste dag zonder verschuiving'),
  },
  voorbeelden: [
    {
      naam: 'Gezinsmigrant, kennisgeving op 4 maart 2024',
      invoer: {
        datumKennisgevingInburgeringsplicht: '2024-03-04',
        doelgroep: 'Gezinsmigrant en overige migrant',
      },
    },
    {
      naam: 'Asielstatushouder uit een azc',
      invoer: {
        datumKennisgevingInburgeringsplicht: '2025-03-03',
        datumInschrijvingGemeente: '2025-09-01',
        doelgroep: 'Asielstatushouder',
        azc: true,
      },
    },
    {
      naam: 'Nog in een azc: de termijn is niet begonnen',
      invoer: {
        datumKennisgevingInburgeringsplicht: '2025-03-03',
        doelgroep: 'Asielstatushouder',
        azc: true,
      },
    },
    {
      naam: 'De tekst van 2022',
      invoer: {
        datumKennisgevingInburgeringsplicht: '2022-06-10',
        datumInschrijvingGemeente: '2022-05-02',
        doelgroep: 'Gezinsmigrant en overige migrant',
      },
    },
    {
      naam: 'Onmisbare inlichtingen van een derde',
      invoer: {
        datumKennisgevingInburgeringsplicht: '2024-03-04',
        doelgroep: 'Gezinsmigrant en overige migrant',
        inlichtingenVanDerden: [
          { onmisbaar: true, gevraagdOp: '2024-04-01', ontvangenOp: '2024-06-03' },
        ],
      },
    },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/pip-regels/pip-termijn-regel.ts',
    test: 'rules/pip-regels/pip-termijn-regel.test.ts',
    schermen: ['features/dossier/schermen/DossierScreen.tsx'],
  },
  bepaal: pipTermijnVraag,
});
