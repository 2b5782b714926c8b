import { TALEN, type Taal } from '../../shared/talen.schema.ts';
import { dagenVan, kaartenVan, tijdlijnVan } from './beeld.ts';
import { delenVan } from './inhoud.ts';
import { PICTOGRAMMEN } from './pictogrammen.ts';
import type { Setbron } from './set.schema.ts';
import { alinea, dagIn, type Sleutel, sleutelsVan, type Vinder, zet, zetDeel } from './zetten.ts';

export type Briefsoort = 'pip-eenvoudig' | 'pip-beeld' | 'pip-vertaling';

/** Eén brief van de set: welke soort, in welke taal naast het Nederlands. */
export type Stuk = { soort: Briefsoort; taal: Taal };

/** De brieven van een set, in de volgorde waarin iemand ze leest. De beschikking zelf komt van het PIP. */
export function stukkenVan(talen: readonly Taal[]): Stuk[] {
  const vertaald = talen
    .filter((taal) => taal !== 'nl')
    .flatMap((taal): Stuk[] => [
      { soort: 'pip-vertaling', taal },
      { soort: 'pip-beeld', taal },
    ]);
  return [{ soort: 'pip-eenvoudig', taal: 'nl' }, { soort: 'pip-beeld', taal: 'nl' }, ...vertaald];
}

/** De naam waaronder een brief in het dossier staat. */
export function titelVan({ soort, taal }: Stuk, versie: number): string {
  const wat = soort === 'pip-beeld' ? 'PIP in beeld' : 'PIP in gewone taal';
  const ook = taal === 'nl' ? '' : `, met ${TALEN[taal].naam}`;
  return `${wat}${ook}, versie ${versie}`;
}

/** De titel in het document zelf. */
export const documenttitel = ({ soort }: Stuk, versie: number): string =>
  `Uw plan in ${soort === 'pip-beeld' ? 'beeld' : 'gewone taal'}, versie ${versie}`;

export const sjabloonVan = ({ soort }: Stuk): string =>
  `features/brieven/sjabloon/${soort === 'pip-beeld' ? 'beeld' : 'eenvoudig'}.typ`;

const BEELDTEKSTEN: readonly Sleutel[] = [
  'kop.beeld',
  'tijdlijn.kop',
  'tijdlijn.jaar',
  'tijdlijn.uitleg',
  'tijdlijn.rondjes',
  'dagen.kop',
];

/** Of alle vaste teksten van een vertaling door een mens zijn nagekeken. */
function nagekeken(sleutels: readonly Sleutel[], taal: Taal, vind: Vinder): boolean {
  return sleutels.every((sleutel) => vind(sleutel, taal).staat === 'vastgesteld');
}

/** Wat boven elke brief staat. */
function basis(b: Setbron, { taal }: Stuk, kop: Sleutel, klaar: boolean, vind: Vinder) {
  return {
    gemeente: b.gemeente,
    kenmerk: b.kenmerk,
    dagtekening: b.dagtekening,
    taal,
    richting: TALEN[taal].richting,
    eigenNaam: TALEN[taal].eigenNaam,
    naam: b.naam,
    kop: alinea(vind, taal, { sleutel: kop }),
    versie: alinea(vind, taal, {
      sleutel: 'kop.versie',
      waarden: { versie: b.versie, datum: { datum: b.dagtekening } },
    }),
    alleenNederlands: zet(vind, taal, 'alleenNederlands'),
    /** Of de vertaling was nagekeken toen deze brief werd gemaakt. */
    tekststaat: taal === 'nl' ? null : klaar ? ('vastgesteld' as const) : ('machine' as const),
    ...(taal === 'nl'
      ? {}
      : { staat: alinea(vind, taal, { sleutel: klaar ? 'nagekeken' : 'machine' }) }),
  };
}

/** De gegevens van een brief, zoals het sjabloon ze verwacht. */
export function gegevensVan(b: Setbron, stuk: Stuk, vind: Vinder) {
  return stuk.soort === 'pip-beeld' ? beeldVan(b, stuk, vind) : gewoneTaal(b, stuk, vind);
}

function gewoneTaal(b: Setbron, stuk: Stuk, vind: Vinder) {
  const [inleiding, ...delen] = delenVan(b);
  if (!inleiding) throw new Error('een brief begint met een inleiding');
  const klaar = nagekeken(sleutelsVan([inleiding, ...delen]), stuk.taal, vind);
  return {
    ...basis(b, stuk, 'kop.eenvoudig', klaar, vind),
    inleiding: zetDeel(vind, stuk.taal, inleiding).alineas,
    delen: delen.map((deel) => {
      const gezet = zetDeel(vind, stuk.taal, deel);
      return {
        ...gezet,
        beeld: PICTOGRAMMEN[gezet.beeld],
        eigenBladzijde: deel.kop === 'anders.kop',
      };
    }),
  };
}

function beeldVan(b: Setbron, stuk: Stuk, vind: Vinder) {
  const { taal } = stuk;
  const kaarten = kaartenVan(b);
  const tijdlijn = tijdlijnVan(b);
  const dagen = dagenVan(b);
  const inVakken = kaarten.map(
    (k) => ({ kop: 'kop.beeld', beeld: k.beeld, zinnen: [k.kop, ...k.zinnen] }) as const,
  );
  const sleutels = [
    ...BEELDTEKSTEN,
    ...sleutelsVan(inVakken),
    ...tijdlijn.rijen.map((r) => r.naam),
    ...dagen.map((d) => d.wat),
  ];
  const zetZin = (sleutel: Sleutel, waarden = {}) => alinea(vind, taal, { sleutel, waarden });
  const doelen = delenVan(b).find((d) => d.kop === 'doelen.kop');
  return {
    ...basis(b, stuk, 'kop.beeld', nagekeken(sleutels, taal, vind), vind),
    kaarten: kaarten.map((k) => ({
      beeld: PICTOGRAMMEN[k.beeld],
      kop: alinea(vind, taal, k.kop),
      alineas: k.zinnen.map((z) => alinea(vind, taal, z)),
    })),
    tijdlijn: {
      kop: zetZin('tijdlijn.kop'),
      uitleg: zetZin('tijdlijn.uitleg'),
      rondjes: zetZin('tijdlijn.rondjes'),
      begin: zetZin('beeld.begin'),
      laatste: zetZin('beeld.laatste'),
      van: dagenIn(b.termijn.begin, taal, vind),
      tot: dagenIn(b.termijn.laatsteDag, taal, vind),
      jaren: tijdlijn.jaren.map((j) => ({
        ...j,
        naam: zetZin('tijdlijn.jaar', { nummer: j.nummer }),
      })),
      rijen: tijdlijn.rijen.map((r) => ({
        ...r,
        beeld: PICTOGRAMMEN[r.beeld],
        naam: zetZin(r.naam),
      })),
    },
    dagen: {
      kop: zetZin('dagen.kop'),
      rijen: dagen.map((d) => ({
        beeld: PICTOGRAMMEN[d.beeld],
        wat: zetZin(d.wat),
        dag: dagenIn(d.datum, taal, vind),
        ...(d.tijd ? { tijd: d.tijd } : {}),
      })),
    },
    ...(doelen ? { doelen: { ...zetDeel(vind, taal, doelen), beeld: PICTOGRAMMEN.doel } } : {}),
  };
}

/** Een dag in het Nederlands en in de taal van de brief. */
function dagenIn(dag: string, taal: Taal, vind: Vinder) {
  const vertaald = dagIn(vind, taal, dag);
  return { nl: dagIn(vind, 'nl', dag), ...(taal === 'nl' ? {} : { vertaald }) };
}
