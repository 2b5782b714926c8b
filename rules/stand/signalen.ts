import { metingSignalen } from '../begeleiding/meetmomenten.ts';
import { begripSignalen } from '../begeleiding/pip-begrip.ts';
import { planSignalen } from '../begeleiding/plan-signalen.ts';
import { toegangEindigt } from '../gegevens/toegang-eindigt.ts';
import { ROUTE_NAAM } from '../pip/pip-inhoud.ts';
import { type Datum, plusMaanden, plusWeken } from '../shared/datum.ts';
import { inWoorden, opsomming } from '../shared/tekst.ts';
import { vooruitblik } from '../vooruitblik/signalen.ts';
import type { Lezing } from './lezing.ts';
import { brpWijzigingen, heeftGeheimhouding } from './signaal/brp-wijzigingen.ts';
import { instellingGewijzigd } from './signaal/instelling-gewijzigd.ts';
import { meldingenGeweigerd } from './signaal/meldingen-duo.ts';
import type { Signaal, Termijn } from './stand.ts';

/** Wat opvalt: te late en bijna te late termijnen, en gegevens die ontbreken of elkaar tegenspreken. */
export function bepaalSignalen(l: Lezing, termijnen: Termijn[]): Signaal[] {
  const altijd = [...beschermd(l), ...inBrp(l), ...toegangEindigt(l), ...doelgroep(l)];
  if (l.toestand.waarde !== 'actief') return altijd;
  const pip = termijnen.find((t) => t.id === 'pip-termijn');
  const inburgering = termijnen.find((t) => t.id === 'inburgeringstermijn');
  return [
    ...naVrijstelling(l),
    ...(pip ? pipSignalen(l, pip) : []),
    ...pipVoorPlicht(l),
    ...duoWeigert(l),
    ...meldingenGeweigerd(l.g),
    ...instellingGewijzigd(l),
    ...(inburgering ? eindeNadert(l, inburgering) : []),
    ...aanbodOntbreekt(termijnen),
    ...oproepGemist(l),
    ...derden(l),
    ...zelfdeRoute(l),
    ...vooruitblik(l, termijnen),
    ...planSignalen(l),
    ...begripSignalen(l),
    ...metingSignalen(l),
    ...altijd,
  ];
}

function pipSignalen(l: Lezing, t: Termijn): Signaal[] {
  if (t.staat === 'onbekend') {
    const tekst = 'De laatste dag voor het PIP is nog niet te bepalen.';
    return [{ id: 'pip-termijn-onbekend', ernst: 'let-op', tekst }];
  }
  if (!t.laatsteDag) return [];
  const dag = inWoorden(t.laatsteDag);
  if (t.staat === 'verstreken') return pipVerstreken(l, t.laatsteDag);
  if (t.staat !== 'loopt') return [];
  const signalen: Signaal[] = [];
  const bereikt = l.beleid.waarschuwWekenPip
    .toSorted((a, b) => a - b)
    .find((weken) => t.laatsteDag && l.klok.bereikt(plusWeken(t.laatsteDag, -weken)));
  if (bereikt !== undefined) {
    const weken = bereikt === 1 ? '1 week' : `${bereikt} weken`;
    const tekst = `Nog ten hoogste ${weken} voor het PIP: uiterlijk ${dag}.`;
    signalen.push({ id: 'pip-bijna', ernst: 'let-op', tekst });
  }
  const gesprek = l.intake.gesprekken.find((a) => !a.uitkomst);
  if (gesprek && gesprek.datum > t.laatsteDag) {
    const tekst = `Het intakegesprek is pas na de laatste dag voor het PIP (${dag}).`;
    signalen.push({ id: 'afspraak-na-termijn', ernst: 'let-op', tekst });
  }
  return signalen;
}

/** Wacht het PIP nog op onmisbare inlichtingen, dan is het niet te laat: twee weken na ontvangst. */
function pipVerstreken(l: Lezing, laatsteDag: Datum): Signaal[] {
  if (naVrijstelling(l).length > 0) return [];
  const dag = inWoorden(laatsteDag);
  const wachtOp = openBijDerden(l)
    .filter((f) => f.geldigOp <= laatsteDag)
    .map((f) => f.inhoud.van);
  if (wachtOp.length > 0) {
    const tekst = `De tien weken liepen tot en met ${dag}. Het PIP wacht op onmisbare inlichtingen van ${opsomming(wachtOp)}: stel het vast binnen twee weken na ontvangst.`;
    return [{ id: 'pip-wacht-op-derde', ernst: 'let-op', tekst }];
  }
  return [{ id: 'pip-te-laat', ernst: 'te-laat', tekst: `Het PIP had er op ${dag} moeten zijn.` }];
}

/**
 * Een tijdelijke vrijstelling van na de kennisgeving: of de tien weken dan opnieuw beginnen is niet geregeld.
 * DUO weet of er een nieuwe kennisgeving is.
 */
function naVrijstelling(l: Lezing): Signaal[] {
  const { kennisgeving } = l;
  if (!kennisgeving || l.eersteEigenPip) return [];
  const vrijgesteld =
    l.g
      .alle('duo-gebeurtenis')
      .some((f) => f.inhoud.gebeurtenisId === 'SS109' && f.geldigOp > kennisgeving.waarde) ||
    l.g
      .alle('inburgeringsplicht')
      .some(
        (f) =>
          f.inhoud.redenGeenPlicht === 'Tijdelijke vrijstelling' &&
          f.geldigOp > kennisgeving.waarde,
      );
  if (!vrijgesteld) return [];
  const tekst = `De tijdelijke vrijstelling is voorbij. Vraag DUO of er een nieuwe kennisgeving is; de tien weken zijn nu geteld met die van ${inWoorden(kennisgeving.waarde)}.`;
  return [{ id: 'kennisgeving-na-vrijstelling', ernst: 'let-op', tekst }];
}

