import { type Datum, plusDagen } from '../shared/datum.ts';
import type { Feit, FeitInhoud, FeitSoort, Leerroute, PipInhoud } from '../stand/feiten.ts';
import { eerder } from '../stand/geldend.ts';

/** Eén veronderstelling: wat als dit feit anders was? `laatsteDag` is tot en met. */
export type Wijziging =
  | { feit: 'kennisgeving'; datum: Datum }
  | { feit: 'inschrijving'; datum: Datum }
  | { feit: 'doelgroep'; indeling: 'Asielstatushouder' | 'Gezinsmigrant en overige migrant' }
  | { feit: 'asielvergunning'; ja: boolean }
  | { feit: 'bijstand'; vanaf: Datum; laatsteDag?: Datum }
  | { feit: 'derde-informatie'; ontvangenOp: Datum }
  | { feit: 'pip'; dagtekening: Datum; leerroute: Leerroute }
  | { feit: 'inburgeringstermijn'; start: Datum; laatsteDag: Datum }
  | { feit: 'aanbod'; datum: Datum }
  | { feit: 'uren'; soort: FeitInhoud['uren']['soort']; totaal: number }
  | { feit: 'pvt-ondertekend' | 'map-eindgesprek' | 'zroute-eindgesprek'; datum: Datum };

/** Waarvoor een veronderstelling in de plaats komt, en wat er dan staat. */
type Nieuw = { [S in FeitSoort]: { soort: S; inhoud: FeitInhoud[S]; geldigOp: Datum } }[FeitSoort];
type Zaak = { feiten: readonly Feit[]; peildatum: Datum; gemeentecode: string };

/** Later dan alles wat is vastgelegd, zodat de veronderstelling voorgaat. */
const VASTGELEGD = '9999-01-01T00:00:00.000Z';

/**
 * De feiten zoals zij zouden zijn als `wijzigingen` waar waren. Elke veronderstelling komt in de plaats
 * van het laatste feit van haar soort, of erbij als dat er niet is. Verandert niets aan `feiten`.
 */
export function neemAan(zaak: Zaak, wijzigingen: readonly Wijziging[]): Feit[] {
  const feiten = [...zaak.feiten];
  for (const [nummer, wijziging] of wijzigingen.entries()) {
    feiten.push(alsFeit({ ...zaak, feiten }, wijziging, `wat-als-${nummer + 1}`));
  }
  return feiten;
}

function alsFeit(zaak: Zaak, wijziging: Wijziging, id: string): Feit {
  const oud = vervangt(zaak.feiten, wijziging);
  const nieuw = inhoudVan(zaak, wijziging, oud);
  return {
    id,
    ...nieuw,
    vastgelegdOp: VASTGELEGD,
    bron: 'medewerker',
    door: 'uw veronderstelling',
    ...(oud ? { vervangt: oud.id } : {}),
  } as Feit;
}

const SOORT: Record<Wijziging['feit'], FeitSoort> = {
  kennisgeving: 'inburgeringsplicht',
  inschrijving: 'inschrijving',
  doelgroep: 'doelgroep',
  asielvergunning: 'verblijf',
  bijstand: 'bijstand',
  'derde-informatie': 'derde-informatie',
  pip: 'pip-vastgesteld',
  inburgeringstermijn: 'inburgeringstermijn',
  aanbod: 'aanbod',
  uren: 'uren',
  'pvt-ondertekend': 'pvt-ondertekend',
  'map-eindgesprek': 'map-eindgesprek',
  'zroute-eindgesprek': 'zroute-eindgesprek',
};

function vervangt(feiten: readonly Feit[], wijziging: Wijziging): Feit | undefined {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  const over = feiten.filter((f) => f.soort === SOORT[wijziging.feit] && !vervangen.has(f.id));
  return over
    .filter((f) => past(f, wijziging))
    .toSorted(eerder)
    .at(-1);
}

function past(feit: Feit, wijziging: Wijziging): boolean {
  if (feit.soort === 'uren')
    return wijziging.feit === 'uren' && feit.inhoud.soort === wijziging.soort;
  if (feit.soort === 'inburgeringsplicht') return feit.inhoud.kennisgeving !== undefined;
  if (feit.soort === 'inschrijving') return !feit.inhoud.azc;
  return true;
}

