import { plusDagen } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Voorstel } from '../stand/stand.ts';
import { voortgang } from '../verplichting/gesprekken.ts';
import { aangenomenDoorDuo } from '../verplichting/intake-en-pip.ts';
import type { VoorstelBasis } from './voorstellen.ts';

/** Hoeveel dagen vóór een voortgangsgesprek het op de lijst komt. */
const GESPREK_VOORAF_DAGEN = 28;

/** Voorstellen als er een geldend PIP is. */
export function naPip(basis: VoorstelBasis): Voorstel[] {
  const bijDuo = melding(basis);
  if (bijDuo.length > 0) return [...bijDuo, ...aanbodDoen(basis)];
  const af = klaar(basis);
  if (af.length > 0) return [...af, ...wachtOpTermijn(basis)];
  return [
    ...aanbodDoen(basis),
    ...gesprek(basis),
    ...pvtPlannen(basis),
    ...eindgesprekMap(basis),
    ...eindgesprekZroute(basis),
    ...wachtOpTermijn(basis),
  ];
}

function melding({ l }: VoorstelBasis): Voorstel[] {
  if (l.pipBijDuo?.inhoud.staat === 'geweigerd') {
    const fout = l.pipBijDuo.inhoud.foutteksten?.[0];
    const reden = fout ? `DUO weigert het PIP: ${fout}` : 'DUO weigert het PIP.';
    return [{ soort: 'pip-melding-herstellen', titel: 'Melding aan DUO herstellen', reden }];
  }
  if (aangenomenDoorDuo(l)) return [];
  const reden = 'Het PIP is vastgesteld en gaat naar DUO; DUO heeft nog niet geantwoord.';
  return [{ soort: 'wachten-op-duo', titel: 'Wachten op DUO', reden }];
}

/** Wi2021 art. 16: tijdig; Regeling art. 4.1 onder g: na drie maanden is er grond voor verlenging. */
function aanbodDoen({ termijnen }: VoorstelBasis): Voorstel[] {
  const t = termijnen.find((x) => x.id === 'aanbod-leerroute');
  if (!t?.laatsteDag || (t.staat !== 'loopt' && t.staat !== 'verstreken')) return [];
  const { laatsteDag, uitleg } = t;
  const reden = `Een asielstatushouder krijgt tijdig een aanbod. Is dat er na drie maanden (${inWoorden(laatsteDag)}) niet, dan kan dat een grond zijn om de termijn te verlengen.`;
  return [
    { soort: 'aanbod-doen', titel: 'Aanbod doen voor de leerroute', reden, laatsteDag, uitleg },
  ];
}

function gesprek({ l }: VoorstelBasis): Voorstel[] {
  const antwoord = voortgang(l);
  if (antwoord?.uitkomst !== 'bepaald') return [];
  const laatsteDag = antwoord.waarde.volgende;
  if (!l.klok.bereikt(plusDagen(laatsteDag, -GESPREK_VOORAF_DAGEN))) return [];
  const reden = `Volgens het ritme van de gemeente is er uiterlijk ${inWoorden(laatsteDag)} een voortgangsgesprek.`;
  return [
    {
      soort: 'voortgangsgesprek-voeren',
      titel: 'Voortgangsgesprek voeren',
      reden,
      laatsteDag,
      uitleg: antwoord.uitleg,
    },
  ];
}

function open({ verplichtingen }: VoorstelBasis, id: string): string[] | undefined {
  const v = verplichtingen.find((x) => x.id === id);
  return v?.staat === 'open' ? v.ontbreekt.map((r) => r.code) : undefined;
}

function eindeTermijn({ termijnen }: VoorstelBasis) {
  const laatsteDag = termijnen.find((t) => t.id === 'inburgeringstermijn')?.laatsteDag;
  return laatsteDag ? { laatsteDag } : {};
}

function pvtPlannen(basis: VoorstelBasis): Voorstel[] {
  const codes = open(basis, 'pvt');
  if (!codes) return [];
  const reden = codes.includes('pvt-uren')
    ? 'Het participatieverklaringstraject is nog niet af.'
    : 'De uren van het PVT zijn gevolgd; plan de ondertekening.';
  return [{ soort: 'pvt-plannen', titel: 'PVT plannen', reden, ...eindeTermijn(basis) }];
}

function eindgesprekMap(basis: VoorstelBasis): Voorstel[] {
  const codes = open(basis, 'module-map');
  if (!codes || codes.includes('map-uren')) return [];
  const reden = 'De uren praktijk zijn gedaan; voer het eindgesprek van de MAP.';
  return [
    {
      soort: 'map-eindgesprek-plannen',
      titel: 'Eindgesprek MAP plannen',
      reden,
      ...eindeTermijn(basis),
    },
  ];
}

function eindgesprekZroute(basis: VoorstelBasis): Voorstel[] {
  if (!open(basis, 'zroute-eindgesprek')) return [];
  if (open(basis, 'zroute-taal') || open(basis, 'zroute-participatie')) return [];
  const reden = 'De uren van de Z-route zijn gehaald; voer zelf het eindgesprek.';
  return [
    {
      soort: 'zroute-eindgesprek-plannen',
      titel: 'Eindgesprek Z-route plannen',
      reden,
      ...eindeTermijn(basis),
    },
  ];
}

function klaar(basis: VoorstelBasis): Voorstel[] {
  const nog = basis.verplichtingen.some(
    (v) => v.id !== 'voortgangsgesprekken' && (v.staat === 'open' || v.staat === 'onbekend'),
  );
  if (nog) return [];
  const reden = 'Alle onderdelen zijn gehaald; vraag bij DUO na of de plicht is voldaan.';
  return [{ soort: 'afronden', titel: 'Nagaan bij DUO of de plicht is voldaan', reden }];
}

function wachtOpTermijn({ l }: VoorstelBasis): Voorstel[] {
  if (l.g.laatste('inburgeringstermijn')) return [];
  const reden = 'DUO nam het PIP aan en stelt nu de inburgeringstermijn vast (SS102).';
  return [{ soort: 'wachten-op-duo', titel: 'Wachten op de termijn van DUO', reden }];
}
