import { inWoorden } from '../../rules/shared/tekst.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { BegeleidingFeiten } from '../../rules/stand/feiten-begeleiding.ts';

const MOMENT = { begin: 'bij het begin', voortgang: 'onderweg', eind: 'aan het eind' } as const;
const DOEL = { actief: 'Doel', bereikt: 'Doel bereikt', losgelaten: 'Doel losgelaten' } as const;
const AFSPRAAK = {
  open: 'Afgesproken',
  gedaan: 'Gedaan',
  vervallen: 'Afspraak vervallen',
} as const;
const FASE = {
  azc: 'in het azc',
  'intake-en-pip': 'tijdens intake en PIP',
  leren: 'tijdens het leren',
  meedoen: 'bij het meedoen',
} as const;
const OPVANG = {
  nodig: 'Kinderopvang nodig',
  aangevraagd: 'Kinderopvang aangevraagd',
  wachtlijst: 'Kinderopvang: op de wachtlijst',
  geplaatst: 'Kinderopvang geregeld',
  'niet-meer-nodig': 'Kinderopvang niet meer nodig',
} as const;
const BERICHT = {
  uitnodiging: 'Uitnodiging',
  herinnering: 'Herinnering',
  verzet: 'Bericht dat de afspraak is verzet',
  afgezegd: 'Bericht dat de afspraak niet doorgaat',
} as const;
const KANAAL = { brief: 'per brief', 'e-mail': 'per e-mail', sms: 'per sms' } as const;
const BEZWAAR = {
  ontvangen: 'Bezwaar ontvangen',
  bevestigd: 'Ontvangst van het bezwaar bevestigd',
  'aanvullen-gevraagd': 'Gevraagd om het bezwaar aan te vullen',
  aangevuld: 'Bezwaar aangevuld',
  hoorzitting: 'Gehoord over het bezwaar',
  verdaagd: 'Beslissing op het bezwaar verdaagd',
  beslist: 'Beslist op het bezwaar',
  ingetrokken: 'Bezwaar ingetrokken',
  beroep: 'Beroep ingesteld bij de rechtbank',
  uitspraak: 'Uitspraak van de rechtbank',
} as const;
const WENS = {
  B: 'B1-route',
  O: 'onderwijsroute',
  Z: 'Z-route',
  geen: 'geen voorkeur',
} as const;

const achter = (kop: string, rest?: string) => (rest ? `${kop}: ${rest}` : kop);

function begrepen({ antwoorden }: FeitInhoud['pip-begrepen']): string {
  const goed = antwoorden.filter((a) => a.oordeel === 'begrepen').length;
  return `Besproken of het PIP duidelijk is: ${goed} van ${antwoorden.length} vragen begrepen`;
}

const ANTWOORD = { gedaan: 'gedaan', 'lukt-niet': 'lukt niet', vraag: 'vraag' } as const;

function planAfspraak(i: FeitInhoud['plan-afspraak']): string {
  const { antwoord } = i;
  if (antwoord) {
    const tekst = antwoord.tekst ? ` – ${antwoord.tekst}` : '';
    return `Antwoord van ${i.wie.naam} op “${i.wat}”: ${ANTWOORD[antwoord.uitkomst]}${tekst}`;
  }
  const dag = i.staat === 'open' && i.uiterlijk ? `, uiterlijk ${inWoorden(i.uiterlijk)}` : '';
  return `${AFSPRAAK[i.staat]}: ${i.wat} (${i.wie.naam}${dag})`;
}

function tolkvoorkeur({ tolk, geslacht }: FeitInhoud['tolkvoorkeur']): string {
  const wie = [tolk && `vaste tolk ${tolk}`, geslacht && `liefst een ${geslacht}`].filter(Boolean);
  return wie.length > 0 ? `Tolk: ${wie.join(', ')}` : 'Geen voorkeur voor een tolk';
}

const INSTELLING: Record<FeitInhoud['instelling-gewijzigd']['wat'], string> = {
  verdwenen: 'staat niet meer op de lijst van DUO',
  'keurmerk-verloren': 'heeft een keurmerk niet meer',
  hersteld: 'staat weer met keurmerk op de lijst van DUO',
};

/** De zinnen van de feiten over begeleiding, voor de tijdlijn. */
export const BEGELEIDING_ZINNEN: {
  [S in keyof BegeleidingFeiten]: (i: FeitInhoud[S]) => string;
} = {
  meting: (i) => `Gevraagd hoe het gaat, ${MOMENT[i.moment]}`,
  'route-standpunt': (i) =>
    achter('Eigen kijk op de leerroute', i.nederlands ?? (i.wens ? WENS[i.wens] : undefined)),
  'vrije-plaats': (i) =>
    `${i.instelling}: ${i.plaatsen === 0 ? 'geen vrije plaats' : `${i.plaatsen} vrij`} voor de ${WENS[i.route]}`,
  doel: (i) => achter(DOEL[i.staat], i.nederlands || i.eigenWoorden),
  'plan-afspraak': planAfspraak,
  netwerk: (i) => `${i.naam} helpt mee als ${i.rol}${i.tot ? ` tot ${inWoorden(i.tot)}` : ''}`,
  aanspreekpunt: (i) => `Aanspreekpunt ${FASE[i.fase]}: ${i.naam}, ${i.organisatie}`,
  deling: (i) =>
    i.tot
      ? `Delen van gegevens gestopt op ${inWoorden(i.tot)}`
      : `Gegevens gedeeld: ${i.wat.join(', ')}`,
  gezinslid: (i) => `Gezinslid: ${i.naam}${i.school ? `, school ${i.school}` : ''}`,
  kinderopvang: (i) => achter(OPVANG[i.staat], i.dagdelen.join(', ')),
  weekindeling: (i) =>
    i.vervallen
      ? `Weekindeling vanaf ${inWoorden(i.vanaf)} vervalt`
      : `Week vanaf ${inWoorden(i.vanaf)}: ${i.les} uur les, ${i.werk} uur werk, ${i.participatie} uur meedoen`,
  tolkvoorkeur,
  uitnodiging: (i) => `${BERICHT[i.wat]} gestuurd ${KANAAL[i.kanaal]}`,
  'pip-begrepen': begrepen,
  bezwaar: (i) => achter(BEZWAAR[i.stap], i.uitkomst?.replace('-', ' ')),
  'pw-besluit': (i) =>
    `Besluit over verplichtingen uit de Participatiewet, dagtekening ${inWoorden(i.dagtekening)}`,
  'instelling-gewijzigd': (i) => `${i.instelling}: ${INSTELLING[i.wat]}`,
};