/** Een gebeurtenis geldt vanaf haar dag, een gegeven vanaf de dag waarop het al gold, of anders de peildatum. */
function inhoudVan(zaak: Zaak, w: Wijziging, oud: Feit | undefined): Nieuw {
  const geldigOp = oud?.geldigOp ?? zaak.peildatum;
  switch (w.feit) {
    case 'kennisgeving': {
      const was =
        oud?.soort === 'inburgeringsplicht' ? oud.inhoud : { plichtig: true, begin: w.datum };
      return {
        soort: 'inburgeringsplicht',
        inhoud: { ...was, kennisgeving: w.datum },
        geldigOp: oud ? geldigOp : w.datum,
      };
    }
    case 'inschrijving':
      return {
        soort: 'inschrijving',
        inhoud: { gemeentecode: zaak.gemeentecode, op: w.datum },
        geldigOp: w.datum,
      };
    case 'doelgroep':
      return { soort: 'doelgroep', inhoud: { indeling: w.indeling }, geldigOp };
    case 'asielvergunning':
      return { soort: 'verblijf', inhoud: { asielvergunningBepaaldeTijd: w.ja }, geldigOp };
    case 'bijstand': {
      const tot = w.laatsteDag ? { tot: plusDagen(w.laatsteDag, 1) } : {};
      return { soort: 'bijstand', inhoud: { vanaf: w.vanaf, ...tot }, geldigOp: w.vanaf };
    }
    case 'derde-informatie': {
      const was =
        oud?.soort === 'derde-informatie'
          ? oud.inhoud
          : { van: 'een derde', waarom: 'veronderstelling', onmisbaar: true };
      return {
        soort: 'derde-informatie',
        inhoud: { ...was, ontvangenOp: w.ontvangenOp },
        geldigOp: oud ? geldigOp : w.ontvangenOp,
      };
    }
    case 'pip':
      return pip(zaak, w, oud);
    case 'inburgeringstermijn':
      return {
        soort: 'inburgeringstermijn',
        inhoud: { start: w.start, eind: plusDagen(w.laatsteDag, 1) },
        geldigOp,
      };
    case 'aanbod':
      return {
        soort: 'aanbod',
        inhoud: { instelling: 'veronderstelling', datum: w.datum },
        geldigOp: w.datum,
      };
    case 'uren':
      return {
        soort: 'uren',
        inhoud: { soort: w.soort, totaal: w.totaal, bekendTot: plusDagen(zaak.peildatum, 1) },
        geldigOp,
      };
    default:
      return { soort: w.feit, inhoud: { op: w.datum }, geldigOp: w.datum };
  }
}

function pip(zaak: Zaak, w: Extract<Wijziging, { feit: 'pip' }>, oud: Feit | undefined): Nieuw {
  const was = oud?.soort === 'pip-vastgesteld' ? oud.inhoud : undefined;
  return {
    soort: 'pip-vastgesteld',
    inhoud: {
      pipId: was?.pipId ?? 'wat-als',
      versie: was?.versie ?? 1,
      gemeentecode: zaak.gemeentecode,
      vastgesteldDoor: was?.vastgesteldDoor ?? 'veronderstelling',
      dagtekening: w.dagtekening,
      bekendgemaaktOp: w.dagtekening,
      inhoud: { ...(was?.inhoud ?? LEEG_PIP), leerroute: w.leerroute },
    },
    geldigOp: w.dagtekening,
  };
}

const NIET_ONDERZOCHT = { onderzocht: false, voor: '', tegen: '' };
const LEEG_PIP: PipInhoud = {
  leerroute: 'B',
  afweging: { B: NIET_ONDERZOCHT, O: NIET_ONDERZOCHT, Z: NIET_ONDERZOCHT },
  motivering: '',
  alfabetisering: 'NVT',
  magOpleidingAfmaken: false,
  pvt: { uren: 12, invulling: '' },
  begeleiding: '',
  voortgangsgesprekken: { aantal: 0, ritme: '' },
  meegeteldeInspanningen: [],
};
