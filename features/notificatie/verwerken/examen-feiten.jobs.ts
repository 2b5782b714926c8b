import type { DuoExamenresultaat } from '../../../connections/duo/schemas.ts';
import type { Feit, FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { VanDuo } from './ophalen.jobs.ts';
import {
  type Context,
  huidig,
  type Nieuws,
  nieuweWaarde,
  verschil,
  verschilLijst,
} from './verschil.jobs.ts';

function vanToets(c: Context, duo: VanDuo, n: Nieuws): void {
  if (!duo.lbt) return;
  const regels = duo.lbt.map((r) => {
    nieuweWaarde(n, 'de uitslag van de leerbaarheidstoets', r.resultaat);
    const inhoud = {
      resultaat: r.resultaat.waarde,
      behaald: r.behaaldeScore.honderdsten,
      benodigd: r.benodigdeScore.honderdsten,
      geregistreerdOp: r.datumAfname,
    };
    return { inhoud, geldigOp: r.datumAfname };
  });
  const dag = (i: FeitInhoud['leerbaarheidstoets']) => i.geregistreerdOp;
  const { feiten, verdwenen } = verschilLijst(
    c,
    { soort: 'leerbaarheidstoets', sleutel: dag, ruim: dag },
    regels,
  );
  n.feiten.push(...feiten);
  if (verdwenen > 0)
    n.opmerkingen.push('DUO noemt een eerdere uitslag van de leerbaarheidstoets niet meer.');
}

/** De gemeente trok het nummer in en DUO heeft daar nog niet op geantwoord: het oude nummer komt niet terug. */
function wachtOpIntrekken(c: Context, oud: Feit<'leerbaarheidstoets-nummer'> | undefined): boolean {
  if (!oud || oud.inhoud.examennummer || oud.bron === 'duo') return false;
  return !c.feiten.some((f) => f.soort === 'bij-duo' && f.inhoud.feitId === oud.id);
}

function vanToetsnummer(c: Context, duo: VanDuo, n: Nieuws): void {
  const nummer = duo['lbt-nummer'];
  const oud = huidig(c.feiten, 'leerbaarheidstoets-nummer');
  if (!nummer || wachtOpIntrekken(c, oud)) return;
  n.feiten.push(
    ...verschil(c, oud, {
      soort: 'leerbaarheidstoets-nummer',
      inhoud: { examennummer: nummer.examennummer },
      geldigOp: c.dag,
      bron: 'duo',
      opvolging: true,
    }),
  );
}

/** Leeg als DUO een waarde gebruikt waar de regels niet mee kunnen rekenen; het antwoord zelf is bewaard. */
function uitslag(r: DuoExamenresultaat, n: Nieuws): FeitInhoud['examen'] | undefined {
  nieuweWaarde(n, 'het examenonderdeel', r.onderdeel);
  nieuweWaarde(n, 'de uitslag van een examen', r.resultaat);
  nieuweWaarde(n, 'het niveau van een examen', r.niveau);
  nieuweWaarde(n, 'de reden dat er geen uitslag is', r.redenGeenResultaat);
  if (!r.onderdeel.bekend || !r.resultaat.bekend || r.niveau?.bekend === false) return undefined;
  return {
    onderdeel: r.onderdeel.waarde,
    resultaat: r.resultaat.waarde,
    op: r.examendatum,
    ...(r.niveau ? { niveau: r.niveau.waarde } : {}),
    ...(r.redenGeenResultaat ? { redenGeenResultaat: r.redenGeenResultaat.waarde } : {}),
  };
}

function vanExamens(c: Context, duo: VanDuo, n: Nieuws): void {
  if (!duo.examens) return;
  const regels = duo.examens.flatMap((r) => {
    const inhoud = uitslag(r, n);
    return inhoud ? [{ inhoud, geldigOp: inhoud.op }] : [];
  });
  const { feiten, verdwenen } = verschilLijst(
    c,
    {
      soort: 'examen',
      sleutel: (i) => [i.onderdeel, i.niveau, i.op].join(),
      ruim: (i) => i.onderdeel,
    },
    regels,
  );
  n.feiten.push(...feiten);
  if (verdwenen > 0)
    n.opmerkingen.push('DUO noemt een eerder gemelde uitslag van een examen niet meer.');
}

function vanPogingen(c: Context, duo: VanDuo, n: Nieuws): void {
  for (const p of duo['gratis-pogingen'] ?? []) {
    nieuweWaarde(n, 'het examenonderdeel', p.onderdeel);
    const onderdeel = p.onderdeel.waarde;
    const oud = huidig(c.feiten, 'gratis-pogingen', (f) => f.inhoud.onderdeel === onderdeel);
    n.feiten.push(
      ...verschil(c, oud, {
        soort: 'gratis-pogingen',
        inhoud: { onderdeel, tegoed: p.gratisPogingenTegoed },
        geldigOp: c.dag,
        bron: 'duo',
        opvolging: true,
      }),
    );
  }
}

/** Vult `n` met de toets, de examens en de gratis pogingen. */
export function nieuwsVanExamens(c: Context, duo: VanDuo, n: Nieuws): void {
  vanToets(c, duo, n);
  vanToetsnummer(c, duo, n);
  vanExamens(c, duo, n);
  vanPogingen(c, duo, n);
}
