import { oproepLadder } from '../brede-intake/oproep-ladder.ts';
import type { Verklaring } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { GelezenAfspraak } from '../stand/lezing-intake.ts';
import type { Verplichting, Voorstel } from '../stand/stand.ts';
import type { VoorstelBasis } from './voorstellen.ts';

type Context = VoorstelBasis & { uiterlijk: Datum | undefined; dag: string };

/** Voorstellen zolang er geen geldend PIP is: intake plannen, voeren, afronden en het PIP opstellen. */
export function voorPip(basis: VoorstelBasis): Voorstel[] {
  const pip = basis.termijnen.find((t) => t.id === 'pip-termijn');
  const open = pip && (pip.staat === 'loopt' || pip.staat === 'verstreken');
  const uiterlijk = open ? pip.laatsteDag : undefined;
  const dag = uiterlijk ? ` Het PIP moet er uiterlijk ${inWoorden(uiterlijk)} zijn.` : '';
  const c: Context = { ...basis, uiterlijk, dag };
  const intake = c.verplichtingen.find((v) => v.id === 'brede-intake');
  if (intake && intake.staat !== 'open') return [pipVoorstel(c)];
  return [...intakeVoorstel(c, intake), ...toetsVoorstel(c)];
}

function maak(c: Context, v: Omit<Voorstel, 'laatsteDag'>): Voorstel {
  return c.uiterlijk ? { ...v, laatsteDag: c.uiterlijk } : v;
}

function pipVoorstel(c: Context): Voorstel {
  const { l } = c;
  const concept = l.g.laatste('pip-concept');
  if (concept?.inhoud.klaar && !isVerwerkt(l, concept.inhoud.pipId)) {
    const reden = `Het PIP ligt klaar om vast te stellen, opgesteld door ${concept.inhoud.opgesteldDoor}.${c.dag}`;
    return maak(c, { soort: 'pip-vaststellen', titel: 'PIP vaststellen', reden });
  }
  const begin = l.vorigePip
    ? 'Hierheen verhuisd met een PIP: stel een nieuw PIP vast met dezelfde leerroute.'
    : l.eersteEigenPip
      ? 'Het PIP is ingetrokken.'
      : 'De brede intake is afgerond.';
  // DUO weigert een dagtekening van vóór de vestiging (PIP-3).
  const wacht = c.l.inAzc ? ' Vaststellen kan pas na inschrijving in deze gemeente.' : '';
  const reden = `${begin}${c.dag}${wacht}`;
  return maak(c, { soort: 'pip-opstellen', titel: 'PIP opstellen', reden });
}

function isVerwerkt(l: Lezing, pipId: string): boolean {
  return l.g.alle('pip-vastgesteld').some((p) => p.inhoud.pipId === pipId);
}

function intakeVoorstel(c: Context, intake: Verplichting | undefined): Voorstel[] {
  const gesprekken = c.l.intake.gesprekken;
  const gepland = gesprekken.find((a) => !a.uitkomst);
  if (gepland) return [voeren(c, gepland.datum)];
  const laatste = gesprekken.at(-1);
  const ladder = oproepLadder(c.l.intake.oproepen.map((o) => o.uitkomst));
  switch (ladder.stap) {
    case 'afronden-zonder-persoon':
      return [zonderPersoon(c, ladder)];
    case 'waarschuwen-en-herhalen':
    case 'boete-afwegen-en-herhalen':
      return [herhalen(c, laatste?.datum, ladder.tekst, ladder.uitleg)];
    case 'wachten':
      return [plannen(c, undefined, true)];
    default:
      return [zonderLadder(c, laatste, intake)];
  }
}

