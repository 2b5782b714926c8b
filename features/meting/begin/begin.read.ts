import type { Datum } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type {
  BeginAntwoord,
  BeginGezinslid,
  BeginInhoud,
} from '../../../server/db/tabellen/mens.ts';
import { antwoordInWoorden } from '../../intake/antwoord.read.ts';
import { inWoorden } from '../../shared/vraag.schema.ts';
import type { BeginRij, Beginsituatie, Onderwerp } from './begin.schema.ts';

/** Eén gegeven van toen of nu, klaar om te vergelijken. */
type Gegeven = {
  sleutel: string;
  onderwerp: Onderwerp;
  naam: string;
  tekst: string;
  feitId: string;
};

const SCHEIDING = ': ';

function antwoord(a: BeginAntwoord): Gegeven {
  const heel =
    antwoordInWoorden(a.vraag, a.waarde, a.gesteld) ?? `${a.vraag}: ${inWoorden(a.waarde)}`;
  const knip = heel.indexOf(SCHEIDING);
  return {
    sleutel: `vraag ${a.vraag}`,
    onderwerp: a.onderwerp,
    naam: heel.slice(0, knip),
    tekst: heel.slice(knip + SCHEIDING.length),
    feitId: a.feitId,
  };
}

const RELATIE: Record<string, string> = {
  'broer-of-zus': 'broer of zus',
  anders: 'ander gezinslid',
};
const VVE: Record<string, string> = {
  gaat: 'gaat naar de voorschool',
  aangemeld: 'aangemeld voor de voorschool',
  'op-wachtlijst': 'op de wachtlijst van de voorschool',
  niet: 'niet naar de voorschool',
  'niet-nodig': 'voorschool niet nodig',
};

function lid(l: BeginGezinslid): string {
  const maand = l.geboortemaand ? `${String(l.geboortemaand).padStart(2, '0')}-` : '';
  return [
    RELATIE[l.relatie] ?? l.relatie,
    l.dossierId ? 'met eigen dossier' : undefined,
    l.geboortejaar ? `geboren ${maand}${l.geboortejaar}` : undefined,
    l.school ? `school ${l.school}` : undefined,
    l.vve ? VVE[l.vve] : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

function gegevensVan(i: BeginInhoud): Gegeven[] {
  const taal: Gegeven[] = i.taal
    ? [
        {
          sleutel: 'gesprekstaal',
          onderwerp: 'taal',
          naam: 'Gesprekstaal',
          tekst: `${i.taal.gesprekstaal}${i.taal.tolkNodig ? ', met tolk' : ''}`,
          feitId: i.taal.feitId,
        },
      ]
    : [];
  const leden = i.gezinsleden.map((l) => lid(l)).sort();
  const gezin: Gegeven[] =
    leden.length > 0
      ? [
          {
            sleutel: 'gezinsleden',
            onderwerp: 'gezin',
            naam: 'Gezinsleden',
            tekst: leden.join('; '),
            feitId: i.gezinsleden.map((l) => l.feitId).join(' '),
          },
        ]
      : [];
  const opvang: Gegeven[] = i.kinderopvang.map((o, n) => ({
    sleutel: `opvang ${o.opvangId}`,
    onderwerp: 'gezin',
    naam: i.kinderopvang.length > 1 ? `Kinderopvang ${n + 1}` : 'Kinderopvang',
    tekst: o.staat.replaceAll('-', ' '),
    feitId: o.feitId,
  }));
  return [...i.antwoorden.map(antwoord), ...taal, ...gezin, ...opvang];
}

/** De feiten die direct of langs meer stappen in de plaats van `feitId` kwamen. */
function isVerbeteringVan(feiten: readonly Feit[], feitId: string, nuId: string): boolean {
  const perId = new Map(feiten.map((f) => [f.id, f]));
  for (let f = perId.get(nuId); f?.vervangt; f = perId.get(f.vervangt)) {
    if (f.vervangt === feitId) return true;
  }
  return false;
}

function verschilVan(feiten: readonly Feit[], toen?: Gegeven, nu?: Gegeven): BeginRij['verschil'] {
  if (!toen) return 'nieuw';
  if (!nu) return 'vervallen';
  if (toen.tekst === nu.tekst) return 'gelijk';
  return isVerbeteringVan(feiten, toen.feitId, nu.feitId) ? 'verbeterd' : 'gewijzigd';
}

/** Legt wat toen is vastgelegd naast wat nu geldt. Het vastgelegde zelf verandert nooit. */
function vergelijk(toen: BeginInhoud, nu: BeginInhoud, feiten: readonly Feit[]): BeginRij[] {
  const [eerst, straks] = [gegevensVan(toen), gegevensVan(nu)];
  const sleutels = [...new Set([...eerst, ...straks].map((g) => g.sleutel))];
  return sleutels.map((sleutel) => {
    const t = eerst.find((g) => g.sleutel === sleutel);
    const n = straks.find((g) => g.sleutel === sleutel);
    const verschil = verschilVan(feiten, t, n);
    const feit = verschil === 'gelijk' ? undefined : feiten.find((f) => f.id === n?.feitId);
    return {
      sleutel,
      onderwerp: (t ?? n)?.onderwerp as Onderwerp,
      naam: ((t ?? n) as Gegeven).naam,
      toen: t?.tekst ?? null,
      nu: n?.tekst ?? null,
      verschil,
      nuOp: feit?.geldigOp ?? null,
      nuDoor: feit?.door ?? null,
    };
  });
}

const metingOp = (feiten: readonly Feit[], metingId: string | undefined): Datum | null =>
  feiten.find((f) => f.soort === 'meting' && f.inhoud.metingId === metingId)?.geldigOp ?? null;

export type Vastgelegd = {
  pipId: string;
  dagtekening: Datum;
  vastgelegdOp: string;
  inhoud: BeginInhoud;
};

/** Een vastgelegde beginsituatie met ernaast wat nu geldt. */
export function beeldVan(v: Vastgelegd, nu: BeginInhoud, feiten: readonly Feit[]): Beginsituatie {
  const { pipId, dagtekening, vastgelegdOp, inhoud } = v;
  return {
    pipId,
    dagtekening,
    vastgelegdOp,
    metingOp: metingOp(feiten, inhoud.metingId),
    rijen: vergelijk(inhoud, nu, feiten),
  };
}

/** Wat er vandaag vastgelegd zou worden. */
export const voorlopigBeeld = (
  nu: BeginInhoud,
  feiten: readonly Feit[],
  vandaag: Datum,
): Beginsituatie => ({
  pipId: null,
  dagtekening: vandaag,
  vastgelegdOp: null,
  metingOp: metingOp(feiten, nu.metingId),
  rijen: vergelijk(nu, nu, feiten),
});
