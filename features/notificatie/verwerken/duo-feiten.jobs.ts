import { nieuwsVanBesluiten } from './besluit-feiten.jobs.ts';
import { nieuwsVanExamens } from './examen-feiten.jobs.ts';
import type { Opbrengst } from './ophalen.jobs.ts';
import { nieuwsVanResultaten } from './resultaat-feiten.jobs.ts';
import {
  type Context,
  hoogstens,
  huidig,
  type Nieuws,
  nieuweWaarde,
  verschil,
} from './verschil.jobs.ts';

const LEERROUTES = new Set(['B', 'O', 'Z']);

function vanPlicht(c: Context, o: Opbrengst, n: Nieuws): void {
  const p = o.duo.plicht;
  if (!p) return;
  nieuweWaarde(n, 'de reden dat er geen plicht is', p.redenGeenInburgeringsplicht);
  if (p.indicatorInburgeringsplicht && !p.datumKennisgevingInburgeringsplicht)
    n.opmerkingen.push('DUO gaf nog geen datum van de kennisgeving.');
  const oud = huidig(c.feiten, 'inburgeringsplicht');
  const plichtig = p.indicatorInburgeringsplicht;
  const gewisseld = oud !== undefined && oud.inhoud.plichtig !== plichtig;
  const begin = plichtig && !gewisseld ? p.begindatum : undefined;
  n.feiten.push(
    ...verschil(c, oud, {
      soort: 'inburgeringsplicht',
      inhoud: {
        plichtig,
        begin: p.begindatum,
        eind: p.einddatumExclusief,
        kennisgeving: p.datumKennisgevingInburgeringsplicht,
        redenGeenPlicht: p.redenGeenInburgeringsplicht?.waarde,
      },
      geldigOp: hoogstens(begin ?? c.dag, c.vandaag),
      bron: 'duo',
      opvolging: gewisseld,
    }),
  );
}

function vanDoelgroep(c: Context, o: Opbrengst, n: Nieuws): void {
  const d = o.duo.doelgroep;
  if (!d) return;
  nieuweWaarde(n, 'de doelgroep', d.indeling);
  nieuweWaarde(n, 'de gedetailleerde doelgroep', d.gedetailleerdeDoelgroep);
  if (!d.indeling) {
    n.opmerkingen.push('DUO gaf nog geen doelgroep.');
    return;
  }
  const oud = huidig(c.feiten, 'doelgroep');
  const gewisseld = oud !== undefined && oud.inhoud.begin !== d.begindatum;
  n.feiten.push(
    ...verschil(c, oud, {
      soort: 'doelgroep',
      inhoud: {
        indeling: d.indeling.waarde,
        gedetailleerd: d.gedetailleerdeDoelgroep?.waarde,
        begin: d.begindatum,
      },
      geldigOp: hoogstens(d.begindatum ?? c.dag, c.vandaag),
      bron: 'duo',
      opvolging: gewisseld,
    }),
  );
}

function vanTermijn(c: Context, o: Opbrengst, n: Nieuws): void {
  const t = o.duo.termijn;
  if (!t) return;
  const oud = huidig(c.feiten, 'inburgeringstermijn');
  n.feiten.push(
    ...verschil(c, oud, {
      soort: 'inburgeringstermijn',
      inhoud: {
        start: t.startdatum,
        eind: t.einddatumExclusief,
        verlengingsgrond: t.verlengingsgrondomschrijving ?? t.verlengingsgrondcode,
      },
      // De termijn begint de dag na het PIP; vastgesteld is hij op de dag van de melding.
      geldigOp: c.dag,
      bron: 'duo',
      opvolging: oud?.inhoud.start === t.startdatum,
    }),
  );
}

function vanVorigPip(c: Context, o: Opbrengst, n: Nieuws): void {
  const { pip } = o.duo;
  if (!pip || pip.gemeentecode === c.gemeentecode) return;
  const { dagtekeningPip, leerroute, niveau } = pip.pip;
  nieuweWaarde(n, 'de leerroute', leerroute);
  if (!LEERROUTES.has(leerroute.waarde)) return;
  const oud = huidig(c.feiten, 'pip-vorige-gemeente');
  n.feiten.push(
    ...verschil(c, oud, {
      soort: 'pip-vorige-gemeente',
      inhoud: {
        gemeentecode: pip.gemeentecode,
        dagtekening: dagtekeningPip,
        leerroute: leerroute.waarde as 'B' | 'O' | 'Z',
        ...(niveau?.bekend ? { niveau: niveau.waarde } : {}),
      },
      geldigOp: hoogstens(dagtekeningPip, c.vandaag),
      bron: 'duo',
      opvolging: oud !== undefined && oud.inhoud.dagtekening !== dagtekeningPip,
    }),
  );
}

/** Vult `n` met wat DUO weet en het dossier nog niet. */
export function nieuwsVanDuo(c: Context, o: Opbrengst, n: Nieuws): void {
  vanPlicht(c, o, n);
  vanDoelgroep(c, o, n);
  vanTermijn(c, o, n);
  vanVorigPip(c, o, n);
  nieuwsVanExamens(c, o.duo, n);
  nieuwsVanBesluiten(c, o.duo, n);
  nieuwsVanResultaten(c, o.duo, n);
  for (const r of o.logboek) {
    if (r.melding && r.antwoord === 'ok') n.opmerkingen.push(`${r.melding}.`);
    if (r.antwoord === 'niet-bevoegd' || r.antwoord === 'geweigerd')
      n.opmerkingen.push(`DUO geeft deze gemeente geen antwoord over ${r.wat.replace('-', ' ')}.`);
    if (r.wat === 'doelgroep' && r.antwoord === 'niets')
      n.opmerkingen.push('DUO heeft nog geen doelgroep.');
  }
}