/** Geen lopende of gemiste oproep: dan telt hoe het laatste gesprek afliep. */
function zonderLadder(
  c: Context,
  laatste: GelezenAfspraak | undefined,
  intake: Verplichting | undefined,
): Voorstel {
  if (laatste?.uitkomst === 'niet-verschenen') {
    return herhalen(c, laatste.datum, 'Vraag naar de reden en roep opnieuw op, met een termijn.');
  }
  const begonnen = laatste?.uitkomst === 'verschenen' || c.l.intake.begonnen;
  return begonnen ? afronden(c, intake) : plannen(c, laatste?.datum, false);
}

function zonderPersoon(c: Context, ladder: ReturnType<typeof oproepLadder>): Voorstel {
  const titel = 'Intake afronden zonder de persoon';
  return maak(c, { soort: 'intake-afronden', titel, reden: ladder.tekst, uitleg: ladder.uitleg });
}

/** Is de dag van het gesprek voorbij, dan vraagt het voorstel om de uitkomst. */
function voeren(c: Context, datum: Datum): Voorstel {
  const voorbij = c.l.klok.bereikt(datum);
  const reden = voorbij
    ? `Het intakegesprek was gepland op ${inWoorden(datum)}; leg vast of de persoon er was.`
    : `Het intakegesprek is op ${inWoorden(datum)}.${c.dag}`;
  return { soort: 'intake-voeren', titel: 'Intakegesprek voeren', reden, laatsteDag: datum };
}

function herhalen(
  c: Context,
  datum: Datum | undefined,
  hoe: string,
  uitleg?: Verklaring,
): Voorstel {
  const gemist = datum
    ? `Niet verschenen op ${inWoorden(datum)}.`
    : 'Niet verschenen op de oproep.';
  return maak(c, {
    soort: 'oproep-herhalen',
    titel: 'Opnieuw oproepen',
    reden: `${gemist} ${hoe}`,
    ...(uitleg ? { uitleg } : {}),
  });
}

function afronden(c: Context, intake: Verplichting | undefined): Voorstel {
  const mist = (intake?.ontbreekt ?? []).filter((r) => r.code !== 'intake-afronden');
  const reden =
    mist.length === 0
      ? `Alle onderdelen van de intake zijn vastgelegd.${c.dag}`
      : `Nog ${mist.length} ${mist.length === 1 ? 'onderdeel' : 'onderdelen'} van de intake te doen.${c.dag}`;
  return maak(c, { soort: 'intake-afronden', titel: 'Intake afronden', reden });
}

function plannen(c: Context, afgezegdOp: Datum | undefined, opgeroepen: boolean): Voorstel {
  const begin = afgezegdOp
    ? `De afspraak van ${inWoorden(afgezegdOp)} is afgezegd.`
    : opgeroepen
      ? 'De oproep is verstuurd; er is nog geen afspraak.'
      : 'Er is nog geen afspraak voor de brede intake.';
  return maak(c, {
    soort: 'intake-plannen',
    titel: 'Brede intake plannen',
    reden: `${begin}${c.dag}`,
  });
}

/** De toets wordt voorgesteld zodra er een intakegesprek is gepland of gevoerd. */
function toetsVoorstel(c: Context): Voorstel[] {
  const toets = c.verplichtingen.find((v) => v.id === 'leerbaarheidstoets');
  if (toets?.staat !== 'open') return [];
  const { gesprekken, toetsAfspraken } = c.l.intake;
  const begonnen = gesprekken.some((a) => !a.uitkomst || a.uitkomst === 'verschenen');
  const aangemeld = c.l.g.alle('duo-gebeurtenis').some((f) => f.inhoud.gebeurtenisId === 'SS137');
  const gepland = toetsAfspraken.some((a) => !a.uitkomst || a.uitkomst === 'verschenen');
  if (!begonnen || gepland || aangemeld) return [];
  return [
    maak(c, {
      soort: 'leerbaarheidstoets-plannen',
      titel: 'Leerbaarheidstoets plannen',
      reden: `Er is nog geen uitslag van de leerbaarheidstoets.${c.dag}`,
    }),
  ];
}
