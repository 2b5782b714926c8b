import { inEuro, inWoorden } from '../../../rules/shared/tekst.ts';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { DuoBeeld } from './duo.schema.ts';
import type { Gelezen, Leesbaar } from './gelezen.routes.ts';
import { totEnMet } from './tijdlijn.routes.ts';

type Kaart = DuoBeeld['examens'];
type Regel = Omit<Kaart['regels'][number], 'id'>;

const ONDERDEEL: Record<string, string> = {
  KNM: 'KNM',
  LE: 'Lezen',
  LU: 'Luisteren',
  SC: 'Schrijven',
  SP: 'Spreken',
};
const onderdeel = (code: string) => ONDERDEEL[code] ?? code;
const REDEN: Record<string, string> = {
  AVI: 'aantoonbaar voldoende ingeburgerd',
  DIP: 'diploma uit het register',
  DOC: 'document',
  INB: 'inburgeringsdiploma van de vorige wet',
  INS: 'op verzoek',
  OPL: 'inschrijving bij een opleiding',
};
const GROND: Record<string, string> = {
  MED: 'medisch',
  BIO: 'bijzondere individuele omstandigheden',
};
const GEEN_UITSLAG: Record<string, string> = {
  Verwijtbaar: 'verwijtbaar',
  Nietverwijtbaar: 'niet verwijtbaar',
  Afgemeld: 'afgemeld',
  Absent: 'niet verschenen',
};
const SOORT = { geheel: 'Geheel', tijdelijk: 'Tijdelijk', gedeeltelijk: 'Gedeeltelijk' } as const;

const oordeel = (code: string): Regel['merk'] =>
  code === 'Toekenning'
    ? { tekst: 'toegekend', toon: 'met' }
    : { tekst: code === 'Afwijzing' ? 'afgewezen' : code, toon: 'neutral' };
const bij = (delen: (string | undefined | false)[]) => delen.filter(Boolean).join(' · ') || null;
const nieuwsteEerst = (a: Regel, b: Regel) => (b.datum ?? '').localeCompare(a.datum ?? '');

const kaart = (g: Gelezen, onderwerp: Leesbaar, regels: readonly Regel[]): Kaart => ({
  regels: regels.toSorted(nieuwsteEerst).map((r, i) => ({ id: `${onderwerp}-${i}`, ...r })),
  gezienOp: g.gezienOp(onderwerp),
});

const vrijstellingen = (g: Gelezen): Kaart =>
  kaart(
    g,
    'vrijstellingen',
    (g.laatste('vrijstellingen') ?? []).map((v) => ({
      tekst: `${SOORT[v.soort]}${v.examenonderdeel ? `: ${onderdeel(v.examenonderdeel.waarde)}${v.examenniveau ? ` ${v.examenniveau.waarde}` : ''}` : ''}`,
      datum: v.datumOordeel ?? v.startdatum ?? null,
      bij: bij([
        v.reden.waarde !== 'GED' && (REDEN[v.reden.waarde] ?? v.reden.waarde),
        v.startdatum && `vanaf ${inWoorden(v.startdatum)}`,
        v.einddatumExclusief && totEnMet(v.einddatumExclusief),
      ]),
      merk: oordeel(v.oordeel.waarde),
    })),
  );

/** De grond komt uit een antwoord dat zonder bijzonder recht niet eens wordt gelezen. */
const ontheffingen = (g: Gelezen): Kaart =>
  kaart(
    g,
    'ontheffingen',
    (g.laatste('ontheffingen') ?? []).map((o) => ({
      tekst: `${SOORT[o.soort]}${o.examenonderdeel ? `: ${onderdeel(o.examenonderdeel.waarde)}` : ''}`,
      datum: o.datumOordeel,
      bij: bij([
        `grond: ${GROND[o.grond.waarde] ?? o.grond.waarde}`,
        o.urenBelastbaarheidParticipatieactiviteit !== undefined &&
          `ten hoogste ${o.urenBelastbaarheidParticipatieactiviteit} uur participatie in vijf jaar`,
      ]),
      merk: oordeel(o.oordeel.waarde),
    })),
  );

