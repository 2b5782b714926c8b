import type { OnderdeelId } from '../../../rules/brede-intake/onderdelen.ts';
import type { LeerrouteAfweging } from '../../../rules/leerroute-afweging/leerroute-afweging.ts';
import type { Punt } from '../../../rules/leerroute-afweging/soorten.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { herkomstVan } from '../../../rules/shared/gegeven.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import type { BronVeld, PipBron } from '../pip.schema.ts';

/** Bij welk veld een onderdeel van de intake hoort; gezondheid staat apart en komt hier nooit. */
const BIJ_ONDERDEEL: Partial<Record<OnderdeelId, BronVeld>> = {
  opleiding: 'motivering',
  taalniveau: 'motivering',
  motivatie: 'motivering',
  verslag: 'motivering',
  arbeidsparticipatie: 'moduleMap.invulling',
  werkervaring: 'moduleMap.invulling',
  werknemersvaardigheden: 'moduleMap.invulling',
  'praktische-competenties': 'moduleMap.invulling',
  zelfredzaamheid: 'begeleiding',
  'digitale-vaardigheden': 'begeleiding',
  'sociaal-netwerk': 'begeleiding',
  'persoonlijke-omstandigheden': 'begeleiding',
  vve: 'vve',
};

/** Vragen die ook bij een ander veld helpen. */
const OOK_BIJ: Readonly<Record<string, BronVeld>> = {
  'werk-uren': 'participatie',
  'vrijwilligerswerk-wens': 'participatie',
  'vrije-tijd': 'participatie',
  'netwerk-nederlands': 'participatie',
  'motivatie-leren': 'pvt.invulling',
  'jong-kind': 'vve',
  kinderopvang: 'vve',
};

type Antwoord = Feit<'intake-antwoord'>;
/** Zegt een antwoord in woorden: 'Hoogste opleiding: basisonderwijs'. */
export type InWoorden = (i: Antwoord['inhoud']) => string | undefined;

const maak = (tekst: string, h: { bron: string; datum?: Datum; feitId?: string }): PipBron => ({
  tekst,
  bron: h.bron,
  datum: h.datum ?? null,
  feitId: h.feitId ?? null,
});

const punten = (lijst: readonly Punt[]): PipBron[] => lijst.map((p) => maak(p.tekst, p));

/** Wat van gezondheid bekend mag zijn: alleen het gevolg, nooit de reden. */
function gevolg(g: Geldend): PipBron[] {
  const f = g.laatste('gezondheid-besproken');
  const tekst = f?.inhoud.gevolg?.trim();
  return f && tekst ? [maak(`Houd rekening met: ${tekst}`, herkomstVan(f))] : [];
}

/** De antwoorden uit het dossier naast het veld waar zij bij horen, met bron en dag. */
export function bronnenPerVeld(
  g: Geldend,
  afweging: LeerrouteAfweging,
  inWoorden: InWoorden,
): Partial<Record<BronVeld, PipBron[]>> {
  const uit = new Map<BronVeld, PipBron[]>();
  const bij = (veld: BronVeld, ...bronnen: PipBron[]) =>
    uit.set(veld, [...(uit.get(veld) ?? []), ...bronnen]);
  for (const f of g.perSleutel('intake-antwoord', (i) => `${i.onderdeel}/${i.vraag}`)) {
    const tekst = inWoorden(f.inhoud);
    const veld = BIJ_ONDERDEEL[f.inhoud.onderdeel as OnderdeelId];
    const ook = OOK_BIJ[f.inhoud.vraag];
    if (!tekst || f.inhoud.waarde === '') continue;
    const bron = maak(tekst, herkomstVan(f));
    if (veld) bij(veld, bron);
    if (ook && ook !== veld) bij(ook, bron);
  }
  const beperking = gevolg(g);
  if (beperking.length > 0) {
    bij('begeleiding', ...beperking);
    bij('participatie', ...beperking);
  }
  for (const { route, voor, tegen, weegtMee } of afweging.routes) {
    bij(`afweging.${route}.voor`, ...punten(voor));
    bij(`afweging.${route}.tegen`, ...punten(tegen));
    bij(`afweging.${route}.voor`, ...punten(weegtMee));
  }
  return Object.fromEntries([...uit].filter(([, lijst]) => lijst.length > 0));
}
