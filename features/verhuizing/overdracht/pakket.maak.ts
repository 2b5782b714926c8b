import type { Datum } from '../../../rules/shared/datum.ts';
import { plusDagen } from '../../../rules/shared/datum.ts';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import { DELEN } from './pakket.delen.ts';
import { DEELNAMEN, type DeelNaam, Gegeven, type GegevenSoort } from './pakket.schema.ts';

type Ruw = { soort: GegevenSoort; op: Datum; bron: Feit['bron']; inhoud: object };

/** Een antwoord van de intake in één zin; leeg als de vraag niet meer bestaat. */
export type Antwoordzin = (
  vraag: string,
  waarde: FeitInhoud['intake-antwoord']['waarde'],
  gesteld?: string,
) => string | undefined;

const kaal = <T extends object>(o: T) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined && v !== ''));

const ruw = (f: Feit, soort: GegevenSoort, inhoud: object, op = f.geldigOp): Ruw => ({
  soort,
  op,
  bron: f.bron,
  inhoud: kaal(inhoud),
});

function pips(g: Geldend): Ruw[] {
  const weg = new Map(g.alle('pip-ingetrokken').map((f) => [f.inhoud.pipId, f.inhoud.op]));
  return g.alle('pip-vastgesteld').map((f) => {
    const { pipId, dagtekening, gemeentecode, inhoud: i } = f.inhoud;
    const inhoud = {
      gemeentecode,
      dagtekening,
      leerroute: i.leerroute,
      niveau: i.niveau,
      uren: i.intensiteitUren,
      alfabetisering: i.alfabetisering,
      magOpleidingAfmaken: i.magOpleidingAfmaken,
      motivering: i.motivering,
      begeleiding: i.begeleiding,
      pvtUren: i.pvt.uren,
      mapUren: i.moduleMap?.uren,
      ingetrokkenOp: weg.get(pipId),
    };
    return ruw(f as Feit, 'pip', inhoud, dagtekening);
  });
}

/** Het laatste totaal per soort en plek; verzuim alleen als dat deel meegaat. */
function uren(g: Geldend, metVerzuim: boolean): Ruw[] {
  const laatste = new Map<string, Feit<'uren'>>();
  for (const f of g.alle('uren')) {
    const { soort, inBredeIntake, instellingsnummer } = f.inhoud;
    laatste.set([soort, inBredeIntake, instellingsnummer].join(' '), f);
  }
  return [...laatste.values()].map((f) => {
    const { geoorloofdVerzuim, ongeoorloofdVerzuim, ...rest } = f.inhoud;
    const verzuim = metVerzuim ? { geoorloofdVerzuim, ongeoorloofdVerzuim } : {};
    return ruw(f as Feit, 'uren', { ...rest, ...verzuim }, plusDagen(rest.bekendTot, -1));
  });
}

function voortgang(g: Geldend, metVerzuim: boolean): Ruw[] {
  const dag = (soort: 'pvt-ondertekend' | 'map-eindgesprek' | 'zroute-eindgesprek') =>
    g
      .alle(soort)
      .slice(-1)
      .map((f) => ruw(f as Feit, soort, {}, f.inhoud.op));
  return [
    ...uren(g, metVerzuim),
    ...g.alle('aanbod').map((f) => {
      const { instelling, start, eind, datum } = f.inhoud;
      return ruw(f as Feit, 'aanbod', { instelling, start, eind }, datum);
    }),
    ...g.alle('voortgangsgesprek').map((f) => {
      const { op, onderwerp, afspraken } = f.inhoud;
      return ruw(f as Feit, 'voortgangsgesprek', { onderwerp, afspraken }, op);
    }),
    ...dag('pvt-ondertekend'),
    ...dag('map-eindgesprek'),
    ...dag('zroute-eindgesprek'),
    ...g.alle('leerbaarheidstoets').map((f) => {
      const { geregistreerdOp, ...inhoud } = f.inhoud;
      return ruw(f as Feit, 'leerbaarheidstoets', inhoud, geregistreerdOp);
    }),
  ];
}

const AFSPRAAK = {
  intakegesprek: 'het intakegesprek',
  leerbaarheidstoets: 'de leerbaarheidstoets',
  voortgangsgesprek: 'het voortgangsgesprek',
  driegesprek: 'het driegesprek',
  overig: 'een afspraak',
} as const;

