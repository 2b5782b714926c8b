import type { Berekening, Uitleg } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
} from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';
import { datumVeld, getalVeld, type Invoer, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { type OproepStap, oproepLadder } from './oproep-ladder.ts';

/** Wi2021 art. 22 lid 2: de nieuwe termijn in een boetebeschikking. */
const NIEUWE_TERMIJN = { aantal: 2, eenheid: 'maand' } as const;

const UITKOMSTEN = ['wacht', 'verschenen', 'niet-verschenen', 'afgezegd'] as const;

const STAPPEN = [
  'oproepen',
  'wachten',
  'verschenen',
  'waarschuwen-en-herhalen',
  'boete-afwegen-en-herhalen',
  'afronden-zonder-persoon',
] as const satisfies readonly OproepStap[];

const oproepVelden = {
  datumOproep: datumVeld('Dag van de oproep'),
  uitkomst: keuzeVeld('Hoe het afliep', UITKOMSTEN, {
    hulp: 'Wie komt maar onvoldoende meewerkt, telt als niet verschenen.',
  }),
};

const velden = {
  oproepen: lijstVeld('Oproepen voor de brede intake', oproepVelden, 'Leeg: nog geen oproep.'),
  bekendmakingBoete: datumVeld(
    'Dag waarop een boetebeschikking bekend is gemaakt',
    'Alleen als er een boete is; voor de uiterste dag van de nieuwe termijn.',
  ),
  extraVrijeDagen: lijstVeld(
    'Dagen die de regering met een feestdag gelijkstelt',
    { datum: datumVeld('Dag') },
    'Leeg of niet ingevuld: geen.',
  ),
};

export type OproepFeiten = Invoer<typeof velden>;
export type OproepUitslag = { stap: OproepStap; gemist: number; nieuweTermijnUiterlijk?: Datum };

const TITEL = 'Wat na deze oproep volgt';
const OPROEP = grondslag('oproep-ladder', 'wet', 'art. 14 lid 1 en 2');
const BOETE = grondslag('oproep-ladder', 'wet', 'art. 22');

/**
 * `oproep-ladder` als vraag: de volgende stap bij niet verschijnen voor de brede intake, en de uiterste
 * dag van de nieuwe termijn na een boetebeschikking.
 *
 * Wi2021 art. 14 lid 1 en 2 en art. 22 (https://wetten.overheid.nl/BWBR0044770/2025-10-21). Beslist niets:
 * of iemand iets te verwijten valt en of een boete past, weegt een mens.
 */
export function volgendeOproepstap(
  f: OproepFeiten,
  herkomst: Herkomst = {},
): Berekening<OproepUitslag> {
  const { oproepen } = f;
  if (!oproepen) return onbekend(TITEL, [ontbrekendFeit(velden, 'oproepen')], OPROEP);
  const ontbreekt = (['datumOproep', 'uitkomst'] as const)
    .filter((naam) => oproepen.some((o) => o[naam] === undefined))
    .map((naam) => ({
      feit: `oproepen.${naam}`,
      tekst: `Van een oproep ontbreekt: ${oproepVelden[naam].naam}.`,
    }));
  if (ontbreekt.length > 0) return onbekend(TITEL, ontbreekt, OPROEP);
  const ladder = oproepLadder(opVolgorde(oproepen));
  const extra = (f.extraVrijeDagen ?? []).flatMap((d) => (d.datum ? [d.datum] : []));
  const na = f.bekendmakingBoete;
  const rol = na ? eindeVanTermijn(na, NIEUWE_TERMIJN, extra) : undefined;
  const nieuw = rol ? { nieuweTermijnUiterlijk: rol.laatsteDag } : {};
  return {
    uitkomst: 'bepaald',
    waarde: { stap: ladder.stap, gemist: ladder.gemist, ...nieuw },
    uitleg: () => {
      const uitleg = ladder.uitleg();
      const stappen: Uitleg[] =
        na && rol
          ? [
              {
                titel: 'Nieuwe termijn na een boete: ten hoogste twee maanden',
                uitkomst: `${inWoorden(na)} + 2 maanden: uiterlijk ${inWoorden(rol.laatsteDag)}`,
                grondslag: BOETE,
              },
              ...doorrolUitleg(rol),
            ]
          : [];
      return {
        ...uitleg,
        feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
        stappen: [...(uitleg.stappen ?? []), ...stappen],
      };
    },
  };
}

/** Oudste eerst; op dezelfde dag in de volgorde van `UITKOMSTEN`, zodat de volgorde van invoer niet telt. */
function opVolgorde(oproepen: NonNullable<OproepFeiten['oproepen']>) {
  return oproepen
    .map((o) => ({ dag: o.datumOproep ?? '', uitkomst: o.uitkomst ?? 'wacht' }))
    .sort(
      (x, y) =>
        x.dag.localeCompare(y.dag) ||
        UITKOMSTEN.indexOf(y.uitkomst) - UITKOMSTEN.indexOf(x.uitkomst),
    )
    .map((o) => o.uitkomst);
}

const gemist = (datumOproep: string) => ({ datumOproep, uitkomst: 'niet-verschenen' });

export const oproepLadderRegel = maakRegel({
  id: 'oproep-ladder',
  titel: 'Niet verschenen voor de brede intake',
  vraag: 'Wat doet het college als iemand niet komt voor de brede intake?',
  beschrijving:
    'Het college roept op en noemt een termijn. Komt iemand niet of werkt hij niet genoeg mee, dan volgt een schriftelijke waarschuwing met een herhaalde oproep en een nieuwe termijn; nog geen boete. Komt hij daarna weer niet, dan weegt een medewerker een boete af. In de boetebeschikking staat een nieuwe termijn van ten hoogste twee maanden. Na drie oproepen rondt het college de intake af zonder de persoon en stelt het PIP vast.\n\nVraag altijd eerst naar de reden. Een afzegging telt niet als niet verschijnen, en wie verscheen begint weer bij de waarschuwing; dat is onze keuze, de wet zwijgt erover.',
  rijen: ['C1', 'C5', 'I1'],
  artikelen: [OPROEP, BOETE],
  versieVolgt:
    'De tekst zoals zij in 2023 luidde; de wijziging van 21 oktober 2025 is niet nagelezen.',
  velden,
  waarde: {
    stap: keuzeVeld('Volgende stap', STAPPEN),
    gemist: getalVeld('Gemiste oproepen sinds de persoon verscheen'),
    nieuweTermijnUiterlijk: datumVeld('Uiterste dag van de nieuwe termijn na een boete'),
  },
  voorbeelden: [
    { naam: 'Eerste oproep gemist', invoer: { oproepen: [gemist('2024-10-01')] } },
    {
      naam: 'Tweede oproep gemist, met een boetebeschikking',
      invoer: {
        oproepen: [gemist('2024-10-01'), gemist('2024-11-12')],
        bekendmakingBoete: '2024-12-31',
      },
    },
    {
      naam: 'Drie oproepen gemist',
      invoer: { oproepen: [gemist('2024-10-01'), gemist('2024-11-12'), gemist('2025-02-03')] },
    },
    { naam: 'Nog geen oproep', invoer: { oproepen: [] } },
    { naam: 'Nog niets bekend', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/brede-intake/oproep-regels.ts',
    test: 'rules/brede-intake/oproep-regels.test.ts',
  },
  bepaal: volgendeOproepstap,
});
