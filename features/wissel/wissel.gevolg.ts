import { examenOnderdelen } from '../../rules/examen/examen-onderdelen.ts';
import { gratisPogingenOver, hoogGenoeg } from '../../rules/examen/pogingen.ts';
import { schakelVerrekening } from '../../rules/leerroute/schakel-verrekening.ts';
import { BEKOSTIGING } from '../../rules/leerroute/toegang-leerroute.ts';
import { EXAMENONDERDELEN } from '../../rules/leerroute/velden.ts';
import { afwegingFeiten } from '../../rules/leerroute-afweging/lees-afweging.ts';
import { pipWijziging } from '../../rules/pip-wijziging/pip-wijziging.ts';
import { uitslagen } from '../../rules/verplichting/examens.ts';
import { urenVan } from '../../rules/verplichting/uren.ts';
import { weekFeiten } from '../../rules/week/lees-week.ts';
import { weekHaalbaar } from '../../rules/week/week-haalbaar.ts';
import { doelroute, examenFeiten, termijnVan, type Zaak } from './wissel.feiten.ts';
import type { Gevolg } from './wissel.schema.ts';

/** Niveau van het examen na de wissel. */
const niveauNa = ({ naar }: Zaak) => (naar === 'A2' ? 'A2' : 'B1');

const afwegingVan = ({ l, pip, beleid, vandaag }: Zaak) =>
  afwegingFeiten(l, pip.inhoud.inhoud, beleid, vandaag);

function termijn({ l }: Zaak): Gevolg['termijn'] {
  const t = termijnVan(l);
  return t ? { begin: t.begin, laatsteDag: t.laatsteDag, van: t.van, uitleg: t.uitleg() } : null;
}

/** Wat een wijziging van het PIP met zich brengt; de laatste stap zegt dat de termijn niet opnieuw begint. */
function besluit(z: Zaak): Gevolg['besluit'] {
  const onderdeel = z.naar === 'A2' ? 'afschalen naar A2' : 'leerroute';
  const antwoord = pipWijziging({ wijzigingen: [{ onderdeel }], leerroute: doelroute(z) });
  return (antwoord.uitleg().stappen ?? []).map(({ titel, uitkomst, grondslag }) => ({
    tekst: titel,
    uitkomst: uitkomst ?? '',
    grondslag: grondslag ?? null,
  }));
}

function telt(z: Zaak): Gevolg['telt'] {
  if (z.naar === 'A2') return null;
  const uren = urenVan(z.l, 'taal-en-knm');
  const antwoord = schakelVerrekening(
    {
      vanLeerroute: z.pip.inhoud.inhoud.leerroute,
      naarLeerroute: z.naar,
      gevolgdeCursusuren: uren.bekend ? uren.totaal : undefined,
    },
    { gevolgdeCursusuren: uren.feiten()[0] },
  );
  const uitleg = antwoord.uitleg();
  return {
    uitkomst: alsZin(uitleg.uitkomst ?? ''),
    stappen: (uitleg.stappen ?? []).map(({ titel, uitkomst }) =>
      uitkomst ? `${titel}: ${uitkomst}` : titel,
    ),
    uitleg,
  };
}

const alsZin = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

function examens(z: Zaak): Gevolg['examens'] {
  const antwoord = examenOnderdelen({
    leerroute: doelroute(z),
    niveau: niveauNa(z),
    uitslagen: uitslagen(z.l),
  });
  const open =
    antwoord.uitkomst === 'bepaald'
      ? antwoord.waarde.onderdelen.filter((o) => !o.behaald && !o.vrijgesteld)
      : undefined;
  return {
    gehaald: examenFeiten(z.l).filter((f) => f.waarde === 'geslaagd'),
    nogTeHalen:
      open?.map(({ onderdeel, niveau }) => (niveau ? `${onderdeel} op ${niveau}` : onderdeel)) ??
      null,
    uitleg: antwoord.uitleg(),
  };
}

function lessen(z: Zaak): Gevolg['lessen'] {
  const feiten = weekFeiten(z.l, z.pip.inhoud.inhoud, z.beleid, z.vandaag, doelroute(z));
  const les = feiten && weekHaalbaar(feiten).delen.find((d) => d.id === 'les');
  if (!les) return null;
  const { nodig, gedaan, teGaan, perWeekNodig, grondslag } = les;
  return { nodig, gedaan, teGaan, perWeekNodig: perWeekNodig ?? null, grondslag };
}

function plaatsen(z: Zaak): Gevolg['plaatsen'] {
  return afwegingVan(z)
    .vrijePlaatsen.filter((p) => p.waarde.route === doelroute(z))
    .map(({ waarde, bron, datum }) => ({
      instelling: waarde.instelling,
      plaatsen: waarde.plaatsen,
      vanaf: waarde.vanaf ?? null,
      bron,
      op: datum ?? null,
    }));
}

/** Alleen wat de regels over geld weten: wie de lessen regelt en welke pogingen gratis blijven. */
function geld(z: Zaak): Gevolg['geld'] {
  const { doelgroep } = afwegingVan(z);
  if (!doelgroep) return { lessen: null, gratisPogingen: null };
  const route = doelroute(z);
  const niveauPip = niveauNa(z);
  const alle = uitslagen(z.l);
  const over = (pogingen: typeof alle) =>
    gratisPogingenOver(doelgroep, route, pogingen, { niveauPip });
  const behaald = new Set(
    alle
      .filter((u) => u.resultaat === 'Geslaagd' && hoogGenoeg(u.niveau, niveauPip))
      .map((u) => u.onderdeel),
  );
  const [ooit, nu] = [over([]), over(alle.filter((u) => u.resultaat !== 'Geen'))];
  const rijen = EXAMENONDERDELEN.filter((o) => ooit[o] > 0 && !behaald.has(o)).map((onderdeel) => ({
    onderdeel,
    over: nu[onderdeel],
  }));
  // In de Z-route hangt het af van een afspraak die hier niet is vastgelegd.
  const onbekend = route === 'Z' && doelgroep === 'Asielstatushouder';
  return { lessen: BEKOSTIGING[doelgroep], gratisPogingen: onbekend ? null : rijen };
}

/** Wat een wissel betekent voor termijn, lessen, examens, plaatsen en geld. */
export const gevolgVan = (z: Zaak): Gevolg => ({
  termijn: termijn(z),
  besluit: besluit(z),
  telt: telt(z),
  examens: examens(z),
  lessen: lessen(z),
  plaatsen: plaatsen(z),
  geld: geld(z),
});