function gemist(g: Geldend): Ruw[] {
  const afspraken = new Map(g.alle('afspraak').map((f) => [f.inhoud.afspraakId, f.inhoud]));
  return g.alle('afspraak-uitkomst').flatMap((f) => {
    if (f.inhoud.uitkomst !== 'niet-verschenen') return [];
    const afspraak = afspraken.get(f.inhoud.afspraakId);
    const bij = AFSPRAAK[afspraak?.soort ?? 'overig'];
    return [ruw(f as Feit, 'niet-verschenen', { bij, reden: f.inhoud.reden }, afspraak?.datum)];
  });
}

function personalia(g: Geldend): Ruw[] {
  const f = g.laatste('persoon');
  if (!f) return [];
  const { geheimhouding: _, inOnderzoek: __, ...inhoud } = f.inhoud;
  return [ruw(f as Feit, 'persoon', inhoud)];
}

function intake(g: Geldend, zin: Antwoordzin): Ruw[] {
  return [
    ...g
      .perSleutel('intake-antwoord', (i) => i.vraag)
      .flatMap((f) => {
        const { vraag, waarde, gesteld } = f.inhoud;
        const tekst = zin(vraag, waarde, gesteld);
        return tekst ? [ruw(f as Feit, 'intake-antwoord', { vraag, waarde, zin: tekst })] : [];
      }),
    ...g
      .alle('intake-afgerond')
      .slice(-1)
      .map((f) => ruw(f as Feit, 'intake-afgerond', f.inhoud)),
  ];
}

const BRONNEN: Record<
  DeelNaam,
  (g: Geldend, keuze: { delen: ReadonlySet<DeelNaam>; zin: Antwoordzin }) => Ruw[]
> = {
  personalia,
  pip: pips,
  voortgang: (g, { delen }) => voortgang(g, delen.has('verzuim')),
  verzuim: gemist,
  boetes: (g) => [
    ...g.alle('duo-boete').map((f) => {
      const { op, bedragCent } = f.inhoud;
      return ruw(f as Feit, 'duo-boete', { bedragCent }, op);
    }),
    ...g.alle('verwijtbaarheid').map((f) => ruw(f as Feit, 'verwijtbaarheid', f.inhoud)),
  ],
  contact: (g) => [
    ...g
      .alle('contact')
      .slice(-1)
      .map((f) => ruw(f as Feit, 'contact', f.inhoud)),
    ...g
      .alle('taal')
      .slice(-1)
      .map((f) => ruw(f as Feit, 'taal', f.inhoud)),
  ],
  intake: (g, { zin }) => intake(g, zin),
  gezin: (g) => g.alle('gezin').map((f) => ruw(f as Feit, 'gezin', { relatie: f.inhoud.relatie })),
  notities: (g) => g.alle('notitie').map((f) => ruw(f as Feit, 'notitie', f.inhoud)),
};

export type Gekozen = ReadonlyMap<DeelNaam, string | undefined>;

/**
 * De gekozen delen met hun gegevens. Wat niet in het formaat past gaat niet mee en wordt geteld.
 * @param gekozen per deel de reden, als die nodig is
 */
export function delenVan(g: Geldend, gekozen: Gekozen, zin: Antwoordzin) {
  const delen = new Set(gekozen.keys());
  let overgeslagen = 0;
  const gemaakt = DEELNAMEN.filter((n) => delen.has(n)).map((deel) => {
    const gegevens = BRONNEN[deel](g, { delen, zin }).flatMap((r) => {
      const uit = Gegeven.safeParse(r);
      if (!uit.success) overgeslagen += 1;
      return uit.success ? [uit.data] : [];
    });
    const { doel, grondslag } = DELEN[deel];
    const reden = gekozen.get(deel);
    return { deel, doel, grondslag, ...(reden ? { reden } : {}), gegevens };
  });
  return { delen: gemaakt, overgeslagen };
}

/** Hoeveel gegevens elk deel zou bevatten, om te kiezen. */
export function tellingen(g: Geldend, zin: Antwoordzin): Record<DeelNaam, number> {
  const alles = new Map(DEELNAMEN.map((n) => [n, undefined]));
  const { delen } = delenVan(g, alles, zin);
  return Object.fromEntries(delen.map((d) => [d.deel, d.gegevens.length])) as Record<
    DeelNaam,
    number
  >;
}