/** Na een onderbreking van meer dan een jaar ontstaat de plicht opnieuw; DUO weet of het oude PIP nog telt. */
function pipVoorPlicht(l: Lezing): Signaal[] {
  const begin = l.g.alle('inburgeringsplicht').findLast((f) => f.inhoud.begin)?.inhoud.begin;
  const dagtekening = l.pip?.inhoud.dagtekening;
  if (!begin || !dagtekening || dagtekening >= begin) return [];
  const tekst = `Het PIP is van vóór het begin van de huidige plicht (${inWoorden(begin)}). Vraag DUO of het nog geldt.`;
  return [{ id: 'pip-voor-plicht', ernst: 'let-op', tekst }];
}

function duoWeigert(l: Lezing): Signaal[] {
  if (l.pipBijDuo?.inhoud.staat !== 'geweigerd') return [];
  return [{ id: 'pip-geweigerd', ernst: 'te-laat', tekst: 'DUO heeft het PIP geweigerd.' }];
}

/** Maanden vóór het einde van de inburgeringstermijn waarop wordt gewaarschuwd. */
const RADAR_MAANDEN = [2, 3, 6];

function eindeNadert(l: Lezing, t: Termijn): Signaal[] {
  if (!t.laatsteDag) return [];
  const dag = inWoorden(t.laatsteDag);
  if (t.staat === 'verstreken') {
    const tekst = `De inburgeringstermijn liep tot en met ${dag}.`;
    return [{ id: 'termijn-verstreken', ernst: 'te-laat', tekst }];
  }
  const einde = t.laatsteDag;
  const maanden = RADAR_MAANDEN.find((m) => l.klok.bereikt(plusMaanden(einde, -m)));
  if (maanden === undefined) return [];
  const tekst = `De inburgeringstermijn eindigt binnen ${maanden} maanden: ${dag}.`;
  return [{ id: `termijn-eindigt-${maanden}`, ernst: 'let-op', tekst }];
}

/** Regeling inburgering 2021 art. 4.1 onder g: na drie maanden zonder aanbod is er grond voor verlenging. */
function aanbodOntbreekt(termijnen: Termijn[]): Signaal[] {
  const t = termijnen.find((x) => x.id === 'aanbod-leerroute');
  if (t?.staat !== 'verstreken' || !t.laatsteDag) return [];
  const tekst = `Geen aanbod binnen drie maanden na het PIP (tot en met ${inWoorden(t.laatsteDag)}). Dat kan voor DUO een grond zijn om de inburgeringstermijn te verlengen.`;
  return [{ id: 'aanbod-ontbreekt', ernst: 'te-laat', tekst }];
}

function oproepGemist(l: Lezing): Signaal[] {
  const laatste = l.intake.oproepen.at(-1);
  if (l.intake.afgerond || l.eersteEigenPip || laatste?.uitkomst !== 'niet-verschenen') return [];
  const tekst = 'Niet verschenen na de laatste oproep voor de brede intake.';
  return [{ id: 'oproep-gemist', ernst: 'let-op', tekst }];
}

function derden(l: Lezing): Signaal[] {
  if (l.eersteEigenPip) return [];
  return openBijDerden(l).map((f) => ({
    id: 'wacht-op-derde',
    ernst: 'ter-info' as const,
    tekst: `Wacht op onmisbare inlichtingen van ${f.inhoud.van}.`,
  }));
}

function openBijDerden(l: Lezing) {
  return l.g.alle('derde-informatie').filter((f) => {
    const op = f.inhoud.ontvangenOp;
    return f.inhoud.onmisbaar && !(op && l.klok.bereikt(op));
  });
}

/** Wi2021 art. 15 lid 4: de nieuwe gemeente neemt de leerroute over. */
function zelfdeRoute(l: Lezing): Signaal[] {
  if (!l.vorigePip || l.eersteEigenPip) return [];
  const tekst = `Er is een PIP van de vorige gemeente: neem de ${ROUTE_NAAM[l.vorigePip.inhoud.leerroute]} over.`;
  return [{ id: 'zelfde-leerroute', ernst: 'ter-info', tekst }];
}

function beschermd(l: Lezing): Signaal[] {
  if (!heeftGeheimhouding(l.g)) return [];
  const tekst = 'Geheimhouding: geef het adres aan niemand door.';
  return [{ id: 'geheimhouding', ernst: 'let-op', tekst }];
}

function inBrp(l: Lezing): Signaal[] {
  return brpWijzigingen(l.g).map(({ wat, ernst, tekst, voorstel }) => ({
    id: `brp-wijziging-${wat}`,
    ernst,
    tekst: `${tekst} ${voorstel}`,
  }));
}

function doelgroep(l: Lezing): Signaal[] {
  if (l.toestand.waarde !== 'actief') return [];
  if (l.doelgroep.waarde === 'onbekend') {
    const tekst = 'De doelgroep is nog niet bekend; het aanbod hangt ervan af.';
    return [{ id: 'doelgroep-onbekend', ernst: 'let-op', tekst }];
  }
  const indeling = l.g.laatste('doelgroep')?.inhoud.indeling;
  if (l.doelgroep.waarde === 'asielstatushouder' && indeling !== 'Asielstatushouder') {
    const tekst = 'DUO’s indeling en gedetailleerde doelgroep verschillen; vraag DUO welke klopt.';
    return [{ id: 'doelgroep-tegenstrijdig', ernst: 'let-op', tekst }];
  }
  return [];
}
