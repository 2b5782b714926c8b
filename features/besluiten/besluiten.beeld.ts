import { bezwaarProcedure } from '../../rules/bezwaar/bezwaar-procedure.ts';
import { bezwaartermijn } from '../../rules/bezwaar/bezwaartermijn.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { herkomstVan } from '../../rules/shared/gegeven.ts';
import type { Feit, FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';
import { kenmerkVan } from '../shared/brief.schema.ts';
import { LEERROUTE } from '../shared/woorden.schema.ts';
import type { Besluit, Bezwaar } from './besluiten.schema.ts';
import { OPEN_STAPPEN, STAPNAAM, volgendeStappen } from './bezwaar.status.ts';

type BezwaarFeit = Feit<'bezwaar'>;
export type Stuk = Besluit['stukken'][number] & { setId: string };

export type Omgeving = {
  vandaag: Datum;
  extraVrijeDagen: readonly Datum[];
  /** Het PIP dat nu geldt. */
  geldendPip: string | undefined;
  stukken: readonly Stuk[];
};

/** De vraag om aan te vullen, de termijn daarvoor en de aanvulling. */
function aanvulling(stappen: readonly BezwaarFeit[]) {
  const gevraagd = stappen.find((s) => s.inhoud.stap === 'aanvullen-gevraagd')?.inhoud;
  const aangevuld = stappen.find((s) => s.inhoud.stap === 'aangevuld')?.inhoud;
  return {
    ...(gevraagd ? { aanvullenGevraagdOp: gevraagd.op } : {}),
    ...(gevraagd?.hersteltermijn ? { hersteltermijn: gevraagd.hersteltermijn } : {}),
    ...(aangevuld ? { aangevuldOp: aangevuld.op } : {}),
  };
}

function bezwaarBeeld(
  stappen: readonly BezwaarFeit[],
  besluit: { bekendgemaaktOp: Datum; laatsteDagBezwaar: Datum },
  { extraVrijeDagen }: Omgeving,
): Bezwaar[] {
  const eerste = stappen.find((s) => s.inhoud.stap === 'ontvangen');
  const laatste = stappen.at(-1);
  if (!eerste || !laatste) return [];
  const gedaan = stappen.map((s) => s.inhoud.stap);
  const beslist = stappen.findLast((s) => s.inhoud.stap === 'beslist');
  const { op: ontvangenOp, gepostOp, commissie } = eerste.inhoud;
  const procedure = bezwaarProcedure(
    {
      ...besluit,
      ontvangenOp,
      ...(gepostOp ? { gepostOp } : {}),
      commissie: commissie ?? false,
      verdaagd: gedaan.includes('verdaagd'),
      ...aanvulling(stappen),
      ...(beslist ? { beslissingBekend: beslist.inhoud.op } : {}),
    },
    extraVrijeDagen,
    { ontvangenOp: herkomstVan(eerste as Feit) },
  );
  if (procedure.uitkomst !== 'bepaald') return [];
  return [
    {
      bezwaarId: eerste.inhoud.bezwaarId,
      besluitId: eerste.inhoud.besluitId,
      stap: laatste.inhoud.stap,
      uitkomst: stappen.findLast((s) => s.inhoud.uitkomst)?.inhoud.uitkomst ?? null,
      ontvangenOp,
      opTijd: procedure.waarde.opTijd,
      teVroeg: procedure.waarde.teVroeg,
      open: OPEN_STAPPEN.includes(laatste.inhoud.stap),
      beslissenUiterlijk: procedure.waarde.beslissenUiterlijk,
      beroepTotEnMet: procedure.waarde.beroepTotEnMet ?? null,
      uitleg: procedure.uitleg(),
      stappen: stappen.map((s) => ({
        feitId: s.id,
        stap: s.inhoud.stap,
        naam: STAPNAAM[s.inhoud.stap],
        op: s.inhoud.op,
        hersteltermijn: s.inhoud.hersteltermijn ?? null,
        uitkomst: s.inhoud.uitkomst ?? null,
        toelichting: s.inhoud.toelichting ?? null,
        door: s.door ?? null,
      })),
      volgende: volgendeStappen(gedaan),
    },
  ];
}

/** De stappen per bezwaar, in volgorde van gebeuren. */
function bezwarenTegen(g: Geldend, besluitId: string): BezwaarFeit[][] {
  const per = new Map<string, BezwaarFeit[]>();
  for (const f of g.alle('bezwaar')) {
    if (f.inhoud.besluitId !== besluitId) continue;
    per.set(f.inhoud.bezwaarId, [...(per.get(f.inhoud.bezwaarId) ?? []), f]);
  }
  return [...per.values()];
}

type Kern = Pick<Besluit, 'besluitId' | 'soort' | 'omschrijving' | 'versie' | 'staat'> & {
  dagtekening: Datum;
  bekendgemaaktOp: Datum;
  opPapierUitgereikt: boolean;
  vastgesteldDoor: string;
  ingetrokken: Besluit['ingetrokken'];
  feit: Feit;
};

function maak(g: Geldend, kern: Kern, om: Omgeving): Besluit {
  const { feit, ...rest } = kern;
  const termijn = bezwaartermijn(
    { waarde: kern.bekendgemaaktOp, ...herkomstVan(feit) },
    om.extraVrijeDagen,
  );
  return {
    ...rest,
    kenmerk: kenmerkVan(kern.soort === 'pip' ? 'PIP' : 'PW', kern.besluitId, kern.dagtekening),
    bezwaarTotEnMet: termijn.laatsteDag,
    bezwaarUitleg: termijn.uitleg(),
    bezwaarKanNog: om.vandaag <= termijn.laatsteDag,
    bezwaren: bezwarenTegen(g, kern.besluitId).flatMap((stappen) =>
      bezwaarBeeld(
        stappen,
        { bekendgemaaktOp: kern.bekendgemaaktOp, laatsteDagBezwaar: termijn.laatsteDag },
        om,
      ),
    ),
    stukken: om.stukken.filter((s) => s.setId === kern.besluitId).map(({ setId, ...stuk }) => stuk),
  };
}

/** 'PIP: B1-route, niveau B1'. */
function pipOmschrijving({ inhoud }: FeitInhoud['pip-vastgesteld']): string {
  const niveau = inhoud.niveau ? `, niveau ${inhoud.niveau}` : '';
  return `PIP: ${LEERROUTE[inhoud.leerroute]}${niveau}`;
}

function pips(g: Geldend, om: Omgeving): Kern[] {
  const ingetrokken = new Map(g.alle('pip-ingetrokken').map((f) => [f.inhoud.pipId, f.inhoud]));
  return g.alle('pip-vastgesteld').map((f) => {
    const weg = ingetrokken.get(f.inhoud.pipId);
    const geldt = f.inhoud.pipId === om.geldendPip ? 'geldt' : 'vervangen';
    return {
      besluitId: f.inhoud.pipId,
      soort: 'pip',
      omschrijving: pipOmschrijving(f.inhoud),
      versie: f.inhoud.versie,
      dagtekening: f.inhoud.dagtekening,
      bekendgemaaktOp: f.inhoud.bekendgemaaktOp,
      opPapierUitgereikt: f.inhoud.opPapierUitgereikt ?? false,
      vastgesteldDoor: f.inhoud.vastgesteldDoor,
      staat: weg ? 'ingetrokken' : geldt,
      ingetrokken: weg ? { op: weg.op, reden: weg.reden } : null,
      feit: f as Feit,
    };
  });
}

function pwBesluiten(g: Geldend): Kern[] {
  const alle = g.alle('pw-besluit');
  return alle.map((f, i) => ({
    besluitId: f.inhoud.besluitId,
    soort: 'pw',
    omschrijving: `Participatiewet: ${f.inhoud.verplichtingen.length} ${f.inhoud.verplichtingen.length === 1 ? 'verplichting' : 'verplichtingen'}`,
    versie: i + 1,
    dagtekening: f.inhoud.dagtekening,
    bekendgemaaktOp: f.inhoud.bekendgemaaktOp,
    opPapierUitgereikt: f.inhoud.opPapierUitgereikt ?? false,
    vastgesteldDoor: f.inhoud.vastgesteldDoor,
    staat: i === alle.length - 1 ? 'geldt' : 'vervangen',
    ingetrokken: null,
    feit: f as Feit,
  }));
}

/** Alle besluiten over een persoon, nieuwste eerst, met hun bezwaren. */
export function besluitenVan(g: Geldend, om: Omgeving): Besluit[] {
  return [...pips(g, om), ...pwBesluiten(g)]
    .sort((a, b) => b.dagtekening.localeCompare(a.dagtekening) || (b.versie ?? 0) - (a.versie ?? 0))
    .map((kern) => maak(g, kern, om));
}
