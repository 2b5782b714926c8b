import { plusDagen, plusMaanden, plusWeken } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from './lezing.ts';
import type { Signaal, Termijn } from './stand.ts';

/** Wat opvalt: te late en bijna te late termijnen, en gegevens die ontbreken of elkaar tegenspreken. */
export function bepaalSignalen(l: Lezing, termijnen: Termijn[]): Signaal[] {
  const altijd = [...beschermd(l), ...doelgroep(l)];
  if (l.toestand.waarde !== 'actief') return altijd;
  const pip = termijnen.find((t) => t.id === 'pip-termijn');
  const inburgering = termijnen.find((t) => t.id === 'inburgeringstermijn');
  return [
    ...(pip ? pipSignalen(l, pip) : []),
    ...duoWeigert(l),
    ...(inburgering ? eindeNadert(l, inburgering) : []),
    ...aanbodOntbreekt(l),
    ...oproepGemist(l),
    ...derden(l),
    ...zelfdeRoute(l),
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
  if (t.staat === 'verstreken') {
    return [
      { id: 'pip-te-laat', ernst: 'te-laat', tekst: `Het PIP had er op ${dag} moeten zijn.` },
    ];
  }
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

function duoWeigert(l: Lezing): Signaal[] {
  if (l.pipBijDuo?.inhoud.staat !== 'geweigerd') return [];
  return [{ id: 'pip-geweigerd', ernst: 'te-laat', tekst: 'DUO heeft het PIP geweigerd.' }];
}

/** Maanden vóór het einde van de inburgeringstermijn waarop wordt gewaarschuwd. */
const RADAR_MAANDEN = [2, 3, 6];

function eindeNadert(l: Lezing, t: Termijn): Signaal[] {
  if (!t.laatsteDag || t.staat === 'gehaald') return [];
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
function aanbodOntbreekt(l: Lezing): Signaal[] {
  const dagtekening = l.eersteEigenPip?.inhoud.dagtekening;
  if (!dagtekening || l.doelgroep.waarde !== 'asielstatushouder') return [];
  if (l.g.laatste('aanbod')) return [];
  const uiterlijk = plusMaanden(dagtekening, 3);
  if (!l.klok.bereikt(plusDagen(uiterlijk, 1))) return [];
  const tekst = `Geen aanbod binnen drie maanden na het PIP (${inWoorden(uiterlijk)}): grond voor verlenging.`;
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
  return l.g
    .alle('derde-informatie')
    .filter((f) => {
      const op = f.inhoud.ontvangenOp;
      return f.inhoud.onmisbaar && !(op && l.klok.bereikt(op));
    })
    .map((f) => ({
      id: 'wacht-op-derde',
      ernst: 'ter-info' as const,
      tekst: `Wacht op onmisbare inlichtingen van ${f.inhoud.van}.`,
    }));
}

/** Wi2021 art. 15 lid 4: de nieuwe gemeente neemt de leerroute over. */
function zelfdeRoute(l: Lezing): Signaal[] {
  if (!l.vorigePip || l.eersteEigenPip) return [];
  const tekst = `PIP van de vorige gemeente: neem leerroute ${l.vorigePip.inhoud.leerroute} over.`;
  return [{ id: 'zelfde-leerroute', ernst: 'ter-info', tekst }];
}

function beschermd(l: Lezing): Signaal[] {
  if (!l.g.laatste('persoon')?.inhoud.geheimhouding) return [];
  const tekst = 'Geheimhouding: geef het adres aan niemand door.';
  return [{ id: 'geheimhouding', ernst: 'let-op', tekst }];
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
