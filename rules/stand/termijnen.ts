import { bezwaartermijn } from '../bezwaar/bezwaartermijn.ts';
import { inburgeringstermijn } from '../inburgeringstermijn/inburgeringstermijn.ts';
import { pipTermijn } from '../pip/pip-termijn.ts';
import { plusDagen } from '../shared/datum.ts';
import { gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import { inWoorden } from '../shared/tekst.ts';
import { latereTermijnen } from '../vooruitblik/termijnen.ts';
import { uitFeit } from './geldend.ts';
import type { Lezing } from './lezing.ts';
import type { Termijn } from './stand.ts';

/** Alle termijnen die voor dit dossier lopen, liepen of zullen lopen. */
export function bepaalTermijnen(l: Lezing): Termijn[] {
  const { waarde, voldaan } = l.toestand;
  if (waarde !== 'beeindigd') {
    const termijn = inburgering(l);
    return [pip(l), termijn, ...bezwaar(l), ...oproep(l), ...latereTermijnen(l, termijn)];
  }
  // Eindigde de plicht vóór het eerste PIP, dan hoeft er geen PIP meer te komen; eindigde zij zonder dat
  // eraan is voldaan, dan loopt er ook geen inburgeringstermijn meer.
  return [
    ...(l.eersteEigenPip ? [pip(l)] : []),
    ...(voldaan ? [inburgering(l)] : []),
    ...bezwaar(l),
  ];
}

/** Zonder plicht geen termijn: tijdens een tijdelijke vrijstelling lopen de tien weken niet ('afgeleid'). */
function pipRust(l: Lezing): Termijn {
  return {
    id: 'pip-termijn',
    naam: 'Tien weken voor het PIP',
    staat: 'nog-niet-begonnen',
    uitleg: () => ({
      titel: 'Laatste dag om het PIP vast te stellen',
      uitkomst: 'de plicht rust',
      grondslag: grondslag('inburgeringsplicht', 'wet', 'art. 4', {
        zekerheid: 'afgeleid',
        toelichting: 'De wet kent geen opschorting; zonder plicht is er geen PIP vast te stellen.',
      }),
      stappen: [l.toestand.uitleg()],
      zouWijzigenAls: ['DUO meldt dat de vrijstelling is ingetrokken (SS129)'],
    }),
  };
}

function pip(l: Lezing): Termijn {
  if (l.toestand.waarde === 'gepauzeerd' && !l.eersteEigenPip) return pipRust(l);
  const { klok } = l;
  const antwoord = pipTermijn({
    kennisgeving: l.kennisgeving,
    inschrijving: l.inschrijving,
    doelgroep: l.doelgroepBijInschrijving.waarde,
    gezinslid: l.doelgroepBijInschrijving.gezinslid,
    inAzc: l.inAzc || l.uitOpvang,
    woningNaAzc: l.woningNaAzc,
    verhuisd: l.verhuisd,
    vorigePip: uitFeit(l.vorigePip, (v) => v.dagtekening),
    derden: l.g.alle('derde-informatie').map((f) => {
      const { van, onmisbaar, ontvangenOp } = f.inhoud;
      const ontvangen = ontvangenOp && klok.bereikt(ontvangenOp) ? { ontvangenOp } : {};
      return { van, onmisbaar, gevraagdOp: gegeven(f, f.geldigOp), ...ontvangen };
    }),
    extraVrijeDagen: l.beleid.extraVrijeDagen,
  });
  const basis = { id: 'pip-termijn' as const, naam: 'Tien weken voor het PIP' };
  if (antwoord.uitkomst !== 'bepaald') {
    const staat = antwoord.uitkomst === 'onbekend' ? 'onbekend' : 'nog-niet-begonnen';
    return { ...basis, staat, uitleg: antwoord.uitleg };
  }
  const { na, begin, laatsteDag } = antwoord.waarde;
  return { ...basis, begin, laatsteDag, staat: staat(), uitleg: antwoord.uitleg };

  function staat(): Termijn['staat'] {
    const gedaan = l.eersteEigenPip?.inhoud.dagtekening;
    if (gedaan) return gedaan <= laatsteDag ? 'gehaald' : 'te-laat-gehaald';
    if (klok.bereikt(plusDagen(laatsteDag, 1))) return 'verstreken';
    return klok.bereikt(na) ? 'loopt' : 'nog-niet-begonnen';
  }
}

function inburgering(l: Lezing): Termijn {
  const antwoord = inburgeringstermijn({
    eerstePip: l.allereerstePip,
    duo: uitFeit(l.g.laatste('inburgeringstermijn'), (i) => i),
  });
  const basis = { id: 'inburgeringstermijn' as const, naam: 'Inburgeringstermijn' };
  if (antwoord.uitkomst !== 'bepaald') {
    return { ...basis, staat: 'nog-niet-begonnen', uitleg: antwoord.uitleg };
  }
  const { begin, laatsteDag, eind, van } = antwoord.waarde;
  return { ...basis, begin, laatsteDag, staat: staat(), uitleg: antwoord.uitleg };

  function staat(): Termijn['staat'] {
    if (l.toestand.voldaan) return 'gehaald';
    if (l.klok.bereikt(eind)) return 'verstreken';
    if (van === 'prognose') return 'prognose';
    return l.klok.bereikt(begin) ? 'loopt' : 'nog-niet-begonnen';
  }
}

function bezwaar(l: Lezing): Termijn[] {
  if (!l.pip) return [];
  const t = bezwaartermijn(gegeven(l.pip, l.pip.inhoud.bekendgemaaktOp), l.beleid.extraVrijeDagen);
  const verstreken = l.klok.bereikt(plusDagen(t.laatsteDag, 1));
  const bekend = l.klok.bereikt(l.pip.inhoud.bekendgemaaktOp);
  return [
    {
      id: 'bezwaartermijn-pip',
      naam: 'Bezwaar tegen het PIP',
      begin: t.begin,
      laatsteDag: t.laatsteDag,
      staat: verstreken ? 'verstreken' : bekend ? 'loopt' : 'nog-niet-begonnen',
      uitleg: t.uitleg,
    },
  ];
}

/** De termijn van de laatste oproep; die stelt het college zelf, dus hij schuift niet door. */
function oproep(l: Lezing): Termijn[] {
  const laatste = l.intake.oproepen.at(-1);
  if (!laatste) return [];
  const { uiterlijk, herhaling } = laatste.feit.inhoud;
  const verstreken = l.klok.bereikt(plusDagen(uiterlijk, 1));
  return [
    {
      id: 'oproep-termijn',
      naam: herhaling ? 'Termijn van de herhaalde oproep' : 'Termijn van de oproep',
      begin: laatste.feit.geldigOp,
      laatsteDag: uiterlijk,
      staat: laatste.uitkomst === 'verschenen' ? 'gehaald' : verstreken ? 'verstreken' : 'loopt',
      uitleg: () => ({
        titel: 'Laatste dag om te verschijnen',
        uitkomst: inWoorden(uiterlijk),
        grondslag: grondslag('oproep-ladder', 'wet', 'art. 14 lid 1'),
        stappen: [{ titel: 'Door de gemeente in de oproep gesteld' }],
        zouWijzigenAls: ['de gemeente een nieuwe oproep stuurt'],
      }),
    },
  ];
}