const VERLENGING: Record<string, Regel['merk']> = {
  Toegekend: { tekst: 'toegekend', toon: 'met' },
  Afgewezen: { tekst: 'afgewezen', toon: 'neutral' },
  InBehandeling: { tekst: 'in behandeling', toon: 'near' },
};

const verlengingen = (g: Gelezen): Kaart =>
  kaart(
    g,
    'verlengingen',
    (g.laatste('verlengingen') ?? []).map((v) => {
      const { waarde } = v.beoordelingAanvraag;
      return {
        tekst: 'Verzoek ontvangen',
        datum: v.ontvangstdatum ?? v.datumBeoordeling ?? null,
        bij: v.datumBeoordeling ? `beoordeeld op ${inWoorden(v.datumBeoordeling)}` : null,
        merk: VERLENGING[waarde] ?? { tekst: waarde, toon: 'neutral' },
      };
    }),
  );

const examens = (g: Gelezen): Kaart =>
  kaart(
    g,
    'examens',
    (g.laatste('examens') ?? []).map((e) => ({
      tekst: `${onderdeel(e.onderdeel.waarde)}${e.niveau ? ` ${e.niveau.waarde}` : ''}`,
      datum: e.examendatum,
      bij: e.redenGeenResultaat
        ? (GEEN_UITSLAG[e.redenGeenResultaat.waarde] ?? e.redenGeenResultaat.waarde)
        : null,
      merk: {
        tekst: e.resultaat.waarde === 'Geen' ? 'geen uitslag' : e.resultaat.waarde.toLowerCase(),
        toon: e.resultaat.waarde === 'Geslaagd' ? 'met' : 'neutral',
      },
    })),
  );

const boetes = (g: Gelezen): Kaart =>
  kaart(
    g,
    'boetes',
    (g.laatste('boetes') ?? []).map((b) => ({
      tekst: inEuro(b.bedragCent),
      datum: b.datum,
      bij: 'definitieve beschikking van DUO',
      merk: null,
    })),
  );

const toets = (g: Gelezen): Kaart =>
  kaart(
    g,
    'lbt',
    (g.laatste('lbt') ?? []).map((r) => ({
      tekst: r.resultaat.waarde,
      datum: r.datumAfname,
      bij: `score ${r.behaaldeScore.tekst}, nodig ${r.benodigdeScore.tekst}`,
      merk: null,
    })),
  );

function pip(g: Gelezen, eigenCode: string, gemeentenaam: (code: string) => string): Kaart {
  const gevonden = g.laatste('pip');
  if (!gevonden) return kaart(g, 'pip', []);
  const { gemeentecode, pip: p } = gevonden;
  const route = p.leerroute.bekend ? LEERROUTE[p.leerroute.waarde] : p.leerroute.waarde;
  const regel: Regel = {
    tekst: `${route}${p.niveau ? ` niveau ${p.niveau.waarde}` : ''}`,
    datum: p.dagtekeningPip,
    bij: bij([
      gemeentenaam(gemeentecode),
      p.geschatteIntensiteitB1Route !== undefined && `${p.geschatteIntensiteitB1Route} uur`,
    ]),
    merk: gemeentecode === eigenCode ? null : { tekst: 'van een vorige gemeente', toon: 'outside' },
  };
  return kaart(g, 'pip', [regel]);
}

const gebeurtenissen = (g: Gelezen): Kaart =>
  kaart(
    g,
    'gebeurtenissen',
    (g.laatste('gebeurtenissen') ?? []).map((e) => ({
      tekst: e.omschrijving,
      datum: e.datum,
      bij: e.id,
      merk: null,
    })),
  );

/** De kaarten met wat DUO besloot en weet. */
export function maakKaarten(g: Gelezen, eigenCode: string, gemeentenaam: (code: string) => string) {
  return {
    toets: toets(g),
    vrijstellingen: vrijstellingen(g),
    ontheffingen: ontheffingen(g),
    verlengingen: verlengingen(g),
    examens: examens(g),
    pogingen: (g.laatste('gratis-pogingen') ?? []).map((p) => ({
      onderdeel: onderdeel(p.onderdeel.waarde),
      tegoed: p.gratisPogingenTegoed,
    })),
    boetes: boetes(g),
    pip: pip(g, eigenCode, gemeentenaam),
    gebeurtenissen: gebeurtenissen(g),
  };
}
