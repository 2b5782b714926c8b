import type { DuoPip, DuoUren } from '../../../connections/duo/schemas.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Opbrengst } from './ophalen.jobs.ts';

const ROUTES = new Set(['B', 'O', 'Z']);

/** Zonder velden die DUO niet gaf: zo komt een overgenomen feit net zo te staan als na een melding. */
function kaal<T extends object>(waarde: T): T {
  return Object.fromEntries(Object.entries(waarde).filter(([, v]) => v !== undefined)) as T;
}

type Lijst<S extends keyof FeitInhoud> = FeitInhoud[S][];

/** Wat DUO heeft, in de vorm van feiten. */
export const alsFeiten = {
  plicht: ({ plicht: p }: Opbrengst): Lijst<'inburgeringsplicht'> =>
    p
      ? [
          kaal({
            plichtig: p.indicatorInburgeringsplicht,
            begin: p.begindatum,
            eind: p.einddatumExclusief,
            kennisgeving: p.datumKennisgevingInburgeringsplicht,
            redenGeenPlicht: p.redenGeenInburgeringsplicht?.waarde,
          }),
        ]
      : [],
  doelgroep: ({ doelgroep: d }: Opbrengst): Lijst<'doelgroep'> =>
    d?.indeling
      ? [
          kaal({
            indeling: d.indeling.waarde,
            gedetailleerd: d.gedetailleerdeDoelgroep?.waarde,
            begin: d.begindatum,
          }),
        ]
      : [],
  termijn: ({ termijn: t }: Opbrengst): Lijst<'inburgeringstermijn'> =>
    t
      ? [
          kaal({
            start: t.startdatum,
            eind: t.einddatumExclusief,
            verlengingsgrond: t.verlengingsgrondomschrijving ?? t.verlengingsgrondcode,
          }),
        ]
      : [],
  toets: ({ leerbaarheidstoets }: Opbrengst): Lijst<'leerbaarheidstoets'> =>
    (leerbaarheidstoets ?? []).map((r) => ({
      resultaat: r.resultaat.waarde,
      behaald: r.behaaldeScore.honderdsten,
      benodigd: r.benodigdeScore.honderdsten,
      geregistreerdOp: r.datumAfname,
    })),
  toetsnummer: (o: Opbrengst): Lijst<'leerbaarheidstoets-nummer'> => {
    const nummer = o['lbt-nummer'];
    return nummer ? [{ examennummer: nummer.examennummer }] : [];
  },
  examen: ({ examen }: Opbrengst): Lijst<'examen'> =>
    (examen ?? []).flatMap((r) =>
      r.onderdeel.bekend && r.resultaat.bekend
        ? [
            kaal({
              onderdeel: r.onderdeel.waarde,
              resultaat: r.resultaat.waarde,
              niveau: r.niveau?.bekend ? r.niveau.waarde : undefined,
              redenGeenResultaat: r.redenGeenResultaat?.waarde,
              op: r.examendatum,
            }),
          ]
        : [],
    ),
  pogingen: (o: Opbrengst): Lijst<'gratis-pogingen'> =>
    (o['gratis-pogingen'] ?? []).map((p) => ({
      onderdeel: p.onderdeel.waarde,
      tegoed: p.gratisPogingenTegoed,
    })),
  vrijstelling: ({ vrijstelling }: Opbrengst): Lijst<'vrijstelling'> =>
    (vrijstelling ?? []).map((v) =>
      kaal({
        soort: v.soort,
        oordeel: v.oordeel.waarde,
        reden: v.reden.waarde,
        op: v.datumOordeel,
        begin: v.startdatum,
        eind: v.einddatumExclusief,
        onderdeel: v.examenonderdeel?.waarde,
        niveau: v.examenniveau?.waarde,
      }),
    ),
  ontheffing: ({ ontheffing }: Opbrengst): Lijst<'ontheffing'> =>
    (ontheffing ?? []).map((v) =>
      kaal({
        soort: v.soort,
        oordeel: v.oordeel.waarde,
        op: v.datumOordeel,
        onderdeel: v.examenonderdeel?.waarde,
        urenBelastbaarheid: v.urenBelastbaarheidParticipatieactiviteit,
      }),
    ),
  verlenging: ({ verlenging }: Opbrengst): Lijst<'verlenging'> =>
    (verlenging ?? []).map((v) =>
      kaal({
        beoordeling: v.beoordelingAanvraag.waarde,
        ontvangen: v.ontvangstdatum,
        beoordeeld: v.datumBeoordeling,
      }),
    ),
  boete: ({ boete }: Opbrengst): Lijst<'duo-boete'> =>
    (boete ?? []).map((b) => ({ bedragCent: b.bedragCent, op: b.datum })),
  pvt: ({ pvt }: Opbrengst): Lijst<'pvt-ondertekend'> =>
    pvt ? [{ op: pvt.datumOndertekeningPvt }] : [],
  map: ({ map }: Opbrengst): Lijst<'map-eindgesprek'> =>
    map ? [{ op: map.datumEindgesprekMap }] : [],
  vorigPip: (pip: DuoPip): Lijst<'pip-vorige-gemeente'> =>
    ROUTES.has(pip.pip.leerroute.waarde)
      ? [
          kaal({
            gemeentecode: pip.gemeentecode,
            dagtekening: pip.pip.dagtekeningPip,
            leerroute: pip.pip.leerroute.waarde as 'B' | 'O' | 'Z',
            niveau: pip.pip.niveau?.bekend ? pip.pip.niveau.waarde : undefined,
          }),
        ]
      : [],
};

/** De totalen die DUO van deze gemeente heeft; van elk soort het laatste. */
export function urenVan(uren: readonly DuoUren[], gemeentecode: string): FeitInhoud['uren'][] {
  const laatste = new Map<string, FeitInhoud['uren']>();
  const neem = (i: FeitInhoud['uren'] | undefined, sleutel: string) => {
    if (i) laatste.set(sleutel, kaal(i));
  };
  const eigen = uren.filter((u) => u.gemeentecode === gemeentecode);
  for (const u of eigen.toSorted((a, b) => (a.bekendTot < b.bekendTot ? -1 : 1))) {
    const { bekendTot } = u;
    const taal = (totaal: number, extra: object) =>
      ({ soort: 'taal-en-knm', totaal, bekendTot, ...extra }) as FeitInhoud['uren'];
    neem(u.bredeIntake && taal(u.bredeIntake.uren, { inBredeIntake: true }), 'intake');
    neem(u.participatieTaalles && taal(u.participatieTaalles.uren, {}), 'samen');
    const { participatieactiviteiten: deel, instelling: les } = u;
    neem(deel && { soort: 'participatie', totaal: deel.uren, bekendTot }, 'participatie');
    const verzuim = {
      instellingsnummer: les?.instellingsnummer,
      geoorloofdVerzuim: les?.urenGeoorloofdVerzuim,
      ongeoorloofdVerzuim: les?.urenOngeoorloofdVerzuim,
    };
    neem(les && taal(les.uren ?? 0, verzuim), `instelling ${les?.instellingsnummer}`);
  }
  return [...laatste.values()];
}
